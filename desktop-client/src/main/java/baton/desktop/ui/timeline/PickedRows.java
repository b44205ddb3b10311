package baton.desktop.ui.timeline;

import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.EventWords;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads from the store what was picked, as it is now: the list may not hold it, and what was
/// recalled meanwhile must not be copied. Blocks on the store.
record PickedRows(StoreReader store, ConversationId conversation) {
    /// More are not picked at once: a stretch ends there.
    static final int MOST = 1_000;

    private static final int PAGE = 100;

    private static final Comparator<TimelineRow> OLDEST_FIRST =
            Comparator.comparing(PickedRows::pickOf, Picks.Pick.OLDEST_FIRST);

    /// The messages from one to another, oldest first, both included.
    ///
    /// @param most how many at most, 1 or more: those nearest to `from`
    List<TimelineRow> between(Picks.Pick from, Picks.Pick to, int most) {
        boolean upwards = Picks.Pick.OLDEST_FIRST.compare(to, from) < 0;
        List<TimelineRow> rows = new ArrayList<>();
        long at = from.place().seq();
        boolean met = false;
        while (true) {
            List<TimelineRow> page = page(at, upwards);
            met |= page.stream().noneMatch(row -> is(row, from));
            for (TimelineRow row : page) {
                met |= is(row, from);
                if (met && isMessage(row)) {
                    rows.add(row);
                }
                if ((met && is(row, to)) || rows.size() == most) {
                    return inOrder(rows);
                }
            }
            Optional<TimelineRow> last = page.stream().reduce((before, after) -> after);
            if (last.isEmpty() || last.get() instanceof TimelineRow.Pending) {
                return inOrder(rows);
            }
            at = upwards ? first(last.get()) - 1 : last(last.get()) + 1;
        }
    }

    /// Those of them that are still there, oldest first.
    List<TimelineRow> all(List<Picks.Pick> picks) {
        Map<MessageId, Picks.Pick> left = new LinkedHashMap<>();
        picks.forEach(pick -> left.put(pick.id(), pick));
        List<TimelineRow> rows = new ArrayList<>();
        while (!left.isEmpty()) {
            Picks.Pick next = left.values().iterator().next();
            for (TimelineRow row : page(next.place().seq(), next.place().clientSeq() > 0)) {
                if (isMessage(row) && left.remove(pickOf(row).id()) != null) {
                    rows.add(row);
                }
            }
            left.remove(next.id());
        }
        return inOrder(rows);
    }

    /// In the order in which one walks. Below the last seq there is nothing but what waits.
    private List<TimelineRow> page(long at, boolean upwards) {
        TimelinePage page =
                upwards
                        ? store.timelineUpTo(conversation, at, PAGE)
                        : store.timelineFrom(conversation, at, PAGE);
        return upwards ? page.rows().reversed() : page.rows();
    }

    private static List<TimelineRow> inOrder(List<TimelineRow> rows) {
        return rows.stream().sorted(OLDEST_FIRST).toList();
    }

    private static boolean is(TimelineRow row, Picks.Pick pick) {
        return isMessage(row) && pickOf(row).id().equals(pick.id());
    }

    private static boolean isMessage(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> EventWords.isMessage(entry.event().body());
            case TimelineRow.Gap gap -> false;
            case TimelineRow.Pending pending -> pending.body() instanceof EventBody.Message;
        };
    }

    /// @throws IllegalArgumentException for a gap, which nobody can pick
    static Picks.Pick pickOf(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry ->
                    new Picks.Pick(
                            entry.event().id(),
                            new TimelineItem.Place(entry.event().seq(), 0),
                            entry.own() && !entry.folded().gone());
            case TimelineRow.Pending pending ->
                    new Picks.Pick(
                            pending.id(),
                            new TimelineItem.Place(Long.MAX_VALUE, pending.clientSeq()),
                            false);
            case TimelineRow.Gap gap -> throw new IllegalArgumentException("a gap is no message");
        };
    }

    private static long first(TimelineRow row) {
        return row instanceof TimelineRow.Gap(var hole) ? hole.from() : pickOf(row).place().seq();
    }

    private static long last(TimelineRow row) {
        return row instanceof TimelineRow.Gap(var hole) ? hole.to() : pickOf(row).place().seq();
    }
}
