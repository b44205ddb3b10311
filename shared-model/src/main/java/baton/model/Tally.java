package baton.model;

/// Prefix counts of one account at one place of a log: all countable events up to there, and how
/// many of them the account wrote itself. The difference of two tallies answers every question
/// about unread by plain arithmetic.
public record Tally(long count, long own) {
    public static final Tally ZERO = new Tally(0, 0);

    /// @throws IllegalArgumentException if `own` is not between 0 and `count`
    public Tally {
        if (own < 0 || count < own) {
            throw new IllegalArgumentException("tally out of order");
        }
    }

    /// Countable events that others wrote.
    public long others() {
        return count - own;
    }
}
