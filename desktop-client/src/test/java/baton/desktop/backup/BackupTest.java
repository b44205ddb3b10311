package baton.desktop.backup;

import static baton.desktop.store.sqlite.StoredTalk.BEN;
import static baton.desktop.store.sqlite.StoredTalk.OWNER;
import static baton.desktop.store.sqlite.StoredTalk.TALK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Identity;
import baton.desktop.store.TimelineRow;
import baton.desktop.store.Watch;
import baton.desktop.store.sqlite.SqliteReader;
import baton.desktop.store.sqlite.SqliteStore;
import baton.desktop.store.sqlite.StoredTalk;
import baton.desktop.store.sqlite.StoredTalk.Line;
import baton.desktop.sync.OutboxRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    private static final Passphrase.Cost CHEAP = new Passphrase.Cost(64, 1, 1);
    private static final Passphrase RIGHT = new Passphrase("correct horse é 电池");
    private static final Manifest MANIFEST =
            new Manifest("ana", Instant.parse("2026-03-02T09:00:00Z"));

    @TempDir Path folder;
    private Path home;
    private Path store;
    private Path file;
    private Path target;

    @BeforeEach
    void fill() throws IOException {
        home = Files.createDirectory(folder.resolve("home"));
        target = Files.createDirectory(folder.resolve("target"));
        store = home.resolve("store.db");
        file = folder.resolve("ana.backup");
        List<Line> lines =
                IntStream.rangeClosed(1, 700)
                        .mapToObj(i -> Line.of(BEN, "vermilion-heron " + i))
                        .toList();
        StoredTalk.write(store, lines);
        StoredTalk.leaveUnsaid(store, "not yet sent", "half a thought");
        Files.writeString(home.resolve("settings.properties"), "theme=dark\n");
    }

    private boolean write(Passphrase passphrase, boolean replace, Watch watch)
            throws BackupException {
        BackupWriter.Source source =
                new BackupWriter.Source(store, store.resolveSibling("settings.properties"), home);
        return new BackupWriter(new Random(1), CHEAP)
                .write(source, MANIFEST, passphrase, new BackupWriter.Goal(file, replace), watch);
    }

    private Optional<BackupReader.Unpacked> unpack(Passphrase passphrase) throws BackupException {
        return BackupReader.unpack(file, passphrase, target, Watch.NONE);
    }

    private String codeOfUnpacking(Passphrase passphrase) {
        return assertThrows(BackupException.class, () -> unpack(passphrase)).code();
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void whatWasKeptComesBackAsAnotherDevice() throws BackupException, IOException {
        assertTrue(write(RIGHT, false, Watch.NONE));
        assertEquals(MANIFEST, BackupReader.manifest(file, RIGHT));
        BackupReader.Unpacked unpacked = unpack(RIGHT).orElseThrow();
        assertEquals("theme=dark\n", Files.readString(unpacked.settings()));
        try (SqliteStore restored = SqliteStore.open(unpacked.store());
                SqliteReader reader = new SqliteReader(unpacked.store(), OWNER)) {
            Identity owner = restored.identity().orElseThrow();
            assertEquals(OWNER.account(), owner.account());
            assertFalse(owner.device().equals(OWNER.device()), "it is no device yet");
            assertEquals(0, restored.load().lastClientSeq().size());
            assertEquals("half a thought", restored.load().local().drafts().getFirst().text());
            OutboxRow unsent = restored.load().outbox().getFirst();
            assertEquals(new OutboxRow.State.Failed("fate-unknown"), unsent.state());
            assertTrue(unsent.clientSeq() < 0, "no number is given out twice");
            List<TimelineRow> rows = reader.timelineFrom(TALK, 0, 1_000).rows();
            assertEquals(701, rows.size());
        }
        assertEquals(8, StoredTalk.outbox(store).getFirst().clientSeq(), "the store is untouched");
    }

    @Test
    void theFileSaysNothingWithoutThePassphrase() throws BackupException, IOException {
        write(RIGHT, false, Watch.NONE);
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertTrue(bytes.startsWith("baton-backup 1 argon2id 64 1 1 "));
        for (String secret : List.of("vermilion", "SQLite", "ana", "Ben", "theme", "correct")) {
            assertFalse(bytes.contains(secret), secret);
        }
        assertEquals(
                Set.of("store.db", "settings.properties"),
                Set.copyOf(filesIn(home).stream().map(f -> f.getFileName().toString()).toList()),
                "no copy in clear text is left");
    }

    @Test
    void anotherPassphraseOpensNothing() throws BackupException, IOException {
        write(RIGHT, false, Watch.NONE);
        assertEquals(
                BackupException.PASSPHRASE_WRONG, codeOfUnpacking(new Passphrase("wrong horse!")));
        assertEquals(List.of(), filesIn(target));
        // The same letters, put together by another keyboard.
        assertTrue(unpack(new Passphrase("correct horse e\u0301 电池")).isPresent());
    }

    @Test
    void anyByteThatIsAlteredIsNoticed() throws BackupException, IOException {
        write(RIGHT, false, Watch.NONE);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            int at = i < 20 ? i * 4 : random.nextInt(whole.length);
            byte[] altered = whole.clone();
            altered[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, altered);
            String code = codeOfUnpacking(RIGHT);
            assertTrue(code.startsWith("backup-") && !code.equals("backup-failed"), at + code);
            assertEquals(List.of(), filesIn(target), "at byte " + at);
        }
    }

    @Test
    void anyEndThatIsMissingIsNoticed() throws BackupException, IOException {
        write(RIGHT, false, Watch.NONE);
        byte[] whole = Files.readAllBytes(file);
        for (int left : List.of(0, 5, 40, 300, 700, whole.length / 2, whole.length - 1)) {
            Files.write(file, java.util.Arrays.copyOf(whole, left));
            String code = codeOfUnpacking(RIGHT);
            assertTrue(
                    Set.of("backup-not-one", "backup-damaged", "backup-passphrase-wrong")
                            .contains(code),
                    left + " " + code);
            assertEquals(List.of(), filesIn(target));
        }
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length + 1));
        assertEquals(BackupException.DAMAGED, codeOfUnpacking(RIGHT), "nor anything behind it");
    }

    @Test
    void otherFilesAndLaterVersionsAreToldApart() throws BackupException, IOException {
        Files.writeString(file, "a letter to my aunt\n");
        assertEquals(BackupException.NOT_ONE, codeOfUnpacking(RIGHT));
        Files.writeString(file, "baton-backup 2 something new\n");
        assertEquals(BackupException.TOO_NEW, codeOfUnpacking(RIGHT));
        Files.writeString(file, "baton-backup 1 argon2id 9999999 99 16 AAAAAAAAAAAAAAAAAAAAAA==\n");
        assertEquals(BackupException.NOT_ONE, codeOfUnpacking(RIGHT), "no file takes all memory");
        Files.delete(file);
        assertEquals(BackupException.FAILED, codeOfUnpacking(RIGHT));
    }

    @Test
    void aFileIsReplacedOnlyWithLeaveAndOnlyByAWholeOne() throws BackupException, IOException {
        Files.writeString(file, "mine");
        BackupException refused =
                assertThrows(BackupException.class, () -> write(RIGHT, false, Watch.NONE));
        assertEquals(BackupException.EXISTS, refused.code());
        Watch unwanted =
                new Watch() {
                    @Override
                    public boolean isWanted() {
                        return false;
                    }
                };
        assertFalse(write(RIGHT, true, unwanted));
        assertEquals("mine", Files.readString(file));
        assertTrue(write(RIGHT, true, Watch.NONE));
        assertTrue(unpack(RIGHT).isPresent());
        assertEquals(
                BackupException.PASSPHRASE_SHORT,
                assertThrows(
                                BackupException.class,
                                () -> write(new Passphrase("short"), true, Watch.NONE))
                        .code());
        assertEquals(3, filesIn(folder).size(), "no part is left");
    }

    @Test
    void aStoreInUseIsKeptAsOfOneMoment() throws BackupException {
        try (SqliteStore inUse = SqliteStore.open(store)) {
            assertTrue(inUse.identity().isPresent());
            assertTrue(write(RIGHT, false, Watch.NONE));
        }
        assertTrue(unpack(RIGHT).isPresent());
    }
}
