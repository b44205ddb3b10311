package baton.desktop.runtime;

import baton.model.ConversationId;

/// Where to look again.
public sealed interface Hint {

    /// Events from..to were stored, or ticks of them changed.
    record Timeline(ConversationId conversation, long from, long to) implements Hint {}

    /// Rows of the outbox changed.
    record Outbox(ConversationId conversation) implements Hint {}

    /// A row of the conversation list changed: head, title, unread, draft.
    record Conversation(ConversationId conversation) implements Hint {}

    record Devices() implements Hint {}

    record Status(SyncStatus status) implements Hint {}

    /// Something went wrong that a person should know of.
    ///
    /// @param code names a text of the window and a heading of the documentation
    record Trouble(String code) implements Hint {}
}
