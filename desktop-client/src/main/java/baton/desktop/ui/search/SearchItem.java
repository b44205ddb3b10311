package baton.desktop.ui.search;

import baton.model.ConversationId;
import baton.model.Target;

/// One line of what was found, ready to draw.
///
/// @param place what the conversation is called; empty if all lines are of one
/// @param spoken what a screen reader says
public record SearchItem(
        ConversationId conversation,
        Target target,
        String handle,
        String person,
        String place,
        String time,
        Excerpt excerpt,
        String spoken) {

    /// The same message has the same key.
    String key() {
        return conversation + " " + target.id();
    }
}
