package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;

import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.Span;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// How fast the store is with a long conversation: history written newest page first, as a new
/// device gets it, then screens read at random places.
///
/// @param perSecond events written, each page in a synced transaction of its own
/// @param screenMillis what a screen of [#SCREEN] rows took, sorted
public record StorePace(double perSecond, List<Double> screenMillis) {
    private static final int PAGE = 500;
    private static final int SCREEN = 50;
    private static final int SCREENS = 1_000;

    /// @param folder an empty one
    /// @param events a multiple of [#PAGE]
    public static StorePace measure(Path folder, int events) {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(events, new Random(1));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            long begun = System.nanoTime();
            for (int to = events; to > 0; to -= PAGE) {
                Span held = Logs.span(log, to - PAGE + 1L, events);
                store.commit(
                        List.of(
                                new StoreChange.EventsStored(WITH_BEN, log.subList(to - PAGE, to)),
                                new StoreChange.SpansSet(WITH_BEN, SpanSet.EMPTY.plus(held))));
            }
            double perSecond = events * 1e9 / (System.nanoTime() - begun);
            return new StorePace(perSecond, screens(reader, events));
        }
    }

    private static List<Double> screens(SqliteReader reader, int events) {
        double[] millis = new double[SCREENS];
        Random random = new Random(2);
        for (int i = 0; i < SCREENS; i++) {
            long upTo = 1L + random.nextInt(events);
            long start = System.nanoTime();
            reader.timelineUpTo(WITH_BEN, Math.max(upTo, SCREEN), SCREEN);
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        return Arrays.stream(millis).sorted().boxed().toList();
    }

    /// @param share 0 to 1
    public double screen(double share) {
        return screenMillis.get((int) Math.min(SCREENS - 1L, Math.round(share * SCREENS)));
    }
}
