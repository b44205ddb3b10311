package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Quoted;
import baton.model.ConversationId;
import javafx.scene.Node;

/// What a timeline leaves to others. FX thread.
public interface TimelineDoors {

    /// Takes the text of an unsent message that a person wants to write anew.
    void compose(String text);

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
