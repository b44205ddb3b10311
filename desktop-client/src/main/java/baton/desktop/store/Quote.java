package baton.desktop.store;

import baton.model.AccountId;
import baton.model.Target;

/// The message that another one answers, made anew each time it is read: an edit changes it, a
/// recall takes its text away.
public sealed interface Quote {
    /// Of a message that answers none.
    Quote NONE = new None();

    record None() implements Quote {}

    /// @param target where the message stands now
    /// @param text as it stands
    record Held(Target target, AccountId author, String authorName, String text) implements Quote {
        /// Prints the length only: bodies must never reach a log.
        @Override
        public String toString() {
            return "Held[" + target + " by " + author + ", " + text.length() + " chars]";
        }
    }

    /// @param target where the message stood
    record Recalled(Target target, AccountId author, String authorName) implements Quote {}

    /// Not on this device.
    ///
    /// @param target where to look for it
    record Absent(Target target) implements Quote {}
}
