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
/// change of the store asks the same again; so a window never has to be repaired, and never grows
/// beyond twice its reach.
///
/// @param centre rows at or below it count as above; [Long#MAX_VALUE] for the end
/// @param oldest at the end: seq of the row that is to stay the first one, while it is near; 0 for
///   none. If one left at the top for each that comes, every row in sight would change its place in
///   the list, and be drawn anew.
record TimelineWindow(ConversationId conversation, long centre, long oldest) {
    /// Rows read on each side of the centre.
    static final int REACH = 100;

    static TimelineWindow around(ConversationId conversation, long centre) {
        return new TimelineWindow(conversation, centre, 0);
    }

    static TimelineWindow end(ConversationId conversation) {
        return around(conversation, Long.MAX_VALUE);
    }

    /// The end, as it goes on from what is shown of it.
    static TimelineWindow endAfter(ConversationId conversation, Content shown) {
        long oldest = shown.rows().stream().findFirst().map(TimelineRow::first).orElse(0L);
        return new TimelineWindow(conversation, Long.MAX_VALUE, shown.reachesEnd() ? oldest : 0);
    }

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
        if (centre == Long.MAX_VALUE) {
            return end(
                    about,
                    store.timelineUpTo(conversation, centre, oldest > 0 ? 2 * REACH : REACH));
        }
        TimelinePage above = store.timelineUpTo(conversation, centre, REACH);
        TimelinePage below = store.timelineFrom(conversation, centre + 1, REACH);
        return new Content(
                about,
                joined(above.rows(), below.rows()),
                above.reachesFloor(),
                below.reachesEnd());
    }

    private Content end(Optional<ConversationRow> about, TimelinePage page) {
        List<TimelineRow> rows = page.rows();
        int most = Math.max(0, rows.size() - REACH);
        int cut = 0;
        while (cut < most && rows.get(cut).first() < oldest) {
            cut++;
        }
        boolean isNear = page.reachesFloor() || rows.isEmpty() || rows.getFirst().first() <= oldest;
        int from = isNear ? cut : most;
        return new Content(
                about, rows.subList(from, rows.size()), page.reachesFloor() && from == 0, true);
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
