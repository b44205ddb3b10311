package baton.protocol;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.Revised;
import java.time.Instant;
import java.util.List;

/// What a relay says to a device. Pushes and answers have the same shape: a push is only an answer
/// to a question that was not asked yet.
public sealed interface ServerFrame {

    /// The first frame of every connection.
    ///
    /// @param at the relay's clock, so that a device can show times that agree with its peers'
    record Welcome(AccountId account, DeviceId device, String name, Instant at)
            implements ServerFrame {}

    /// All registers that changed in `(from, to]`, oldest change first. A device takes it iff `from
    /// <= cursor < to`, and then its cursor is `to`.
    ///
    /// @param newest the account's newest revision: where this will end
    /// @param remaining exact number of changed registers after `to`
    record Feed(long from, long to, long newest, long remaining, List<Revised> registers)
            implements ServerFrame {
        public Feed {
            registers = List.copyOf(registers);
        }
    }

    /// The events `from..to` without gap. As an answer it is what was asked for, or its upper part;
    /// as a push it is taken only if it continues the newest span.
    ///
    /// @param head the log's newest seq at that moment
    /// @param push whether it uses up credit
    record Page(
            ConversationId conversation,
            long epoch,
            long from,
            long to,
            long head,
            boolean push,
            List<Event> events)
            implements ServerFrame {
        public Page {
            events = List.copyOf(events);
        }
    }

    /// The event is on the relay's disk, at one seq for ever.
    record Ack(ConversationId conversation, long clientSeq, long epoch, long seq, Instant at)
            implements ServerFrame {}

    /// The event was not stored. See [baton.model.Refusal#isPermanent].
    ///
    /// @param code of a [baton.model.Refusal]
    /// @param expected the clientSeq that the relay waits for, with
    ///   [baton.model.Refusal#OUT_OF_TURN]; otherwise 0
    record Refused(ConversationId conversation, long clientSeq, String code, long expected)
            implements ServerFrame {}

    /// The fate of a draft.
    ///
    /// @param accepted whether the text stands
    /// @param revision the register's revision now
    record Drafted(ConversationId conversation, boolean accepted, long revision)
            implements ServerFrame {}

    /// Answer to a beat, and the hint that a device gets when it was behind: whoever has a lower
    /// cursor has missed something and asks.
    record Beat(long newest, Instant at) implements ServerFrame {}

    /// A request other than a send could not be served. The connection stays.
    ///
    /// @param code of a [baton.model.Refusal]
    record Fault(String code, ConversationId conversation) implements ServerFrame {}

    /// The last frame before the relay closes the connection.
    ///
    /// @param code of a [baton.model.Refusal]
    /// @param retryAfterMillis when to come back, at the earliest; 0 leaves it to the device
    record Bye(String code, long retryAfterMillis) implements ServerFrame {}
}
