package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.LocalSetting;
import baton.desktop.sync.Place;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.Event;
import baton.model.Seal;
import baton.model.SpanSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a store does when the relay's store lost an end, or let a beginning go.
class EpochChangeTest {
    private static final List<Event> LOG = Histories.of(60, new Random(4), false);

    @TempDir Path folder;

    private Path held() {
        Path path = folder.resolve("store.db");
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(ANAS);
            store.commit(Logs.hold(WITH_BEN, LOG, List.of(Logs.span(LOG, 1, 60))));
            store.commit(List.of(Logs.head(WITH_BEN, LOG, 60), new StoreChange.CursorSet(9)));
        }
        return path;
    }

    private static List<StoreChange> adoption(long common) {
        return List.of(
                new StoreChange.EventsSetAside(WITH_BEN, common + 1),
                new StoreChange.SpansSet(WITH_BEN, SpanSet.EMPTY.plus(Logs.span(LOG, 1, common))),
                new StoreChange.RegistersForgotten(),
                new StoreChange.EpochSet(2));
    }

    @Test
    void adoptionKeepsWhatIsCommonAndSetsTheRestAsideWhole() {
        try (SqliteStore store = SqliteStore.open(held())) {
            List<Event> stored = events(store);
            store.commit(adoption(40));
            assertEquals(stored.subList(40, 60), store.aside(WITH_BEN));
            assertEquals(stored.subList(0, 40), events(store));
            StoreSnapshot found = store.load();
            assertEquals(2, found.epoch());
            assertEquals(0, found.cursor());
            assertEquals(List.of(), found.registers());
            assertEquals(Set.of(WITH_BEN), found.aside());
            assertEquals(places(stored, 1, 40), found.edges().get(WITH_BEN));
            assertEquals(
                    0L,
                    store.sql()
                            .number(
                                    "SELECT COUNT(*) FROM action WHERE key > ?",
                                    EventRows.key(1, 40)));
        }
    }

    private static List<Event> events(SqliteStore store) {
        return store.sql().list("SELECT * FROM event ORDER BY key", EventRows::read);
    }

    private static List<Place> places(List<Event> log, int... seqs) {
        List<Place> places = new ArrayList<>();
        for (int seq : seqs) {
            places.add(Place.of(log.get(seq - 1)));
        }
        return places;
    }

    @Test
    void proofsOfEventsSurviveSoThatTheyCanBeOffered() {
        try (SqliteStore store = SqliteStore.open(held())) {
            store.commit(adoption(50));
            assertEquals(
                    LOG.subList(50, 60).stream().map(Event::seal).map(Seal::proof).toList(),
                    store.aside(WITH_BEN).stream().map(Event::seal).map(Seal::proof).toList());
        }
    }

    @Test
    void whatIsSetAsideTwiceIsKeptAsItWasFirst() {
        try (SqliteStore store = SqliteStore.open(held())) {
            store.commit(adoption(50));
            List<Event> first = store.aside(WITH_BEN);
            Event moved = moved(first.getFirst(), 58);
            store.commit(List.of(new StoreChange.EventsStored(WITH_BEN, List.of(moved))));
            store.commit(adoption(50));
            assertEquals(first, store.aside(WITH_BEN));
            store.commit(List.of(new StoreChange.AsideRemoved(WITH_BEN, first.getFirst().id())));
            assertEquals(first.subList(1, first.size()), store.aside(WITH_BEN));
        }
    }

    private static Event moved(Event event, long seq) {
        return event.placed(seq, event.count(), event.digest());
    }

    @Test
    void placesAreThoseOfTheEventsThatAreHeld() {
        try (SqliteStore store = SqliteStore.open(held())) {
            List<Event> stored = events(store);
            assertEquals(places(stored, 7, 8, 9), store.places(WITH_BEN, 7, 9));
            assertEquals(60, store.places(WITH_BEN, 0, Long.MAX_VALUE).size());
        }
    }

    @Test
    void eventsBelowTheFloorAreGoneWithAllThatWasSaidThere() {
        try (SqliteStore store = SqliteStore.open(held())) {
            List<Event> stored = events(store);
            store.commit(
                    List.of(
                            new StoreChange.BodiesGone(WITH_BEN, 31),
                            new StoreChange.SpansSet(
                                    WITH_BEN, SpanSet.EMPTY.plus(Logs.span(LOG, 31, 60)))));
            assertEquals(stored.subList(30, 60), events(store));
            assertEquals(
                    0L,
                    store.sql()
                            .number(
                                    "SELECT COUNT(*) FROM action WHERE key < ?",
                                    EventRows.key(1, 31)));
        }
    }

    @Test
    void salvageKeepsWhatWasSetAsideAndWhatThisDeviceHasSet() throws java.io.IOException {
        Path path = held();
        var pinned =
                new LocalSetting(
                        new baton.model.Register.Setting("pinned", WITH_BEN.value(), "on"), 0, 0);
        List<Event> aside;
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(adoption(40));
            store.commit(List.of(new StoreChange.LocalSettingPut(pinned)));
            aside = store.aside(WITH_BEN);
        }
        long event = rootOf(path, "event");
        Bytes.overwrite(path, (event - 1) * 4096, 4096);
        assertTrue(Salvage.run(path, NOON).signedIn());
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(aside, store.aside(WITH_BEN));
            assertEquals(List.of(pinned), store.load().local().settings());
        }
    }

    private static long rootOf(Path path, String table) {
        try (SqliteStore store = SqliteStore.open(path)) {
            return store.sql().number("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
        }
    }
}
