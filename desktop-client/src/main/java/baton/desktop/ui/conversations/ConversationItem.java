package baton.desktop.ui.conversations;

import baton.desktop.store.Tick;
import baton.model.ConversationId;

/// One line of the list, ready to draw.
///
/// @param identity decides the avatar's colour
/// @param tick of one's own last message, else [Tick#NONE]
/// @param online whether the other person of a direct conversation is there
/// @param spoken what a screen reader says
public record ConversationItem(
        ConversationId id,
        String title,
        String identity,
        String time,
        Preview preview,
        Tick tick,
        Marks marks,
        boolean online,
        String spoken) {

    /// What the second line is.
    public enum Kind {
        MESSAGE,
        DRAFT,
        TYPING
    }

    /// @param text without author for a draft
    public record Preview(Kind kind, String text) {}

    /// @param mentions unread messages that name the person at this window
    /// @param muted on all devices or on this one
    public record Marks(
            long unread, long mentions, boolean pinned, boolean muted, boolean archived) {}

    /// How many messages of others lie after the read mark.
    public long unread() {
        return marks.unread();
    }
}
