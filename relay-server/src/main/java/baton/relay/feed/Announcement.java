package baton.relay.feed;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Member;
import baton.model.Preview;
import baton.model.Register;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.relay.account.AccountNames;
import baton.relay.log.LogState;
import baton.relay.log.Membership;
import baton.relay.log.Notables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the members of a conversation must be told so that they know of everything up to its head.
/// Follows from the log, and in a new epoch from the marks that the store still has: telling it
/// twice, or from two nodes, changes nothing.
final class Announcement {
    private final FrameCodec codec;
    private final AccountNames names;
    private final OutlivedMarks outlived;

    Announcement(FrameCodec codec, AccountNames names, OutlivedMarks outlived) {
        this.codec = codec;
        this.names = names;
        this.outlived = outlived;
    }

    /// The registers of each member, and of whoever left and does not know all of it.
    ///
    /// @param present as [#present] says
    List<AccountChanges> of(LogState state, List<Member> present) {
        Event newest = decode(state);
        List<AccountChanges> all = new ArrayList<>(outlived.of(state));
        for (Membership membership : state.members().values()) {
            if (membership.isMember() || isToldAfterLeaving(state, membership)) {
                all.add(changes(state, newest, membership, present));
            }
        }
        return all;
    }

    /// The members and their names, if they have to be told of; else empty.
    List<Member> present(LogState state) {
        return isInfoDue(state) ? named(state) : List.of();
    }

    /// Whether this conversation was told to somebody as new, and somebody in it is called
    /// otherwise by now. Who was renamed meanwhile looked through the conversations that had been
    /// told by then; whichever of the two comes second sees the other.
    ///
    /// @param told what was told of members
    boolean isRenamedMeanwhile(LogState state, List<Member> told) {
        boolean isNews = state.members().values().stream().anyMatch(one -> !state.hasTold(one));
        return isNews && !present(state).equals(told);
    }

    /// A store that lost its tail may have lost an info that its log had called announced.
    private static boolean isInfoDue(LogState state) {
        return state.version() > state.announced().version()
                || state.epoch() > state.announced().epoch();
    }

    /// Whoever left hears that it has, and later only where history begins and which of the
    /// messages that it may see were recalled: it never sees the recall itself.
    private static boolean isToldAfterLeaving(LogState state, Membership membership) {
        boolean hasJustLeft = membership.leave().seq() > state.announced().seq();
        Notables notables = state.notablesOf(membership.account());
        boolean hasRecalled = notables.recalled().stream().anyMatch(membership::maySee);
        return hasJustLeft
                || (hasRecalled && notables.changedAt() > state.announced().seq())
                || state.epoch() > state.announced().epoch()
                || (membership.floor() > 1 && isInfoDue(state));
    }

    private AccountChanges changes(
            LogState state, Event newest, Membership membership, List<Member> present) {
        List<Change> changes = new ArrayList<>();
        if (!membership.isMember()) {
            changes.add(new Change.Raise(lastInfo(state, membership, present)));
        } else if (!present.isEmpty()) {
            changes.add(new Change.Raise(info(state, membership, present)));
        }
        notable(state, membership).ifPresent(register -> changes.add(new Change.Raise(register)));
        changes.add(new Change.Raise(head(state, newest, membership)));
        return new AccountChanges(membership.account(), changes);
    }

    private static Register.Info info(LogState state, Membership membership, List<Member> present) {
        return new Register.Info(
                state.conversation(),
                state.epoch(),
                state.version(),
                state.title(),
                present,
                membership.floor(),
                membership.floorCount(),
                membership.floorOwn(),
                false,
                state.guard());
    }

    /// What remains for whoever left: nothing of what became of the conversation since.
    private static Register.Info lastInfo(
            LogState state, Membership membership, List<Member> present) {
        long left = membership.leave().seq();
        List<Member> known =
                present.stream()
                        .filter(member -> state.of(member.account()).orElseThrow().floor() <= left)
                        .toList();
        return new Register.Info(
                state.conversation(),
                state.epoch(),
                state.version(),
                membership.leave().title(),
                known,
                membership.floor(),
                membership.floorCount(),
                membership.floorOwn(),
                true,
                Guard.NONE);
    }

    private Register.Head head(LogState state, Event newest, Membership membership) {
        Membership.Leave leave = membership.leave();
        if (!membership.isMember()) {
            return new Register.Head(
                    state.conversation(),
                    state.epoch(),
                    leave.seq(),
                    leave.count(),
                    leave.own(),
                    leave.digest(),
                    leave.at(),
                    new Preview(membership.account(), EventBody.Left.KIND, ""));
        }
        return new Register.Head(
                state.conversation(),
                state.epoch(),
                newest.seq(),
                newest.count(),
                membership.own(),
                newest.digest(),
                newest.at(),
                state.preview());
    }

    /// What is notable to a member, if it may not know it yet: it changed since the last
    /// announcement, or the member or the store is a new one.
    private static Optional<Register> notable(LogState state, Membership membership) {
        Notables notables = state.notablesOf(membership.account());
        boolean isNews = notables.changedAt() > state.announced().seq() || isInfoDue(state);
        // Whoever came back may have been told of less under the same seq while it was away.
        long seq = membership.isMember() && isInfoDue(state) ? state.head() : notables.changedAt();
        return notables.changedAt() > 0 && isNews
                ? Optional.of(
                        new Register.Notable(
                                state.conversation(),
                                state.epoch(),
                                seq,
                                visible(notables.recalled(), membership),
                                visible(notables.mentions(), membership)))
                : Optional.empty();
    }

    private static List<Long> visible(List<Long> seqs, Membership membership) {
        return seqs.stream().filter(membership::maySee).toList();
    }

    private List<Member> named(LogState state) {
        return state.present().stream()
                .map(account -> new Member(account, nameOf(account)))
                .toList();
    }

    private String nameOf(AccountId account) {
        return names.nameOf(account).orElse(account.handle());
    }

    private Event decode(LogState state) {
        try {
            return codec.decodeStored(state.newest());
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("damaged entry in " + state.conversation(), e);
        }
    }
}
