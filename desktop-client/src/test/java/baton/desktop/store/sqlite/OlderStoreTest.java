package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.ANAS;
import static baton.desktop.store.sqlite.Logs.BEN;
import static baton.desktop.store.sqlite.Logs.NOON;
import static baton.desktop.store.sqlite.Logs.WITH_BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreSnapshot;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Guard;
import baton.model.Member;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Reaction;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of version 1, filled to the letter as a build of version 1 did, under a build of today.
class OlderStoreTest {
    private static final String LATER = "{\"key\":\"mood/ana\",\"t\":\"mood\"}";
    private static final Event HELLO = Logs.event(1, 1, 11, BEN, new EventBody.Message("hello"));
    private static final Event SECRET = Logs.event(2, 2, 12, BEN, new EventBody.Message("secret"));
    private static final Event EDIT =
            Logs.event(
                    3,
                    2,
                    13,
                    BEN,
                    new EventBody.Edited(HELLO.asTarget(), "hello, all", List.of(ANA)));
    private static final Event REACTION =
            Logs.event(4, 2, 14, ANA, new EventBody.Reacted(HELLO.asTarget(), "👍", true));
    private static final Event ANSWER =
            Logs.event(
                    5, 3, 15, ANA, new EventBody.Message("to that", HELLO.asTarget(), List.of()));
    private static final Event RECALL =
            Logs.event(6, 3, 16, BEN, new EventBody.Recalled(SECRET.asTarget()));
    private static final Event RECALL_AHEAD =
            Logs.event(
                    7, 3, 17, BEN, new EventBody.Recalled(new Target(30, MessageId.of(1, 2, 3))));
    private static final List<Event> LOG =
            List.of(HELLO, SECRET, EDIT, REACTION, ANSWER, RECALL, RECALL_AHEAD);

    @TempDir Path folder;
    private Path path;

    @BeforeEach
    void fill() {
        path = folder.resolve("store.db");
        Migrations versionOne = Migrations.shipped().upTo(1);
        try (Sql sql = new StoreFile(path).openWriter(versionOne)) {
            sql.run(
                    "INSERT INTO identity VALUES (1, 'localhost', 'ana', 'Ana Lima', 'd1', ?)",
                    ANAS.deviceName());
            sql.run("INSERT INTO conversation VALUES (1, ?)", WITH_BEN.value());
            for (Event event : LOG) {
                sql.run(
                        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        EventRows.key(1, event.seq()),
                        event.count(),
                        event.digest(),
                        event.author().handle(),
                        event.device().value(),
                        event.clientSeq(),
                        EventRows.bytes(event.id()),
                        event.at().toEpochMilli(),
                        event.hash(),
                        event.body().isCountable() ? 1 : 0,
                        EventRows.text(event.body()));
            }
            registers(sql);
            local(sql);
        }
    }

    private static void registers(Sql sql) {
        sql.run("INSERT INTO span VALUES (1, 1, 7, 0, 3)");
        sql.run(
                "INSERT INTO head VALUES (1, 21, 1, 7, 3, 1, 17, ?, 'ben', 'message', 'hi')",
                NOON.toEpochMilli());
        sql.run("INSERT INTO info VALUES (1, 22, 4, '', 1, 0, 0)");
        sql.run("INSERT INTO member VALUES (1, 0, 'ana', 'Ana Lima'), (1, 1, 'ben', 'Ben Wu')");
        sql.run("INSERT INTO person VALUES ('ana', 'Ana Lima'), ('ben', 'Ben Wu')");
        sql.run("INSERT INTO read_mark VALUES (1, 23, 0, 1, 1, 0)");
        sql.run(
                "INSERT INTO draft VALUES (1, 24, 'there', 'phone', 'Phone', ?)",
                NOON.toEpochMilli());
        sql.run("INSERT INTO delivered VALUES (1, 'ben', 25, 5)");
        sql.run("INSERT INTO read_by VALUES (1, 'ben', 26, 4)");
        sql.run(
                "INSERT INTO device VALUES ('d1', 27, 'Laptop', 'linux', 4, 5, 1, 3, 0, ?)",
                NOON.toEpochMilli());
        sql.run("INSERT INTO unknown_register VALUES ('mood/ana', 28, ?)", LATER);
        sql.run("INSERT INTO unknown_register VALUES ('notable/d:ana:ben', 29, '{}')");
        sql.run("UPDATE feed SET cursor = 29");
    }

    private static void local(Sql sql) {
        sql.run(
                "INSERT INTO outbox VALUES (?, 3, ?, 0, ?, ?, 'waiting', 0, '')",
                WITH_BEN.value(),
                waiting().id().toString(),
                EventRows.text(waiting().body()),
                waiting().composedAt().toEpochMilli());
        sql.run("INSERT INTO client_seq VALUES (?, 3)", WITH_BEN.value());
        sql.run("INSERT INTO local_read VALUES (?, 0, 2, 2, 0)", WITH_BEN.value());
        sql.run(
                "INSERT INTO local_draft VALUES (?, 'typed', 24, ?)",
                WITH_BEN.value(),
                NOON.toEpochMilli());
        sql.run(
                "INSERT INTO draft_copy VALUES (?, 'kept', 20, ?)",
                WITH_BEN.value(),
                NOON.toEpochMilli());
    }

