package baton.desktop.ui.notifications;

import baton.model.ConversationId;
import java.util.List;

/// A conversation at one moment, as far as it can be news.
///
/// @param head newest seq of its log
/// @param holes first seqs of what exists and is not on this device, rising
/// @param news what is unread of it, oldest first; the newest of very many
record Heard(ConversationId id, Hush hush, long head, List<Long> holes, List<News> news) {
    Heard {
        holes = List.copyOf(holes);
        news = List.copyOf(news);
    }

    /// What a person has said about being told of a conversation.
    ///
    /// @param left whether the account is no longer a member
    /// @param everywhere silent on all devices; a message that names the account still counts
    /// @param here silent on this device, whatever it says
    /// @param archived taken out of the list
    record Hush(boolean left, boolean everywhere, boolean here, boolean archived) {
        static final Hush NONE = new Hush(false, false, false, false);
    }

    /// Up to where nothing is missing above a seq.
    long knownAbove(long seq) {
        return holes.stream()
                .filter(hole -> hole > seq)
                .findFirst()
                .map(hole -> hole - 1)
                .orElse(head);
    }
}
