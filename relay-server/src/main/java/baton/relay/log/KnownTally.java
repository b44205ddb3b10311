package baton.relay.log;

import baton.model.Tally;

/// The prefix counts of one account at a place of a log where they are known already.
public record KnownTally(long seq, Tally tally) {
    /// Before the first event.
    public static final KnownTally START = new KnownTally(0, Tally.ZERO);
}
