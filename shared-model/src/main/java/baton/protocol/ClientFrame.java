package baton.protocol;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import java.util.List;

/// What a device says to its relay. Account and device come from the token of the connection, never
/// from a frame.
public sealed interface ClientFrame {

    /// Asks for the registers that changed after `revision`. Answered by [ServerFrame.Feed], again
    /// and again by the same question until the cursor reaches the newest revision. The first one
    /// also starts live pushes, so that nothing falls between.
    record Sync(long revision) implements ClientFrame {}

    /// Asks for events of an interval. Answered by one [ServerFrame.Page] that ends at `to` and
    /// reaches as far down towards `from` as a page holds.
    record Fetch(ConversationId conversation, long from, long to) implements ClientFrame {}

    /// Appends one event. Answered by [ServerFrame.Ack] or [ServerFrame.Refused]; repeated until
    /// then.
    ///
    /// @param seen newest seq that the device had shown when the person sent
    /// @param claim epoch of the claim under which it is sent; 0 for none
    /// @param again whether it was refused under another number before: then a log that went back
    ///   to an older state may have it
    record Send(
            ConversationId conversation,
            long clientSeq,
            MessageId id,
            long seen,
            long claim,
            EventBody body,
            boolean again)
            implements ClientFrame {
        /// Something that was never refused.
        public Send(
                ConversationId conversation,
                long clientSeq,
                MessageId id,
                long seen,
                long claim,
                EventBody body) {
            this(conversation, clientSeq, id, seen, claim, body, false);
        }
    }

    /// Sets one of the account's settings. Answered by [ServerFrame.Done]; repeated until then.
    ///
    /// @param ticket chosen by the device, named in the answer
    /// @param epoch with `revision`, if the relay's store may have lost what it had confirmed:
    ///   under which the device held this value. It is taken unless a later one stands; 0 if a
    ///   person sets it now
    record Set(long ticket, String name, String scope, String value, long epoch, long revision)
            implements ClientFrame {

        /// What a person sets now.
        public Set(long ticket, String name, String scope, String value) {
            this(ticket, name, scope, value, 0, 0);
        }
    }

    /// A person types here, or stopped. Passed on to the other members and forgotten; no answer.
    record Typing(ConversationId conversation, boolean on) implements ClientFrame {}

    /// Names the accounts whose presence is shown, instead of those named before. Answered by
    /// [ServerFrame.Presence], at once and at each beat at which something changed. Accounts with
    /// whom there is no direct conversation are passed over.
    record Watch(List<AccountId> accounts) implements ClientFrame {
        public Watch {
            accounts = List.copyOf(accounts);
        }
    }

    /// Asks for the digests of a log at the places `from..to`, at most
    /// [baton.model.Limits#PROBE_PLACES_MAX] of them. Answered by [ServerFrame.Probed].
    record Probe(ConversationId conversation, long from, long to) implements ClientFrame {}

    /// Offers an event that this device holds and that the relay's store may have lost, with its
    /// author, clientSeq, time and seal as they were; where it stood does not matter. Answered by
    /// [ServerFrame.Offered]; repeated until then.
    ///
    /// @param gap whether numbers of its device that come before it and that nobody brought may
    ///   stay open; said when the event has waited for them in vain
    /// @param recalls the recall that took its text away, if it holds none
    record Offer(ConversationId conversation, Event event, boolean gap, List<Event> recalls)
            implements ClientFrame {
        public Offer {
            recalls = List.copyOf(recalls);
        }
    }

    /// Compares what an idle device shows with what the relay counts. Answered by
    /// [ServerFrame.Audited].
    record Audit(List<AuditRow> rows) implements ClientFrame {
        public Audit {
            rows = List.copyOf(rows);
        }
    }

    /// What a device shows of one conversation.
    ///
    /// @param seq the head that it holds, with `digest` there
    /// @param generation of the read mark, with its seq in `read`
    /// @param unread counted from the events that the device holds, as is `mentions`
    /// @param floor oldest place that was counted, if history just after `read` is gone; 0 and left
    ///   out if all places after `read` were counted
    record AuditRow(
            ConversationId conversation,
            long epoch,
            long seq,
            long digest,
            long generation,
            long read,
            long unread,
            long mentions,
            long floor) {
        /// Oldest place that was counted.
        public long from() {
            return floor == 0 ? read + 1 : floor;
        }
    }

    /// Reports how far the account has read and how far this device has stored, many conversations
    /// at once. Nothing answers: the registers come back in the feed, and until they do the device
    /// says it again on its next connection.
    record Mark(List<ReadTo> read, List<StoredTo> stored) implements ClientFrame {
        public Mark {
            read = List.copyOf(read);
            stored = List.copyOf(stored);
        }
    }

    /// @param generation see [baton.model.Register.Read]
    record ReadTo(ConversationId conversation, long generation, long seq) {}

    /// @param seq up to which the device holds the log without gap
    record StoredTo(ConversationId conversation, long seq) {}

    /// Writes the draft of a conversation if its register still has the revision `basis` (0: none
    /// yet). Answered by [ServerFrame.Drafted].
    ///
    /// @param ticket chosen by the device, named in the answer; 0 and left out by devices that
    ///   count no tickets
    record Draft(ConversationId conversation, String text, long basis, long ticket)
            implements ClientFrame {
        /// Prints no text: what people type must never reach a log.
        @Override
        public String toString() {
            return "Draft[" + conversation + " " + text.length() + " chars on " + basis + "]";
        }
    }

    /// Gives back credit after pushed events were stored: so many more may be pushed.
    ///
    /// @param window how many pushed events the device accepts in all at the moment
    record Credit(int stored, int window) implements ClientFrame {}

    /// A sign of life, at least every [baton.model.Limits#BEAT]; renews the lease. Answered by
    /// [ServerFrame.Beat].
    ///
    /// @param held countable events that the device holds, over all conversations
    /// @param outgoing messages in its outbox
    /// @param current whether it has everything, as far as it knows
    record Beat(long revision, long held, long outgoing, boolean current) implements ClientFrame {}
}
