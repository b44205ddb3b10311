package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.ANAS_LAPTOP;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.store.Reach;
import baton.desktop.store.Tick;
import baton.desktop.sync.StoreChange;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.Register;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReachQueryTest {
    private static final int SIZE = 40;

    @TempDir Path folder;
    private final List<Event> log = Logs.log(SIZE, new Random(1));
    private SqliteStore store;
    private SqliteReader reader;

    @BeforeEach
    void open() {
        Path path = folder.resolve("store.db");
        store = SqliteStore.open(path);
        store.adopt(ANAS);
        reader = new SqliteReader(path, ANAS);
        store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, SIZE))));
        store.commit(List.of(Logs.info(WITH_BEN, 1, 0), Logs.head(WITH_BEN, log, SIZE)));
    }

    @AfterEach
    void close() {
        reader.close();
        store.close();
    }

    @Test
    void eachMessageHasComeAsFarAsItsReceiptsSay() {
        set(new Register.Delivered(WITH_BEN, BEN, 30), new Register.ReadBy(WITH_BEN, BEN, 20));
        for (Event event : log) {
            List<Tick> ticks =
                    reader.reach(WITH_BEN, event.seq()).people().stream()
                            .map(Reach.Person::tick)
                            .toList();
            assertEquals(event.author().equals(ANA) ? List.of(ticks(event)) : List.of(), ticks);
        }
    }

    private static Tick ticks(Event event) {
        if (event.seq() <= 20) {
            return Tick.READ;
        }
        return event.seq() <= 30 ? Tick.DELIVERED : Tick.SENT;
    }

    @Test
    void deviceHasWhatTheRelayHadWhenItWasLastCurrent() {
        long held = log.getLast().count();
        set(
                device(ANAS_LAPTOP.value(), 0, Instant.EPOCH),
                device("all", held, Instant.EPOCH),
                device("behind", 3, NOON.plusSeconds(20)),
                device("new", 0, Instant.EPOCH));
        assertEquals(Set.of(ANAS_LAPTOP.value(), "all", "behind"), holders(19));
        assertEquals(Set.of(ANAS_LAPTOP.value(), "all"), holders(20));
    }

    @Test
    void nothingIsKnownOfWhatIsNotHeld() {
        assertEquals(Reach.UNKNOWN, reader.reach(WITH_BEN, SIZE + 1));
    }

    private Set<String> holders(long seq) {
        return reader.reach(WITH_BEN, seq).devices().stream()
                .filter(Reach.Own::has)
                .map(own -> own.device().id().value())
                .collect(Collectors.toSet());
    }

    private static Register device(String id, long held, Instant currentAt) {
        return new Register.Device(
                new DeviceId(id),
                id,
                "Linux",
                1,
                1,
                true,
                held,
                0,
                NOON.plusSeconds(99),
                currentAt);
    }

    private void set(Register... registers) {
        for (Register register : registers) {
            store.commit(List.<StoreChange>of(Logs.set(100, register)));
        }
    }
}
