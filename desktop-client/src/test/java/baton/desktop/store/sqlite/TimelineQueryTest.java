package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.store.Since;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.Hole;
import baton.model.Span;
import baton.model.Target;
import baton.rules.EventFold;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages against a list of all rows made by the simplest means.
class TimelineQueryTest {
    @TempDir Path folder;

    /// One invented state of a conversation.
    private record Case(
            List<Event> log, BitSet held, int floor, int head, int waiting, String name) {

        static Case of(long seed) {
            RandomGenerator random = new Random(seed);
            int size = 1 + random.nextInt(60);
            BitSet held = new BitSet();
            boolean state = random.nextBoolean();
            for (int seq = 1; seq <= size; seq++) {
                state = random.nextInt(4) == 0 ? !state : state;
                held.set(seq, state);
            }
            int floor = 1 + random.nextInt(random.nextBoolean() ? 1 : size);
            int head = 1 + random.nextInt(size);
            List<Event> log =
                    random.nextBoolean()
                            ? Logs.log(size, random)
                            : Histories.of(size, random, false);
            return new Case(log, held, floor, head, random.nextInt(4), "seed " + seed);
        }

        int end() {
            return Math.max(head, held.length() - 1);
        }

        List<Span> spans() {
            List<Span> spans = new ArrayList<>();
            for (int seq = 1; seq <= log.size(); seq++) {
                if (held.get(seq)) {
                    int from = seq;
                    while (seq < log.size() && held.get(seq + 1)) {
                        seq++;
                    }
                    spans.add(Logs.span(log, from, seq));
                }
            }
            return spans;
        }

        List<StoreChange> changes() {
            List<StoreChange> changes = new ArrayList<>(Logs.hold(WITH_BEN, log, spans()));
            long floorCount = floor == 1 ? 0 : log.get(floor - 2).count();
            changes.add(Logs.info(WITH_BEN, floor, floorCount));
            changes.add(Logs.head(WITH_BEN, log, head));
            for (int i = 1; i <= waiting; i++) {
                changes.add(new StoreChange.OutboxPut(Logs.unsent(WITH_BEN, i, "waits " + i)));
            }
            return changes;
        }

        /// Every row between floor and end: an event's seq, or a hole.
        List<Object> rows() {
            List<Object> rows = new ArrayList<>();
            for (int seq = floor; seq <= end(); seq++) {
                if (held.get(seq)) {
                    if (EventFold.isShown(log.get(seq - 1).body())) {
                        rows.add((long) seq);
                    }
                    continue;
                }
                int from = seq;
                while (seq < end() && !held.get(seq + 1)) {
                    seq++;
                }
                long messages =
                        log.subList(from - 1, seq).stream()
                                .filter(event -> event.body().isCountable())
                                .count();
                rows.add(new Hole(from, seq, messages));
            }
            return rows;
        }

        Since since(Instant moment) {
            long first = floor;
            while (first <= end()
                    && !(held.get((int) first)
                            && !log.get((int) first - 1).at().isBefore(moment))) {
                first++;
            }
            for (Object row : rows()) {
                if (row instanceof Hole hole && hole.to() + 1 >= first) {
                    return new Since.Within(hole);
                }
                if (row instanceof Long seq && seq >= first) {
                    return new Since.Here(new Target(seq, log.get(Math.toIntExact(seq) - 1).id()));
                }
            }
            return new Since.Beyond();
        }
    }

    @Test
    void pagesAgreeWithTheListOfAllRows() {
        for (long seed = 1; seed <= 150; seed++) {
            Case one = Case.of(seed);
            Path path = folder.resolve("store" + seed + ".db");
            try (SqliteStore store = SqliteStore.open(path);
                    SqliteReader reader = new SqliteReader(path, ANAS)) {
                store.commit(one.changes());
                for (int seq = 0; seq <= one.log().size() + 1; seq++) {
                    int limit = 1 + (seq * 7 + (int) seed) % 9;
                    checkUpTo(one, reader, seq, limit);
                    checkFrom(one, reader, seq, limit);
                }
                checkUpTo(one, reader, Long.MAX_VALUE, 5);
                checkUpTo(one, reader, Long.MAX_VALUE, 500);
            }
        }
    }

    @Test
    void aMomentIsWhereTheListOfAllRowsHasIt() {
        for (long seed = 1; seed <= 150; seed++) {
            Case one = Case.of(seed);
            Path path = folder.resolve("since" + seed + ".db");
            try (SqliteStore store = SqliteStore.open(path);
                    SqliteReader reader = new SqliteReader(path, ANAS)) {
                store.commit(one.changes());
                for (int seq = 0; seq <= one.log().size() + 1; seq++) {
                    Instant moment = Logs.NOON.plusSeconds(seq).minusMillis(seed % 2 * 300);
                    assertEquals(
                            one.since(moment),
                            reader.since(WITH_BEN, moment),
                            one.name() + " since " + seq);
                }
            }
        }
    }

    private static void checkUpTo(Case one, SqliteReader reader, long upTo, int limit) {
        List<Object> all = one.rows();
        List<Object> below = all.stream().filter(row -> from(row) <= upTo).toList();
        List<Object> expected =
                new ArrayList<>(below.subList(Math.max(0, below.size() - limit), below.size()));
        boolean reachesFloor = expected.size() == below.size();
        boolean nothingNewer = below.size() == all.size();
        boolean withPending = upTo == Long.MAX_VALUE;
        if (withPending) {
            addPending(one, expected);
        }
        boolean reachesEnd = withPending || (nothingNewer && one.waiting() == 0);
        TimelinePage page = reader.timelineUpTo(WITH_BEN, upTo, limit);
        String where = one.name() + " up to " + upTo + " limit " + limit;
        assertEquals(expected, page.rows().stream().map(TimelineQueryTest::plain).toList(), where);
        assertEquals(reachesFloor, page.reachesFloor(), where);
        assertEquals(reachesEnd, page.reachesEnd(), where);
    }

    private static void checkFrom(Case one, SqliteReader reader, long from, int limit) {
        List<Object> all = one.rows();
        List<Object> above = all.stream().filter(row -> to(row) >= from).toList();
        List<Object> expected = new ArrayList<>(above.subList(0, Math.min(limit, above.size())));
        boolean reachesEnd = expected.size() == above.size();
        boolean reachesFloor = above.size() == all.size();
        if (reachesEnd) {
            addPending(one, expected);
        }
        TimelinePage page = reader.timelineFrom(WITH_BEN, from, limit);
        String where = one.name() + " from " + from + " limit " + limit;
        assertEquals(expected, page.rows().stream().map(TimelineQueryTest::plain).toList(), where);
        assertEquals(reachesFloor, page.reachesFloor(), where);
        assertEquals(reachesEnd, page.reachesEnd(), where);
    }

    private static void addPending(Case one, List<Object> rows) {
        for (int i = 1; i <= one.waiting(); i++) {
            rows.add("waits " + i);
        }
    }

    private static long from(Object row) {
        return row instanceof Hole hole ? hole.from() : (long) row;
    }

    private static long to(Object row) {
        return row instanceof Hole hole ? hole.to() : (long) row;
    }

    private static Object plain(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> entry.event().seq();
            case TimelineRow.Gap gap -> gap.hole();
            case TimelineRow.Pending pending ->
                    ((baton.model.EventBody.Message) pending.body()).text();
        };
    }
}
