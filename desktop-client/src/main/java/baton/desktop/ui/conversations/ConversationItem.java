package baton.desktop.ui.conversations;

import baton.desktop.store.Tick;
import baton.model.ConversationId;

/// One line of the list, ready to draw.
///
/// @param identity decides the avatar's colour
/// @param preview without author for a draft
/// @param tick of one's own last message, else [Tick#NONE]
/// @param spoken what a screen reader says
public record ConversationItem(
        ConversationId id,
        String title,
        String identity,
        String time,
        String preview,
        boolean isDraft,
        Tick tick,
        long unread,
        String spoken) {}
