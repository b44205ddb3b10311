package baton.desktop.ui.outbox;

import baton.model.ConversationId;

/// What the outbox leaves to others. FX thread.
public interface OutboxDoors {

    void open(ConversationId conversation);

    /// Takes a message that was not sent back to where it is written.
    ///
    /// @param words what it says
    void rework(ConversationId conversation, long clientSeq, String words);
}
