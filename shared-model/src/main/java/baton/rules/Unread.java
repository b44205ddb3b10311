package baton.rules;

import baton.model.Register;
import baton.model.Tally;

/// How many messages of others lie after the read mark: a pure function of two tallies, never a
/// stored or incremented counter.
///
/// `unread = count(head) - count(read) - own messages in (read, head]`, which is the difference of
/// the two numbers of messages by others. It needs no bodies, so a badge is right before history
/// arrives.
public final class Unread {
    private Unread() {}

    /// @return 0 or more; a read mark at or beyond the head leaves nothing unread
    public static long of(Tally head, Tally read) {
        return Math.max(0, head.others() - read.others());
    }

    /// The same for the registers of one conversation.
    public static long of(Register.Head head, Register.Read read) {
        return of(head.tally(), read.tally());
    }
}
