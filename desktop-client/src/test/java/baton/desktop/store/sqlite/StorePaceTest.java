package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How fast the store is with 200,000 events. The bounds leave room for a busy machine; the figures
/// are in the log at INFO.
class StorePaceTest {
    private static final Logger LOG = LoggerFactory.getLogger(StorePaceTest.class);
    private static final int EVENTS = 200_000;
    private static final int PAGE = 500;

    @TempDir Path folder;

    @Test
    void pagesAreWrittenAndReadFastEnough() {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(EVENTS, new Random(1));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            long begun = System.nanoTime();
            for (int to = EVENTS; to > 0; to -= PAGE) {
                Span held = Logs.span(log, to - PAGE + 1L, EVENTS);
                store.commit(
                        List.of(
                                new StoreChange.EventsStored(WITH_BEN, log.subList(to - PAGE, to)),
                                new StoreChange.SpansSet(WITH_BEN, SpanSet.EMPTY.plus(held))));
            }
            double seconds = (System.nanoTime() - begun) / 1e9;
            long perSecond = Math.round(EVENTS / seconds);
            double[] millis = new double[200];
            Random random = new Random(2);
            for (int i = 0; i < millis.length; i++) {
                long upTo = 1L + random.nextInt(EVENTS);
                long start = System.nanoTime();
                reader.timelineUpTo(WITH_BEN, Math.max(upTo, 50), 50);
                millis[i] = (System.nanoTime() - start) / 1e6;
            }
            Arrays.sort(millis);
            LOG.info(
                    "{} events written per second; a page of 50 took {} ms (median), {} ms (p99)",
                    perSecond,
                    millis[100],
                    millis[198]);
            assertEquals(
                    EVENTS, store.load().spans().getOrDefault(WITH_BEN, SpanSet.EMPTY).newest());
            assertTrue(perSecond > 10_000, perSecond + " events per second");
            assertTrue(millis[100] < 5, millis[100] + " ms for a page");
        }
    }
}
