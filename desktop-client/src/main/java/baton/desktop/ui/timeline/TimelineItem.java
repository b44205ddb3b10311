package baton.desktop.ui.timeline;

import baton.desktop.store.Tick;
import baton.model.AccountId;
import baton.model.MessageId;
import baton.model.Target;
import java.time.LocalDate;
import java.util.List;

/// One row of the screen, ready to draw. [#key] stays the same for as long as the row means the
/// same, so that scroll position and selection can hold on to it.
sealed interface TimelineItem {

    String key();

    /// What a screen reader says.
    String spoken();

    record Day(String key, LocalDate date, String label) implements TimelineItem {
        @Override
        public String spoken() {
            return label;
        }
    }

    record Divider(String label) implements TimelineItem {
        @Override
        public String key() {
            return "divider";
        }

        @Override
        public String spoken() {
            return label;
        }
    }

    /// Where this account's view of the log begins although the log is older.
    record Floor(String label) implements TimelineItem {
        @Override
        public String key() {
            return "floor";
        }

        @Override
        public String spoken() {
            return label;
        }
    }

    /// Messages that are not on this device yet.
    record Gap(long from, long to, String label) implements TimelineItem {
        @Override
        public String key() {
            return "gap:" + from;
        }

        @Override
        public String spoken() {
            return label;
        }
    }

    /// Something that happened to the conversation itself.
    record Service(long seq, String label, String exact) implements TimelineItem {
        @Override
        public String key() {
            return "event:" + seq;
        }

        @Override
        public String spoken() {
            return label;
        }
    }

    /// A message. A pending one and the stored one that follows it have the same id, hence the same
    /// key.
    ///
    /// @param chips reactions, in the order in which they came
    record Bubble(
            MessageId id,
            Place place,
            Author author,
            Grouping grouping,
            Words words,
            Stamp stamp,
            Tick tick,
            Answered answered,
            List<Chip> chips,
            Note note)
            implements TimelineItem {
        public Bubble {
            chips = List.copyOf(chips);
        }

        @Override
        public String key() {
            return id.toString();
        }

        @Override
        public String spoken() {
            return note.spoken();
        }

        long seq() {
            return place.seq();
        }

        long clientSeq() {
            return place.clientSeq();
        }

        String text() {
            return words.text();
        }

        boolean isFailed() {
            return tick == Tick.FAILED;
        }

        /// Whether it is at the relay, and not only on its way.
        boolean isInLog() {
            return place.seq() != Long.MAX_VALUE;
        }

        /// Whether it is in the log, with its text: only then can anything be said about it.
        boolean isStanding() {
            return isInLog() && !words.gone();
        }

        /// Whether the person may still change it.
        boolean isOwnStanding() {
            return author.own() && isStanding();
        }

        Target target() {
            return new Target(place.seq(), id);
        }
    }

    /// @param seq [Long#MAX_VALUE] while it is pending
    /// @param clientSeq of a pending one, else 0
    record Place(long seq, long clientSeq) {}

    record Author(String handle, String name, boolean own) {}

    /// Where a bubble stands among its author's neighbours.
    ///
    /// @param withAuthor whether the conversation has more than one other person, so that bubbles
    ///   say whose they are
    record Grouping(boolean first, boolean last, boolean withAuthor) {}

    /// @param text what it says now; a sentence about the recall if it is gone
    /// @param namesMe whether it mentions the person at this window
    record Words(
            String text, List<AccountId> mentions, boolean namesMe, boolean edited, boolean gone) {
        public Words {
            mentions = List.copyOf(mentions);
        }
    }

    record Stamp(String clock, String exact) {}

    /// The message that this one answers.
    ///
    /// @param target [Target#NONE] if it answers none
    /// @param handle decides the colour of the author's name; empty if the message is not known
    record Answered(Target target, String handle, String author, String text) {
        static final Answered NONE = new Answered(Target.NONE, "", "", "");
    }

    /// One emoji under a message.
    ///
    /// @param own whether the person at this window is among them
    /// @param who their names, for a tooltip
    record Chip(String emoji, int count, boolean own, String who) {}

    /// @param problem why a failed message was not sent; empty otherwise
    record Note(String spoken, String problem) {}
}
