package baton.relay.log;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Tally;

/// The prefix counts of one account at a place of a log where they are known already.
public record KnownTally(long seq, Tally tally) {
    /// Before the first event.
    public static final KnownTally START = new KnownTally(0, Tally.ZERO);

    /// The mark of an account that has read up to here.
    public Register.Read asRead(ConversationId conversation, long generation) {
        return new Register.Read(conversation, generation, seq, tally.count(), tally.own());
    }
}
