package baton.desktop.store;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.Member;
import baton.model.SettingNames;
import java.time.Instant;
import java.util.List;

/// One line of the conversation list.
///
/// @param title of a group; the other person's name for a direct conversation; empty for notes
/// @param last the newest line, own unsent messages included
public record ConversationRow(
        ConversationId id,
        String title,
        List<Member> members,
        Last last,
        Badge badge,
        Bounds bounds,
        Terms terms,
        Flags flags,
        Draft draft) {
    public ConversationRow {
        members = List.copyOf(members);
    }

    /// @param kind of the body; `text` is empty unless it is a message; kind is empty if there is
    ///   none
    /// @param authorName what to call the author
    public record Last(
            AccountId author, String authorName, String kind, String text, Instant at, Tick tick) {}

    /// @param unread messages of others after the read mark, by the one rule
    /// @param mentions those of them that name this account
    public record Badge(long unread, long mentions) {
        public static final Badge NONE = new Badge(0, 0);
    }

    /// @param readSeq how far the account has read
    /// @param head newest seq of the log
    /// @param floor first seq that the account may see
    public record Bounds(long readSeq, long head, long floor) {}

    /// What may be done here.
    ///
    /// @param left whether the account is no longer a member
    /// @param guarded whether the relay refuses replies to something unseen
    /// @param claim who answers here, if anybody does
    public record Terms(boolean left, boolean guarded, Claim claim) {
        public static final Terms OPEN = new Terms(false, false, Claim.NONE);
    }

    /// What the account has set for this conversation; what this device has just set counts
    /// already.
    ///
    /// @param muted [SettingNames#ALWAYS], milliseconds since 1970 until which it is silent, or
    ///   empty
    public record Flags(boolean pinned, String muted, boolean archived) {
        public static final Flags NONE = new Flags(false, "", false);

        public boolean isMutedAt(Instant now) {
            if (muted.equals(SettingNames.ALWAYS)) {
                return true;
            }
            try {
                return !muted.isEmpty() && now.toEpochMilli() < Long.parseLong(muted);
            } catch (NumberFormatException laterVersion) {
                return false;
            }
        }
    }

    /// @param text empty for none
    /// @param here whether this device wrote it
    /// @param keptText text of this device that lost against another device's draft; empty for none
    public record Draft(String text, boolean here, String deviceName, Instant at, String keptText) {
        public static final Draft NONE = new Draft("", true, "", Instant.EPOCH, "");
    }

    public boolean left() {
        return terms.left();
    }

    public long unread() {
        return badge.unread();
    }

    public long readSeq() {
        return bounds.readSeq();
    }

    public long head() {
        return bounds.head();
    }

    public long floor() {
        return bounds.floor();
    }
}
