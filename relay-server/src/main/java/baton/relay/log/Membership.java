package baton.relay.log;

import baton.model.AccountId;
import baton.model.Tally;
import java.time.Instant;

/// What one account is to one conversation.
///
/// @param floor first seq that it may see and that is still kept
/// @param floorCount prefix count just before `floor`
/// @param floorOwn how many of `floorCount` it wrote
/// @param own how many countable events it wrote
/// @param leave where it left; [Leave#NONE] while it is a member
public record Membership(
        AccountId account, long floor, long floorCount, long floorOwn, long own, Leave leave) {

    /// The event by which an account left: the last one that it may see.
    ///
    /// @param seq 0 if it did not leave
    /// @param count prefix count up to there
    /// @param own how many of those it wrote: what came back behind that, after a loss, is not
    ///   among them
    /// @param title of the conversation then; how it is called later is none of its business
    public record Leave(long seq, long count, long own, long digest, Instant at, String title) {
        public static final Leave NONE = new Leave(0, 0, 0, 0, Instant.EPOCH, "");
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

    /// Where its tally is known for certain, since nothing below its floor can be counted any more.
    public KnownTally beforeFloor() {
        return new KnownTally(floor - 1, new Tally(floorCount, floorOwn));
    }

    /// The same in a log that was trimmed: what is gone nobody sees. Whoever left before the log's
    /// floor sees nothing any more.
    ///
    /// @param logFloor first seq that is kept
    /// @param countBelow prefix count just before it
    /// @param ownBelow how many of those the account wrote
    public Membership trimmed(long logFloor, long countBelow, long ownBelow) {
        if (logFloor <= floor) {
            return this;
        }
        boolean leftBelow = !isMember() && leave.seq() < logFloor;
        return leftBelow
                ? new Membership(account, leave.seq() + 1, leave.count(), leave.own(), own, leave)
                : new Membership(account, logFloor, countBelow, ownBelow, own, leave);
    }
}
