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
    ///
    /// @param reply the message that it answers, or [Target#NONE]
    /// @param mentions members whom it names, at most [Limits#MENTIONS_MAX]
    record Message(String text, Target reply, List<AccountId> mentions) implements EventBody {
        public static final String KIND = "message";

        /// The word for a message that replies or mentions. It is another one than [#KIND] because
        /// a device of version 1 would compute another hash for it; a kind that it does not know it
        /// keeps untouched.
        public static final String RICH_KIND = "rich-message";

        public Message {
            mentions = List.copyOf(mentions);
        }

        /// A plain text.
        public Message(String text) {
            this(text, Target.NONE, List.of());
        }

        @Override
        public String kind() {
            return isPlain() ? KIND : RICH_KIND;
        }

        public boolean isPlain() {
            return reply.isNone() && mentions.isEmpty();
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

    /// The author's message says something else now. Of several edits the one with the greatest seq
    /// stands.
    record Edited(Target target, String text, List<AccountId> mentions) implements EventBody {
        public static final String KIND = "edited";

        public Edited {
            mentions = List.copyOf(mentions);
        }

        @Override
        public String kind() {
            return KIND;
        }

        /// Prints the length only: bodies must never reach a log.
        @Override
        public String toString() {
            return "Edited[" + target.seq() + ", " + text.length() + " chars]";
        }
    }

    /// The author takes a message back. Absorbing: its text and the texts of its edits are gone
    /// everywhere, in any order of arrival; each stays in the log as [Gone].
    record Recalled(Target target) implements EventBody {
        public static final String KIND = "recalled";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author reacts to a message with an emoji or takes that back. Of several for one message,
    /// author and emoji the one with the greatest seq stands.
    record Reacted(Target target, String emoji, boolean on) implements EventBody {
        public static final String KIND = "reacted";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// From here on the relay refuses messages whose author had not seen the newest one of others.
    record Guarded(boolean on) implements EventBody {
        public static final String KIND = "guarded";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author takes the conversation upon itself; see [Claim].
    ///
    /// @param force even if somebody else holds a claim that has not run out
    record Claimed(boolean force) implements EventBody {
        public static final String KIND = "claimed";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// The author gives its claim up.
    record Released() implements EventBody {
        public static final String KIND = "released";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// What is left of a message or an edit that was recalled. Nobody may send it; the log puts it
    /// in place of the body, whose hash stays.
    ///
    /// @param was the kind of the body that is gone
    /// @param isCountable as the body was
    record Gone(String was, boolean isCountable) implements EventBody {
        public static final String KIND = "gone";

        @Override
        public String kind() {
            return KIND;
        }
    }

    /// A body of a later version: its JSON object, kept to the letter.
    record Unknown(String kind, String json, boolean isCountable) implements EventBody {}
}
