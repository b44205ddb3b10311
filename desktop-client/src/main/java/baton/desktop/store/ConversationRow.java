package baton.desktop.store;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Member;
import java.time.Instant;
import java.util.List;

/// One line of the conversation list.
///
/// @param title of a group; the other person's name for a direct conversation; empty for notes
/// @param left whether the account is no longer a member
/// @param last the newest line, own unsent messages included
/// @param unread messages of others after the read mark, by the one rule
/// @param readSeq how far the account has read
/// @param head newest seq of the log
/// @param floor first seq that the account may see
public record ConversationRow(
        ConversationId id,
        String title,
        List<Member> members,
        boolean left,
        Last last,
        long unread,
        long readSeq,
        long head,
        long floor,
        Draft draft) {

    /// @param kind of the body; `text` is empty unless it is a message; kind is empty if there is
    ///   none
    /// @param authorName what to call the author
    public record Last(
            AccountId author, String authorName, String kind, String text, Instant at, Tick tick) {}

    /// @param text empty for none
    /// @param here whether this device wrote it
    /// @param keptText text of this device that lost against another device's draft; empty for none
    public record Draft(String text, boolean here, String deviceName, Instant at, String keptText) {
        public static final Draft NONE = new Draft("", true, "", Instant.EPOCH, "");
    }
}
