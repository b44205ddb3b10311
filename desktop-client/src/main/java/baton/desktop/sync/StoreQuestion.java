package baton.desktop.sync;

import baton.model.ConversationId;

/// What the engine has to look up in the store. The shell answers after the commit of the turn that
/// asked, with the input that each question names.
public sealed interface StoreQuestion {

    /// Which events of a conversation are set aside? Answered by [SyncInput.AsideRead].
    record Aside(ConversationId conversation) implements StoreQuestion {}

    /// How does the log stand at each seq held from `from` to `to`? Answered by
    /// [SyncInput.PlacesRead].
    record Places(ConversationId conversation, long from, long to) implements StoreQuestion {}

    /// How many messages after `after` and up to `upTo` are unread? All of them are held. Answered
    /// by [SyncInput.Recounted].
    record Unread(ConversationId conversation, long after, long upTo) implements StoreQuestion {}
}
