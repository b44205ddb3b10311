package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.StoreException;
import baton.desktop.sync.StoreChange;
import baton.model.Event;
import baton.model.SpanSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {
    @TempDir Path folder;

    @Test
    void olderFileIsCopiedAndThenMigrated() {
        Path path = folder.resolve("store.db");
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(List.of(new StoreChange.CursorSet(41)));
        }
        List<String> scripts = new ArrayList<>(Migrations.shipped().scripts());
        String copy = "store.db.version-" + scripts.size();
        scripts.add("ALTER TABLE feed ADD COLUMN node TEXT; UPDATE feed SET cursor = cursor + 1;");
        try (SqliteStore store = SqliteStore.open(path, new Migrations(scripts))) {
            assertEquals(42, store.load().cursor());
        }
        try (SqliteStore before = SqliteStore.open(folder.resolve(copy))) {
            assertEquals(41, before.load().cursor());
        }
    }

    @Test
    void migrationThatFailsLeavesTheOlderFile() {
        Path path = folder.resolve("store.db");
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(List.of(new StoreChange.CursorSet(41)));
        }
        List<String> scripts = new ArrayList<>(Migrations.shipped().scripts());
        scripts.add("UPDATE feed SET cursor = 0; UPDATE nonsense SET x = 1;");
        Migrations broken = new Migrations(scripts);
        assertThrows(StoreException.class, () -> SqliteStore.open(path, broken));
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(41, store.load().cursor());
        }
    }

    @Test
    void newerFileIsRefusedUntouched() throws IOException {
        Path path = folder.resolve("store.db");
        List<String> scripts = new ArrayList<>(Migrations.shipped().scripts());
        scripts.add("CREATE TABLE later (x INTEGER);");
        SqliteStore.open(path, new Migrations(scripts)).close();
        byte[] before = Files.readAllBytes(path);
        StoreException refused = assertThrows(StoreException.class, () -> SqliteStore.open(path));
        assertEquals(StoreException.STORE_TOO_NEW, refused.code());
        assertArrayEquals(before, Files.readAllBytes(path));
        assertEquals(List.of("store.db"), names());
    }

    @Test
    void orderlyEndLeavesOneFile() throws IOException {
        Path path = folder.resolve("store.db");
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            store.commit(List.of(new StoreChange.CursorSet(41)));
            assertTrue(reader.conversations().isEmpty());
        }
        assertEquals(List.of("store.db"), names());
    }

    @Test
    void compactStoreHoldsTheSameAndTakesLessRoom() throws IOException {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(2000, new Random(5));
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 2000))));
            store.commit(List.of(new StoreChange.BodiesGone(WITH_BEN, 1900)));
            var held = reader.timelineUpTo(WITH_BEN, Long.MAX_VALUE, 50);
            long before = Files.size(path);
            store.compact();
            assertTrue(Files.size(path) < before, before + " bytes before");
            assertEquals(held, reader.timelineUpTo(WITH_BEN, Long.MAX_VALUE, 50));
            store.commit(List.of(new StoreChange.CursorSet(41)));
            assertEquals(41, store.load().cursor());
        }
    }

    @Test
    void fullDiskRefusesTheCommitWholeAndLaterCommitsWork() {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(2000, new Random(5));
        List<StoreChange> large = Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 2000)));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(List.of(new StoreChange.CursorSet(1)));
            long pages = store.sql().number("PRAGMA page_count");
            store.sql().script("PRAGMA max_page_count = " + (pages + 3));
            StoreException full = assertThrows(StoreException.class, () -> store.commit(large));
            assertEquals(StoreException.DISK_FULL, full.code());
            assertTrue(store.load().spans().isEmpty());
            store.commit(List.of(new StoreChange.CursorSet(2)));
            store.sql().script("PRAGMA max_page_count = 1000000");
            store.commit(large);
        }
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(2, store.load().cursor());
            assertEquals(2000, store.load().spans().getOrDefault(WITH_BEN, SpanSet.EMPTY).newest());
            assertEquals(
                    "ok",
                    store.sql()
                            .first("PRAGMA integrity_check", row -> row.getString(1))
                            .orElseThrow());
        }
    }

    @Test
    void brokenPageIsNoticedAfterAnUnorderlyEnd() throws IOException {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(2000, new Random(5));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 2000))));
        }
        Bytes.overwrite(path, Files.size(path) - 3 * 4096L, 4096);
        new StoreFile(path).suspect();
        StoreException damaged = assertThrows(StoreException.class, () -> SqliteStore.open(path));
        assertEquals(StoreException.STORE_DAMAGED, damaged.code());
    }

    @Test
    void damageMetByAReadIsRememberedForTheNextOpening() throws IOException {
        Path path = folder.resolve("store.db");
        List<Event> log = Logs.log(2000, new Random(5));
        try (SqliteStore store = SqliteStore.open(path)) {
            store.commit(Logs.hold(WITH_BEN, log, List.of(Logs.span(log, 1, 2000))));
        }
        Bytes.overwrite(path, Files.size(path) - 3 * 4096L, 4096);
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            assertEquals(2000, store.load().spans().getOrDefault(WITH_BEN, SpanSet.EMPTY).newest());
            StoreException met =
                    assertThrows(
                            StoreException.class, () -> reader.timelineFrom(WITH_BEN, 1, 3000));
            assertEquals(StoreException.STORE_DAMAGED, met.code());
        }
        assertThrows(StoreException.class, () -> SqliteStore.open(path));
        assertFalse(Files.notExists(path));
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
