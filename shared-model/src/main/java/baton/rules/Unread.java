package baton.rules;

import baton.model.Register;
import baton.model.Tally;
import java.util.List;

/// How many messages of others lie after the read mark: a pure function of registers, never a
/// stored or incremented counter.
///
/// `unread = count(head) - count(r) - own messages in (r, head] - recalled messages of others in
/// (r, head]`, where r is the read mark, or the place before the floor if that is not nearer: what
/// the log says now of its beginning holds, also where a mark outlived an earlier log. It needs no
/// bodies, so a badge is right before history arrives. Mentions likewise.
public final class Unread {
    private Unread() {}

    /// Messages of others between two places by their tallies alone.
    ///
    /// @return 0 or more; a read mark at or beyond the head leaves nothing unread
    public static long of(Tally head, Tally read) {
        return Math.max(0, head.others() - read.others());
    }

    /// The badge of one conversation.
    public static long of(
            Register.Head head, Register.Read read, Register.Info info, Register.Notable notable) {
        long from = start(read, info);
        Tally tally = from < info.floor() ? info.floorTally() : read.tally();
        List<Long> recalled = standing(notable, head).recalled();
        return Math.max(0, of(head.tally(), tally) - within(recalled, from, head.seq()));
    }

    /// The badge of messages that name the account.
    public static long mentions(
            Register.Head head, Register.Read read, Register.Info info, Register.Notable notable) {
        return within(standing(notable, head).mentions(), start(read, info), head.seq());
    }

    /// What is notable in the log that a head speaks of. The relay tells both at once, so a
    /// register of an earlier epoch names places of a log that is lost, and nothing is notable in
    /// this one.
    public static Register.Notable standing(Register.Notable notable, Register.Head head) {
        return notable.epoch() < head.epoch()
                ? new Register.Notable(
                        notable.conversation(), head.epoch(), 0, List.of(), List.of())
                : notable;
    }

    private static long start(Register.Read read, Register.Info info) {
        return Math.max(read.seq(), info.floor() - 1);
    }

    private static long within(List<Long> seqs, long after, long upTo) {
        return seqs.stream().filter(seq -> after < seq && seq <= upTo).count();
    }
}
