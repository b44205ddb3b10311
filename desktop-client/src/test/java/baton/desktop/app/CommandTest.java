package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.sqlite.StoredTalk;
import baton.desktop.store.sqlite.StoredTalk.Line;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands that do without a window.
class CommandTest {
    @TempDir Path folder;
    private Path profile;
    private Path passphrase;
    private Path file;
    private String out = "";
    private String complaints = "";

    @BeforeEach
    void fill() throws IOException {
        profile = Files.createDirectories(folder.resolve("data/profiles/work"));
        StoredTalk.write(
                profile.resolve("store.db"),
                List.of(Line.of(StoredTalk.BEN, "vermilion"), Line.of(StoredTalk.ANA, "heron")));
        StoredTalk.leaveUnsaid(profile.resolve("store.db"), "not yet sent", "half a thought");
        Files.writeString(profile.resolve("token"), "d1 secret\n");
        passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        file = folder.resolve("work.backup");
    }

    private int run(String... words) {
        StringWriter said = new StringWriter();
        StringWriter complained = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--data-dir", folder.resolve("data").toString(), "--lang", "en"));
        int answer =
                DesktopMain.command(
                        new PrintWriter(said, true),
                        new PrintWriter(complained, true),
                        arguments.toArray(String[]::new));
        out = said.toString();
        complaints = complained.toString();
        return answer;
    }

    private int backUp(String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "backup",
                                "--profile",
                                "work",
                                "--to",
                                file.toString(),
                                "--passphrase-file",
                                passphrase.toString()));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private int restore(String name) {
        return run(
                "restore",
                "--profile",
                name,
                "--from",
                file.toString(),
                "--passphrase-file",
                passphrase.toString());
    }

    @Test
    void exportWritesAPageAndAnIndex() throws IOException {
        String to = folder.resolve("pages").toString();
        assertEquals(0, run("export", "--profile", "work", "--to", to));
        assertEquals("2 files are in " + to, out.strip().replace(".", "").replace("  ", " "));
        assertTrue(Files.readString(folder.resolve("pages/index.html")).contains("Ben Wu"));
        assertEquals(1, run("export", "--profile", "work", "--to", to));
        assertTrue(complaints.contains("export-exists"), complaints);
        assertEquals(0, run("export", "--profile", "work", "--to", to, "--replace"));
    }

    @Test
    void exportTakesOneConversationByItsTitle() throws IOException {
        Path to = folder.resolve("lines");
        assertEquals(
                0,
                run(
                        "export",
                        "--profile",
                        "work",
                        "--format",
                        "jsonl",
                        "--conversation",
                        "Ben Wu",
                        "--to",
                        to.toString()));
        try (Stream<Path> files = Files.list(to)) {
            assertTrue(Files.readString(files.findFirst().orElseThrow()).contains("vermilion"));
        }
        assertEquals(
                2,
                run("export", "--profile", "work", "--conversation", "X", "--to", to.toString()));
        assertEquals(2, run("export", "--profile", "work", "--format", "pdf", "--to", "x"));
        assertEquals(2, run("export", "--profile", "work"));
    }

    @Test
    void aProfileWithNobodyInItHasNothingToExport() {
        assertEquals(1, run("export", "--profile", "empty", "--to", folder.toString()));
        assertTrue(complaints.contains("profile-empty"), complaints);
    }

    @Test
    void aProfileThatIsOpenIsLeftAlone() {
        try (ProfileLock lock = ProfileLock.take(profile.resolve("lock"))) {
            assertTrue(lock != null);
            assertEquals(1, backUp());
            assertTrue(complaints.contains("profile-in-use"), complaints);
        }
    }

    @Test
    void aBackupIsRestoredIntoAnotherProfileAsAnotherDevice() throws IOException {
        assertEquals(0, backUp());
        assertEquals(1, backUp());
        assertTrue(complaints.contains("backup-exists"), complaints);
        assertEquals(0, backUp("--replace"));
        assertEquals(0, restore("new"));
        assertTrue(out.contains("@ana"), out);
        Path restored = folder.resolve("data/profiles/new");
        assertTrue(StoredTalk.outbox(restored.resolve("store.db")).getFirst().clientSeq() < 0);
        assertFalse(Files.exists(restored.resolve("token")), "a backup opens no relay");
        assertEquals(0, run("export", "--profile", "new", "--to", folder.resolve("x").toString()));
    }

    @Test
    void whatARestoreReplacesStaysBesideItAndItsTokenGoes() throws IOException {
        assertEquals(0, backUp());
        byte[] before = Files.readAllBytes(profile.resolve("store.db"));
        assertEquals(0, restore("work"));
        assertFalse(Files.exists(profile.resolve("token")));
        try (Stream<Path> files = Files.list(profile)) {
            Path kept =
                    files.filter(f -> f.getFileName().toString().startsWith("store.db.replaced-"))
                            .findFirst()
                            .orElseThrow();
            assertEquals(before.length, Files.size(kept));
        }
    }

    @Test
    void aRestoreThatFailsChangesNothing() throws IOException {
        assertEquals(0, backUp());
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 100));
        assertEquals(1, restore("work"));
        assertTrue(complaints.contains("backup-damaged"), complaints);
        assertEquals("d1 secret\n", Files.readString(profile.resolve("token")));
        assertEquals(8, StoredTalk.outbox(profile.resolve("store.db")).getFirst().clientSeq());
        Files.writeString(passphrase, "wrong horse\n");
        assertEquals(1, restore("work"));
        assertTrue(complaints.contains("backup-passphrase-wrong"), complaints);
        Files.writeString(passphrase, "short\n");
        assertEquals(1, backUp("--replace"));
        assertTrue(complaints.contains("backup-passphrase-short"), complaints);
    }

    @Test
    void aRestoreReplacesADamagedStore() throws IOException {
        assertEquals(0, backUp());
        Files.writeString(profile.resolve("store.db"), "no database at all");
        assertEquals(0, restore("work"));
        assertEquals(1, StoredTalk.outbox(profile.resolve("store.db")).size());
    }
}
