package baton.relay.feed;

import baton.model.Rank;
import baton.model.Register;

/// One register to write, and under which condition. A register without a rank is kept with the
/// epoch and revision under which it was written, which is its place in the relay's order.
public sealed interface Change {
    Register register();

    /// Writes iff its rank is greater than that of the value that stands.
    record Raise(Register register) implements Change {
        /// @throws IllegalArgumentException if the register has no rank
        public Raise {
            if (register.rank().isEmpty()) {
                throw new IllegalArgumentException("a register without rank cannot be raised");
            }
        }
    }

    /// Writes in any case.
    record Put(Register register) implements Change {}

    /// Gives back what the store may have lost: writes iff the value that stands was written before
    /// this one was.
    ///
    /// @param written when: under which epoch, and as which revision of the account
    record Return(Register register, Rank written) implements Change {}

    /// Writes iff the register still has this revision.
    ///
    /// @param basis 0 if there must be none yet
    record Swap(Register register, long basis) implements Change {}
}
