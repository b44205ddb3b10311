package baton.model;

import java.util.List;

/// What an event says. A body of a kind that this version does not know is kept as [Unknown], with
/// its text untouched, so that an older client neither loses nor reorders what a newer one wrote.
public sealed interface EventBody {

    /// The word that names this body on the wire.
    String kind();

    /// Whether the event counts towards `count`, unread and pending. Messages do.
    default boolean isCountable() {
        return false;
    }

    /// A text that a person wrote: 1 to [Limits#TEXT_CHARS_MAX] UTF-16 units.
    record Message(String text) implements EventBody {
        public static final String KIND = "message";

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public boolean isCountable() {
            return true;
        }

        /// Prints the length only: bodies must never reach a log.
        @Override
        public String toString() {
            return "Message[" + text.length() + " chars]";
        }
    }

    /// A group came into being with a title and its first members (the creator among them).
    record Created(String title, List<AccountId> members) implements EventBody {
        public static final String KIND = "created";

        public Created {
            members = List.copyOf(members);
        }

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author invited an account into the group.
    record Invited(AccountId account) implements EventBody {
        public static final String KIND = "invited";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author left the group.
    record Left() implements EventBody {
        public static final String KIND = "left";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author renamed the group.
    record Titled(String title) implements EventBody {
        public static final String KIND = "titled";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// A body of a later version: its JSON object, kept to the letter.
    record Unknown(String kind, String json, boolean isCountable) implements EventBody {}
}
