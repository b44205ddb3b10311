package baton.desktop.ui.timeline;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.ConversationId;
import baton.model.Hole;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which part of a timeline the screen holds: so many rows around a seq. Scrolling moves the seq, a
/// change of the store asks the same again; so a window never has to be repaired, and never grows.
///
/// @param centre rows at or below it count as above; [Long#MAX_VALUE] for the end
record TimelineWindow(ConversationId conversation, long centre) {
    /// Rows read on each side of the centre.
    static final int REACH = 100;

    /// @param about empty if the account does not have the conversation yet
    /// @param reachesFloor whether nothing older exists
    /// @param reachesEnd whether nothing newer exists
    record Content(
            Optional<ConversationRow> about,
            List<TimelineRow> rows,
            boolean reachesFloor,
            boolean reachesEnd) {}

    /// Blocks on the store.
    Content read(StoreReader store) {
        Optional<ConversationRow> about = store.conversation(conversation);
        TimelinePage above = store.timelineUpTo(conversation, centre, REACH);
        if (centre == Long.MAX_VALUE) {
            return new Content(about, above.rows(), above.reachesFloor(), true);
        }
        TimelinePage below = store.timelineFrom(conversation, centre + 1, REACH);
        return new Content(
                about,
                joined(above.rows(), below.rows()),
                above.reachesFloor(),
                below.reachesEnd());
    }

    /// A hole across the centre comes with both halves, whole or cut in two.
    private static List<TimelineRow> joined(List<TimelineRow> above, List<TimelineRow> below) {
        List<TimelineRow> rows = new ArrayList<>(above);
        if (!above.isEmpty()
                && !below.isEmpty()
                && above.getLast() instanceof TimelineRow.Gap(Hole upper)
                && below.getFirst() instanceof TimelineRow.Gap(Hole lower)) {
            rows.set(rows.size() - 1, new TimelineRow.Gap(union(upper, lower)));
            rows.addAll(below.subList(1, below.size()));
        } else {
            rows.addAll(below);
        }
        return rows;
    }

    private static Hole union(Hole upper, Hole lower) {
        if (upper.equals(lower)) {
            return upper;
        }
        return new Hole(upper.from(), lower.to(), upper.messages() + lower.messages());
    }
}