    private static OutboxRow waiting() {
        return Logs.unsent(WITH_BEN, 3, "not yet sent");
    }

    @Test
    void everythingIsThere() {
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(ANAS, store.identity().orElseThrow());
            StoreSnapshot found = store.load();
            assertEquals(List.of(waiting()), found.outbox());
            assertEquals(3, found.lastClientSeq().get(WITH_BEN));
            assertEquals(SpanSet.EMPTY.plus(new Span(1, 7, 0, 3)), found.spans().get(WITH_BEN));
            assertEquals(known(), Set.copyOf(found.registers()));
            assertEquals(0, found.cursor(), "the directory is read anew");
            try (SqliteReader reader = new SqliteReader(path, ANAS)) {
                ConversationRow row = reader.conversation(WITH_BEN).orElseThrow();
                assertEquals("typed", row.draft().text());
                assertEquals("kept", row.draft().keptText());
                assertEquals(2, row.readSeq());
                assertEquals("Laptop", reader.devices().getFirst().name());
            }
        }
    }

    /// All but the one that is known now and said too little.
    private static Set<Revised> known() {
        DeviceId phone = new DeviceId("phone");
        List<Member> members = List.of(new Member(ANA, "Ana Lima"), new Member(BEN, "Ben Wu"));
        return Set.of(
                new Revised(
                        21,
                        new Register.Head(
                                WITH_BEN, 1, 7, 3, 1, 17, NOON, new Preview(BEN, "message", "hi"))),
                new Revised(
                        22,
                        new Register.Info(WITH_BEN, 0, 0, "", members, 1, 0, 0, false, Guard.NONE)),
                new Revised(23, new Register.Read(WITH_BEN, 0, 1, 1, 0)),
                new Revised(24, new Register.Draft(WITH_BEN, "there", phone, "Phone", NOON)),
                new Revised(25, new Register.Delivered(WITH_BEN, BEN, 5)),
                new Revised(26, new Register.ReadBy(WITH_BEN, BEN, 4)),
                new Revised(
                        27,
                        new Register.Device(
                                new DeviceId("d1"),
                                "Laptop",
                                "linux",
                                4,
                                5,
                                true,
                                3,
                                0,
                                NOON,
                                Instant.EPOCH)),
                new Revised(28, new Register.Unknown("mood/ana", LATER)));
    }

    @Test
    void whatVersionOneCouldNotReadIsFoldedNow() throws IOException {
        try (SqliteStore store = SqliteStore.open(path);
                SqliteReader reader = new SqliteReader(path, ANAS)) {
            List<TimelineRow> rows = reader.timelineFrom(WITH_BEN, 1, 10).rows();
            assertEquals(
                    List.of(
                            new Folded(
                                    "hello, all",
                                    List.of(ANA),
                                    true,
                                    false,
                                    List.of(new Reaction("👍", List.of(ANA)))),
                            Folded.GONE,
                            new Folded("to that", List.of(), false, false, List.of())),
                    rows.stream()
                            .filter(TimelineRow.Entry.class::isInstance)
                            .map(row -> ((TimelineRow.Entry) row).folded())
                            .toList());
            assertEquals(
                    1L, store.sql().number("SELECT COUNT(*) FROM recall_ahead WHERE place = 30"));
        }
        assertFalse(
                Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("secret"));
    }

    @Test
    void copyOfTheOlderFileIsKept() throws IOException {
        SqliteStore.open(path).close();
        Path copy = folder.resolve("store.db.version-1");
        assertTrue(Files.exists(copy));
        try (Sql sql = new StoreFile(copy).openAsIs()) {
            assertEquals(1, sql.number("PRAGMA user_version"));
            assertEquals(29, sql.number("SELECT cursor FROM feed"));
            assertEquals(7, sql.number("SELECT COUNT(*) FROM event"));
            assertEquals(1, sql.number("SELECT COUNT(*) FROM outbox"));
        }
    }

    @Test
    void migrationCutOffBeforeItsCommitIsDoneByTheNextOpening() throws IOException {
        Files.writeString(folder.resolve("store.db.version-1"), "half a copy");
        try (SqliteStore store = SqliteStore.open(path)) {
            assertEquals(List.of(waiting()), store.load().outbox());
        }
        try (Sql sql = new StoreFile(folder.resolve("store.db.version-1")).openAsIs()) {
            assertEquals(7, sql.number("SELECT COUNT(*) FROM event"));
        }
    }

    @Test
    void damagedFileOfVersionOneIsSalvagedBeforeAndAfterItsMigration() throws IOException {
        Path migrated = folder.resolve("migrated.db");
        Files.copy(path, migrated);
        SqliteStore.open(migrated).close();
        for (Path damaged : List.of(path, migrated)) {
            Bytes.overwrite(damaged, 0, 4096);
            assertTrue(Salvage.run(damaged, NOON).signedIn());
            try (SqliteStore store = SqliteStore.open(damaged)) {
                assertEquals(List.of(waiting()), store.load().outbox());
                assertEquals(3, store.load().lastClientSeq().get(WITH_BEN));
            }
        }
    }
}
