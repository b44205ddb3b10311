package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Quoted;
import baton.model.ConversationId;
import javafx.scene.Node;

/// What a timeline leaves to others. FX thread.
public interface TimelineDoors {

    /// Takes an unsent message back to where it is written.
    ///
    /// @param words what it says
    void rework(long clientSeq, String words);

    void reply(Quoted message);

    void edit(Quoted message);

    /// Asks what to look for in the conversation.
    void search();

    /// Shows who is in a group.
    void members(ConversationId group);

    /// Shows what can be done with the conversation.
    ///
    /// @param near where
    void menu(ConversationId conversation, Node near);
}
