package baton.desktop.runtime;

import baton.model.AccountId;
import baton.model.ConversationId;
import java.time.Instant;
import java.util.List;

/// Where to look again.
public sealed interface Hint {

    /// Events from..to were stored, or ticks of them changed.
    record Timeline(ConversationId conversation, long from, long to) implements Hint {}

    /// Rows of the outbox changed.
    record Outbox(ConversationId conversation) implements Hint {}

    /// A row of the conversation list changed: head, title, unread, draft.
    record Conversation(ConversationId conversation) implements Hint {}

    record Devices() implements Hint {}

    /// A setting changed.
    ///
    /// @param scope a conversation's id, or empty for the whole account
    record Settings(String name, String scope) implements Hint {}

    /// Who types in a conversation now, all of them. Complete in itself, because it is not stored;
    /// so is [Presence].
    record Typing(ConversationId conversation, List<AccountId> who) implements Hint {
        public Typing {
            who = List.copyOf(who);
        }
    }

    /// @param seenAt last sign of life of an account that is not online; [Instant#EPOCH] if unknown
    record Presence(AccountId account, boolean online, Instant seenAt) implements Hint {}

    /// More texts can be found than before.
    ///
    /// @param left how many cannot yet
    record Search(long left) implements Hint {}

    record Status(SyncStatus status) implements Hint {}

    /// Something went wrong that a person should know of.
    ///
    /// @param code names a text of the window and a heading of the documentation
    record Trouble(String code) implements Hint {}
}
