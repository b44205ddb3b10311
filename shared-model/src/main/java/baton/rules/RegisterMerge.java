package baton.rules;

import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import java.util.Optional;

/// Which of two values of one register stands. The same decision falls on every device and in the
/// relay's upsert script, in whatever order values arrive.
public final class RegisterMerge {
    private RegisterMerge() {}

    /// Whether `incoming` replaces `current`.
    ///
    /// Ranked registers: only a greater rank does. Others: only a later revision does, since the
    /// relay gave both their order.
    public static boolean replaces(Revised current, Revised incoming) {
        Optional<Rank> held = current.register().rank();
        Optional<Rank> offered = incoming.register().rank();
        if (held.isPresent() && offered.isPresent()) {
            return offered.get().compareTo(held.get()) > 0;
        }
        return incoming.revision() > current.revision();
    }

    /// The farther of two read marks of one conversation.
    public static Register.Read farther(Register.Read one, Register.Read other) {
        Rank rankOfOne = new Rank(one.generation(), one.seq());
        Rank rankOfOther = new Rank(other.generation(), other.seq());
        return rankOfOther.compareTo(rankOfOne) > 0 ? other : one;
    }
}
