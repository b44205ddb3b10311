package baton.model;

/// An interval of seqs that a device holds without gap, with the log's prefix counts at both edges,
/// so that what lies inside and what lies between two spans can be counted exactly without the
/// bodies.
///
/// @param from first seq held, 1 or more
/// @param to last seq held, `from` or more
/// @param countBefore prefix count just before `from`
/// @param countAt prefix count at `to`
public record Span(long from, long to, long countBefore, long countAt) {

    /// @throws IllegalArgumentException if the bounds are out of order
    public Span {
        if (from < 1 || to < from || countBefore < 0 || countAt < countBefore) {
            throw new IllegalArgumentException("span out of order");
        }
        if (countAt - countBefore > to - from + 1) {
            throw new IllegalArgumentException("span counts more events than it has places");
        }
    }

    /// The span of one event.
    public static Span of(Event event) {
        return new Span(event.seq(), event.seq(), event.countBefore(), event.count());
    }

    /// How many countable events lie inside.
    public long messages() {
        return countAt - countBefore;
    }

    public boolean contains(long seq) {
        return from <= seq && seq <= to;
    }

    /// Whether the two overlap or stand side by side, so that they can become one.
    public boolean touches(Span other) {
        return from <= other.to + 1 && other.from <= to + 1;
    }
}
