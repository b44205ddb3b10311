package baton.protocol;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.MessageId;
import baton.model.Revised;
import java.time.Instant;
import java.util.List;

/// What a relay says to a device. Pushes and answers have the same shape: a push is only an answer
/// to a question that was not asked yet.
public sealed interface ServerFrame {

    /// The first frame of every connection.
    ///
    /// @param at the relay's clock, so that a device can show times that agree with its peers'
    /// @param version of the frames on this connection; see [ProtocolVersion]
    /// @param epoch of the relay's store: greater than before if the store may have lost the end of
    ///   its logs; 0 if the relay does not say
    record Welcome(
            AccountId account, DeviceId device, String name, Instant at, int version, long epoch)
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
    ///   [baton.model.Refusal#OUT_OF_TURN]; the seq of the newest message that was not seen, with
    ///   [baton.model.Refusal#STALE_REPLY]; otherwise 0
    record Refused(ConversationId conversation, long clientSeq, String code, long expected)
            implements ServerFrame {}

    /// The fate of a draft.
    ///
    /// @param accepted whether the text stands
    /// @param revision the register's revision now
    /// @param ticket of the draft that is answered
    record Drafted(ConversationId conversation, boolean accepted, long revision, long ticket)
            implements ServerFrame {}

    /// What became of a [ClientFrame.Set].
    ///
    /// @param code of a [baton.model.Refusal]; empty if it stands
    /// @param revision at which it stands; 0 if refused
    record Done(long ticket, String code, long revision) implements ServerFrame {}

    /// A member types, or stopped. Holds for [baton.model.Limits#TYPING].
    record Typing(ConversationId conversation, AccountId by, boolean on) implements ServerFrame {}

    /// Which watched accounts are online: any device of theirs holds a lease.
    record Presence(List<Present> accounts) implements ServerFrame {
        public Presence {
            accounts = List.copyOf(accounts);
        }
    }

    /// @param seenAt last sign of life, if not online; [Instant#EPOCH] if unknown
    record Present(AccountId account, boolean online, Instant seenAt) {}

    /// The digests at the places `from`, `from + 1` … of a log, as far as it has them.
    ///
    /// @param head the log's newest seq; 0 if there is no such log any more
    /// @param digests each as 16 hexadecimal digits
    record Probed(
            ConversationId conversation, long epoch, long head, long from, List<String> digests)
            implements ServerFrame {
        public Probed {
            digests = List.copyOf(digests);
        }
    }

    /// What became of an offered event.
    ///
    /// @param code of a [baton.model.Refusal]; empty if the log holds the event now, whoever
    ///   brought it
    /// @param seq where the log holds it; 0 if it does not, or if it has forgotten where
    record Offered(ConversationId conversation, MessageId id, String code, long seq)
            implements ServerFrame {}

    /// The conversations of an audit whose numbers differ from the relay's; empty if all agree. A
    /// conversation that has moved on since is not compared.
    record Audited(List<ConversationId> differing) implements ServerFrame {
        public Audited {
            differing = List.copyOf(differing);
        }
    }

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
