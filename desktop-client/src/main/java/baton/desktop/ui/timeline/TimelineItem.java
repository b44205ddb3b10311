package baton.desktop.ui.timeline;

import baton.desktop.store.Tick;

/// One row of the screen, ready to draw. [#key] stays the same for as long as the row means the
/// same, so that scroll position and selection can hold on to it.
sealed interface TimelineItem {

    String key();

    /// What a screen reader says.
    String spoken();

    record Day(String key, String label) implements TimelineItem {
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
    /// @param seq [Long#MAX_VALUE] while it is pending
    /// @param clientSeq of a pending one, else 0
    record Bubble(
            String id,
            long seq,
            long clientSeq,
            Author author,
            Grouping grouping,
            String text,
            Stamp stamp,
            Tick tick,
            Note note)
            implements TimelineItem {
        @Override
        public String key() {
            return id;
        }

        @Override
        public String spoken() {
            return note.spoken();
        }

        boolean isFailed() {
            return tick == Tick.FAILED;
        }
    }

    record Author(String handle, String name, boolean own) {}

    /// Where a bubble stands among its author's neighbours.
    ///
    /// @param withAuthor whether the conversation has more than one other person, so that bubbles
    ///   say whose they are
    record Grouping(boolean first, boolean last, boolean withAuthor) {}

    record Stamp(String clock, String exact) {}

    /// @param problem why a failed message was not sent; empty otherwise
    record Note(String spoken, String problem) {}
}
