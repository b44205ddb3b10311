package baton.relay.feed;

import baton.model.Register;
import baton.model.Revised;
import baton.model.Tally;
import baton.relay.log.ConversationLog;
import baton.relay.log.KnownTally;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.relay.log.TallyScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Read marks that outlived the part of a log in which they were set: logs and feeds of one store
/// may go back to different moments. Such a mark would call messages read that nobody has seen. So
/// it is opened anew: one that lies beyond what members had been told of before, at that place; one
/// before it whose tally is not the log's, because it is of a past that the log does not have, at
/// the floor. What comes after it counts as unread once more rather than never. Stateless; blocks
/// on the store.
final class OutlivedMarks {
    private final ConversationLog log;
    private final AccountFeed feed;

    OutlivedMarks(ConversationLog log, AccountFeed feed) {
        this.log = log;
        this.feed = feed;
    }

    /// What is to be written of the marks of members who are told of this log for the first time in
    /// its epoch, or ever.
    List<AccountChanges> of(LogState state) {
        List<AccountChanges> changes = new ArrayList<>();
        List<Membership> told =
                state.members().values().stream().filter(one -> !state.hasTold(one)).toList();
        if (!told.isEmpty()) {
            List<Optional<Revised>> marks =
                    feed.registersOf(
                            told.stream().map(Membership::account).toList(),
                            "read/" + state.conversation());
            for (int i = 0; i < marks.size(); i++) {
                Membership member = told.get(i);
                marks.get(i)
                        .map(value -> (Register.Read) value.register())
                        .flatMap(mark -> opened(state, member, mark))
                        .map(read ->
                                new AccountChanges(
                                        member.account(), List.of(new Change.Raise(read))))
                        .ifPresent(changes::add);
            }
        }
        return changes;
    }

    private Optional<Register.Read> opened(LogState state, Membership member, Register.Read mark) {
        long newest = member.newestVisible(state.head());
        long told = Math.min(newest, Math.max(state.announced().seq(), member.floor() - 1));
        boolean isBeyond = mark.seq() > told;
        boolean isOfThisLog =
                mark.seq() < member.floor()
                        || (!isBeyond && isFarFromBothEnds(state, member, mark))
                        || (mark.seq() <= newest && isOf(state, member, mark));
        if (isOfThisLog) {
            return Optional.empty();
        }
        KnownTally opened = isBeyond ? place(state, member, told) : member.beforeFloor();
        return Optional.of(opened.asRead(state.conversation(), mark.generation() + 1));
    }

    /// Whether more events would have to be read than one mark is worth.
    private static boolean isFarFromBothEnds(
            LogState state, Membership member, Register.Read mark) {
        return Math.min(mark.seq() - member.floor(), state.head() - mark.seq()) > TallyScan.CHUNK;
    }

    private boolean isOf(LogState state, Membership member, Register.Read mark) {
        return place(state, member, mark.seq()).equals(new KnownTally(mark.seq(), mark.tally()));
    }

    private KnownTally place(LogState state, Membership member, long seq) {
        return seq == state.head()
                ? new KnownTally(seq, new Tally(state.newest().count(), member.own()))
                : log.tallyAt(state.conversation(), member.account(), seq, member.beforeFloor());
    }
}
