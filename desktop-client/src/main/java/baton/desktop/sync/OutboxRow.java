package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import java.time.Instant;

/// Something that this device wants to append and whose event it does not hold yet.
///
/// @param clientSeq its place in the queue of its conversation
/// @param seen newest seq that the device had shown when the person sent
/// @param claim epoch of the claim under which it was written; 0 for none
/// @param composedAt by the device's clock, for the screen and for giving up
public record OutboxRow(
        ConversationId conversation,
        long clientSeq,
        MessageId id,
        long seen,
        long claim,
        EventBody body,
        Instant composedAt,
        State state) {
    /// Code of a row whose number the relay had used so long ago that it forgot for what.
    static final String UNEXPECTED = "unexpected";

    /// How far it has come.
    public sealed interface State {
        /// Not acknowledged yet: sent again until it is.
        record Waiting() implements State {}

        /// On the relay's disk at `seq`; stays in the outbox until this device holds the event
        /// itself, so that the bubble never vanishes in between.
        record Acked(long seq) implements State {}

        /// Refused for good, or given up after a day; waits for a person to retry, edit or delete.
        ///
        /// @param code of a [baton.model.Refusal] or of a local reason
        /// @param newest seq of the newest message that the author had not seen, if that is why;
        ///   else 0
        record Failed(String code, long newest) implements State {
            public Failed(String code) {
                this(code, 0);
            }
        }
    }

    /// Whether the relay had it once, as far as anybody knows: it is sent again when the relay's
    /// store has lost something.
    boolean wasTaken() {
        return state instanceof State.Acked
                || (state instanceof State.Failed failed && failed.code().equals(UNEXPECTED));
    }

    /// The same when the device has shown no more than that.
    public OutboxRow seeing(long most) {
        return new OutboxRow(
                conversation, clientSeq, id, Math.min(seen, most), claim, body, composedAt, state);
    }

    /// The same, tried anew from a moment on.
    OutboxRow again(Instant at) {
        return new OutboxRow(
                conversation, clientSeq, id, seen, claim, body, at, new State.Waiting());
    }

    public OutboxRow with(State next) {
        return new OutboxRow(conversation, clientSeq, id, seen, claim, body, composedAt, next);
    }
}
