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
        ///
        /// @param taken seq at which it was acknowledged before the relay's store may have lost it;
        ///   else 0
        /// @param refused why it was refused before under another number; empty if it was not
        record Waiting(long taken, String refused) implements State {
            public Waiting() {
                this(0, "");
            }
        }

        /// On the relay's disk at `seq`; stays in the outbox until this device holds the event
        /// itself, so that the bubble never vanishes in between.
        record Acked(long seq) implements State {}

        /// Refused for good, or given up after a day; waits for a person to retry, edit or delete.
        ///
        /// @param code of a [baton.model.Refusal] or of a local reason
        /// @param seq of the newest message that the author had not seen, if that is why; where it
        ///   was acknowledged before a loss, if what became of it is not known; else 0
        record Failed(String code, long seq) implements State {
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

    /// Whether it waits although the relay refused it before, under another number.
    boolean wasRefused() {
        return state instanceof State.Waiting(long taken, String refused) && !refused.isEmpty();
    }

    /// Where the relay had it once, as far as anybody knows; else 0.
    long taken() {
        return switch (state) {
            case State.Waiting waiting -> waiting.taken();
            case State.Acked acked -> acked.seq();
            case State.Failed failed -> failed.code().equals(UNEXPECTED) ? failed.seq() : 0;
        };
    }

    /// The same when the device has shown no more than that.
    public OutboxRow seeing(long most) {
        return new OutboxRow(
                conversation, clientSeq, id, Math.min(seen, most), claim, body, composedAt, state);
    }

    /// The same, when the relay forgot what became of it.
    OutboxRow forgotten() {
        return with(new State.Failed(UNEXPECTED, taken()));
    }

    /// The same, tried anew from a moment on.
    OutboxRow again(Instant at) {
        return new OutboxRow(
                conversation, clientSeq, id, seen, claim, body, at, new State.Waiting(taken(), ""));
    }

    /// The same, when the message that it is about has another seq by now.
    OutboxRow saying(EventBody now) {
        return new OutboxRow(conversation, clientSeq, id, seen, claim, now, composedAt, state);
    }

    public OutboxRow with(State next) {
        return new OutboxRow(conversation, clientSeq, id, seen, claim, body, composedAt, next);
    }
}
