package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.desktop.store.Quote;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/// The fold as the store answers it, with quotes, and with recalled texts gone from the table.
class StoredFoldTest extends FoldContract {
    @TempDir Path folder;

    @Override
    Map<Long, Seen> fold(long seed, List<List<Event>> pages) {
        Path path = folder.resolve("store" + seed + ".db");
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            SpanSet spans = SpanSet.EMPTY;
            for (List<Event> page : pages) {
                spans = spans.plus(span(page));
                store.commit(
                        List.of(
                                new StoreChange.EventsStored(WITH_BEN, page),
                                new StoreChange.SpansSet(WITH_BEN, spans)));
            }
            SortedMap<Long, Event> held = held(pages);
            Map<Long, Seen> seen = new TreeMap<>();
            for (TimelineRow row : reader.timelineFrom(WITH_BEN, 1, 1000).rows()) {
                if (row instanceof TimelineRow.Entry entry && entry.event().body().isCountable()) {
                    Event event = entry.event();
                    seen.put(
                            event.seq(),
                            seen(entry.folded(), reader.history(WITH_BEN, event.asTarget())));
                    Quote expected = entry.folded().gone() ? Quote.NONE : quote(event, held);
                    assertEquals(expected, entry.quote(), "failed at seed " + seed);
                }
            }
            assertRecalledTextsAreGone(store, held, "failed at seed " + seed);
            return seen;
        }
    }

    private static Span span(List<Event> page) {
        return new Span(
                page.getFirst().seq(),
                page.getLast().seq(),
                page.getFirst().countBefore(),
                page.getLast().count());
    }

    /// By the simplest means.
    private static Quote quote(Event event, SortedMap<Long, Event> held) {
        Target target =
                event.body() instanceof EventBody.Message message ? message.reply() : Target.NONE;
        if (target.isNone()) {
            return Quote.NONE;
        }
        Optional<Event> message = Optional.ofNullable(held.get(target.seq()));
        if (message.isPresent() && !message.get().id().equals(target.id())) {
            message =
                    held.values().stream().filter(one -> one.id().equals(target.id())).findFirst();
        }
        if (message.isPresent()) {
            Event answered = message.get();
            String name = answered.author().handle();
            Seen seen = simplest(answered, held);
            return seen.gone()
                    ? new Quote.Recalled(answered.asTarget(), answered.author(), name)
                    : new Quote.Held(answered.asTarget(), answered.author(), name, seen.text());
        }
        for (Event other : held.values()) {
            if (other.body() instanceof EventBody.Recalled recalled
                    && recalled.target().id().equals(target.id())) {
                return new Quote.Recalled(target, other.author(), other.author().handle());
            }
        }
        return new Quote.Absent(target);
    }

    /// In the table itself, unless the place that a recall names is not held.
    private static void assertRecalledTextsAreGone(
            SqliteStore store, SortedMap<Long, Event> held, String where) {
        List<Event> known = new ArrayList<>(held.values());
        for (Event event : store.sql().list("SELECT * FROM event ORDER BY key", EventRows::read)) {
            boolean placeIsHeld =
                    known.stream()
                            .filter(one -> one.body() instanceof EventBody.Recalled)
                            .map(one -> ((EventBody.Recalled) one.body()).target())
                            .filter(target -> target.id().equals(event.id()))
                            .allMatch(target -> held.containsKey(target.seq()));
            if (placeIsHeld && isRecalled(known, event.seq())) {
                assertInstanceOf(EventBody.Gone.class, event.body(), where + " " + event);
            }
        }
    }

    /// By what arrived, not by what is left of it.
    private static boolean isRecalled(List<Event> known, long seq) {
        return known.stream()
                .anyMatch(event -> event.seq() == seq && Histories.isRecalled(known, event));
    }
}
