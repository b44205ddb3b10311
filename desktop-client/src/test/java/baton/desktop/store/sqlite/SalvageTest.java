package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.StoreException;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SalvageTest {
    private static final OutboxRow WAITING = Logs.unsent(WITH_BEN, 8, "not yet sent");
    private static final LocalDraft DRAFT = new LocalDraft(WITH_BEN, "half a thought", 3, NOON);

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void fill() {
        path = folder.resolve("store.db");
        List<Event> log = Logs.log(3000, new Random(5));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.adopt(ANAS);
            store.commit(
                    List.of(
                            new StoreChange.OutboxPut(WAITING),
                            new StoreChange.ClientSeqUsed(WITH_BEN, 8),
                            new StoreChange.LocalDraftPut(DRAFT),
                            new StoreChange.DraftCopyKept(DRAFT),
                            new StoreChange.CursorSet(99)));
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 3000))));
        }
    }

    @Test
    void brokenHistoryCostsNothingButTheHistory() throws IOException {
        long half = Files.size(path) / 2 / 4096 * 4096;
        Bytes.overwrite(path, half, 40 * 4096);
        byte[] evidence = Files.readAllBytes(path);
        Salvage.Outcome outcome = Salvage.run(path, NOON);
        assertEquals(1, outcome.messages());
        assertEquals(2, outcome.drafts());
        assertTrue(outcome.signedIn());
        assertArrayEquals(evidence, Files.readAllBytes(outcome.aside()));
        assertGoesOn();
    }

    @Test
    void brokenHeaderCostsNothingButTheHistory() throws IOException {
        Bytes.overwrite(path, 0, 100);
        StoreException damaged = assertThrows(StoreException.class, () -> SqliteStore.open(path));
        assertEquals(StoreException.STORE_DAMAGED, damaged.code());
        assertTrue(Salvage.run(path, NOON).signedIn());
        assertGoesOn();
    }

    @Test
    void brokenFirstPageCostsNothingButTheHistory() throws IOException {
        Bytes.overwrite(path, 0, 4096);
        assertTrue(Salvage.run(path, NOON).signedIn());
        assertGoesOn();
    }

    private void assertGoesOn() {
        try (SqliteStore store = SqliteStore.open(path)) {
            StoreSnapshot found = store.load();
            assertEquals(ANAS, store.identity().orElseThrow());
            assertEquals(List.of(WAITING), found.outbox());
            assertEquals(List.of(DRAFT), found.local().drafts());
            assertEquals(8, found.lastClientSeq().get(WITH_BEN));
            assertEquals(0, found.cursor());
            assertTrue(found.spans().isEmpty());
        }
    }

    @Test
    void lostCountOfSendsMeansNewDeviceAndADecisionOfThePerson() throws IOException {
        Bytes.overwrite(path, (rootOf("client_seq") - 1) * 4096L, 4096);
        Salvage.Outcome outcome = Salvage.run(path, NOON);
        assertFalse(outcome.signedIn());
        try (SqliteStore store = SqliteStore.open(path)) {
            assertTrue(store.identity().isEmpty());
            OutboxRow kept = store.load().outbox().getFirst();
            assertEquals(WAITING.body(), kept.body());
            assertEquals(new OutboxRow.State.Failed(Unsent.FATE_UNKNOWN), kept.state());
            assertTrue(kept.clientSeq() < 0);
        }
    }

    @Test
    void fileOfNoiseLeavesAnEmptyStoreAndTheFileAside() throws IOException {
        Bytes.overwrite(path, 0, Math.toIntExact(Files.size(path)));
        Salvage.Outcome outcome = Salvage.run(path, NOON);
        assertFalse(outcome.signedIn());
        assertEquals(0, outcome.messages());
        assertTrue(Files.exists(outcome.aside()));
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(StoreSnapshot.EMPTY, store.load());
        }
    }

    @Test
    void salvageCutOffBetweenItsTwoMovesIsFinishedByTheNextOpening() throws IOException {
        Path fresh = folder.resolve("fresh.db");
        try (SqliteStore store = SqliteStore.open(fresh)) {
            store.commit(List.of(new StoreChange.OutboxPut(WAITING)));
        }
        Files.move(fresh, new StoreFile(path).salvaged());
        Files.move(path, folder.resolve("store.db.damaged-1"));
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(List.of(WAITING), store.load().outbox());
        }
    }

    private long rootOf(String table) {
        try (SqliteStore store = SqliteStore.open(path)) {
            return store.sql().number("SELECT rootpage FROM sqlite_schema WHERE name = ?", table);
        }
    }
}
