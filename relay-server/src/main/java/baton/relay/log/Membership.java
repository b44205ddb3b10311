package baton.relay.log;

import baton.model.AccountId;
import java.time.Instant;

/// What one account is to one conversation.
///
/// @param floor first seq that it may see
/// @param floorCount prefix count just before `floor`
/// @param own how many countable events it wrote
/// @param leave where it left; [Leave#NONE] while it is a member
public record Membership(AccountId account, long floor, long floorCount, long own, Leave leave) {

    /// The event by which an account left: the last one that it may see.
    ///
    /// @param seq 0 if it did not leave
    public record Leave(long seq, long count, long digest, Instant at) {
        public static final Leave NONE = new Leave(0, 0, 0, Instant.EPOCH);
    }

    public boolean isMember() {
        return leave.seq() == 0;
    }

    /// Whether the account may see the event at a place.
    public boolean maySee(long seq) {
        return floor <= seq && (isMember() || seq <= leave.seq());
    }

    /// The newest seq that the account may see of a log with this head.
    public long newestVisible(long head) {
        return isMember() ? head : Math.min(head, leave.seq());
    }
}
