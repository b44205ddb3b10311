package baton.model;

/// An interval of seqs between floor and head that a device does not hold.
///
/// @param from first missing seq
/// @param to last missing seq
/// @param messages exact number of countable events inside
public record Hole(long from, long to, long messages) {

    /// @throws IllegalArgumentException if the bounds are out of order
    public Hole {
        if (from < 1 || to < from || messages < 0) {
            throw new IllegalArgumentException("hole out of order");
        }
    }
}
