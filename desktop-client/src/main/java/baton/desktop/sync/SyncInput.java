package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Tally;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;

/// All that can happen to an engine. What it cannot know itself (ids, counts of the store, how long
/// a commit took) comes with the input.
public sealed interface SyncInput {

    /// A person wants something appended.
    ///
    /// @param seen newest seq that the device had shown
    /// @param atSeen the account's tally at `seen`
    /// @param claim epoch of the claim under which it was written; 0 for none
    record Compose(
            ConversationId conversation,
            MessageId id,
            EventBody body,
            long seen,
            Tally atSeen,
            long claim)
            implements SyncInput {}

    /// @param atSeq the account's tally at `seq`
    record MarkRead(ConversationId conversation, long seq, Tally atSeq) implements SyncInput {}

    /// @param seq first seq that is to count as unread
    /// @param before the account's tally just before it
    record MarkUnread(ConversationId conversation, long seq, Tally before) implements SyncInput {}

    /// Everything in every conversation was read.
    record MarkAllRead() implements SyncInput {}

    /// A setting of the account, or of a conversation.
    record Set(Register.Setting setting) implements SyncInput {}

    /// A person types here, or stopped.
    record Typing(ConversationId conversation, boolean on) implements SyncInput {}

    /// Whose presence is on the screen, instead of those named before.
    record Watch(List<AccountId> accounts) implements SyncInput {
        public Watch {
            accounts = List.copyOf(accounts);
        }
    }

    record SaveDraft(ConversationId conversation, String text) implements SyncInput {
        /// Prints no text: what people type must never reach a log.
        @Override
        public String toString() {
            return "SaveDraft[" + conversation + " " + text.length() + " chars]";
        }
    }

    record DismissDraftCopy(ConversationId conversation) implements SyncInput {}

    /// @param seen newest seq that the device has shown by now
    record Retry(ConversationId conversation, long clientSeq, long seen) implements SyncInput {}

    record Discard(ConversationId conversation, long clientSeq) implements SyncInput {}

    /// The text of a failed message goes back to where it is written, in the transaction that
    /// deletes its row.
    record Rework(ConversationId conversation, long clientSeq) implements SyncInput {}

    record View(ConversationId conversation) implements SyncInput {}

    record Fill(ConversationId conversation, long from, long to) implements SyncInput {}

    record ConnectNow() implements SyncInput {}

    /// Old history is to be fetched by itself, or only where a person looks.
    record FetchHistory(boolean on) implements SyncInput {}

    /// @param connection which the engine named in its [SyncEffect.Connect], as in the next two
    record Opened(long connection) implements SyncInput {}

    /// @param code why; see `ConnectionListener`
    record Closed(long connection, String code, long retryAfterMillis) implements SyncInput {}

    record Received(long connection, ServerFrame frame) implements SyncInput {}

    /// Time passed; in particular, the moment of the last [SyncEffect.Wake] has come.
    record Woke() implements SyncInput {}

    /// Answer to [StoreQuestion.Aside].
    ///
    /// @param events in the order in which they stood
    record AsideRead(ConversationId conversation, List<Event> events) implements SyncInput {
        public AsideRead {
            events = List.copyOf(events);
        }
    }

    /// Answer to [StoreQuestion.Places].
    ///
    /// @param places rising
    record PlacesRead(ConversationId conversation, long from, long to, List<Place> places)
            implements SyncInput {
        public PlacesRead {
            places = List.copyOf(places);
        }
    }

    /// Answer to [StoreQuestion.Unread].
    record Recounted(ConversationId conversation, long after, long upTo, Recount recount)
            implements SyncInput {}

    /// A turn was committed.
    ///
    /// @param backlog inputs that waited at its end
    record Committed(Duration took, int backlog) implements SyncInput {}

    /// The engine was rebuilt after something failed that trying again at once would not mend.
    record Paused(String code, Duration pause) implements SyncInput {}
}
