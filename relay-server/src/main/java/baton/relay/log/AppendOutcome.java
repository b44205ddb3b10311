package baton.relay.log;

import baton.model.Refusal;
import baton.protocol.StoredEvent;
import java.time.Instant;

/// What became of an append. Asking again with the same clientSeq gives the same answer.
public sealed interface AppendOutcome {

    /// The event is durable, at this place for ever.
    ///
    /// @param version of title and members after this event
    record Stored(long epoch, StoredEvent event, Instant at, long version)
            implements AppendOutcome {}

    /// The event had been stored before, at this place.
    record Duplicate(long epoch, long seq, Instant at) implements AppendOutcome {}

    /// Nothing was stored: the sender skipped a number, or repeats one so old that its outcome is
    /// forgotten.
    ///
    /// @param clientSeq the number that the log waits for
    record Expected(long clientSeq) implements AppendOutcome {}

    /// The event was refused, now or when it was first offered. A permanent refusal uses up its
    /// clientSeq.
    ///
    /// @param newest seq of the newest message that the author had not seen, with
    ///   [Refusal#STALE_REPLY]; otherwise 0
    record Refused(Refusal refusal, long newest) implements AppendOutcome {
        public Refused(Refusal refusal) {
            this(refusal, 0);
        }
    }

    /// Whether the event was stored is not known: the store went away. The sender repeats it.
    record Unavailable() implements AppendOutcome {}
}
