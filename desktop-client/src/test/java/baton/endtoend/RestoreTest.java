package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.app.DesktopMain;
import baton.desktop.runtime.SyncStatus.Link;
import baton.model.ConversationId;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A backup is an older state of a device. Restored over a real relay, it loses nothing that was in
/// it, says nothing twice, and takes no number of the device that it was.
class RestoreTest {
    @TempDir Path folder;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.in(folder);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void command(String name, String profile, String option) throws IOException {
        Path passphrase = Files.writeString(folder.resolve("passphrase"), "correct horse\n");
        StringWriter said = new StringWriter();
        int answer =
                DesktopMain.command(
                        new PrintWriter(said, true),
                        new PrintWriter(said, true),
                        name,
                        "--profile",
                        profile,
                        "--data-dir",
                        folder.resolve("devices").toString(),
                        option,
                        folder.resolve("ana.backup").toString(),
                        "--passphrase-file",
                        passphrase.toString());
        assertEquals(0, answer, said::toString);
    }

    private static String draft(HeadlessDevice device, ConversationId conversation) {
        return device.reader().conversation(conversation).map(row -> row.draft().text()).orElse("");
    }

    @Test
    void restoredDeviceIsANewOneThatLosesNothingAndRepeatsNothing() throws IOException {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        HeadlessDevice home = scene.signUp("ben", "home");
        ConversationId talk = ConversationId.direct(desk.account(), home.account());
        for (int i = 1; i <= 10; i++) {
            desk.send(talk, "before " + i);
        }
        scene.awaitMessages(10, talk, desk, home);
        ConversationId notes = ConversationId.notes(desk.account());
        desk.runtime().intents().saveDraft(notes, "half a thought");
        scene.await("the draft is kept", () -> draft(desk, notes).equals("half a thought"));
        scene.relay().stop();
        scene.await(
                "the desk is offline",
                () -> desk.runtime().hints().status().link() instanceof Link.Offline);
        desk.send(talk, "on its way when the backup was made");
        scene.close(desk);
        command("backup", "desk", "--to");

        // The desk lives on, sends what waited and more, under numbers that the backup knows not.
        scene.relay().start();
        HeadlessDevice later = scene.open("desk");
        later.runtime().intents().connectNow();
        home.runtime().intents().connectNow();
        scene.awaitMessages(11, talk, later, home);
        for (int i = 1; i <= 5; i++) {
            later.send(talk, "after " + i);
        }
        scene.awaitMessages(16, talk, later, home);

        command("restore", "desk2", "--from");
        HeadlessDevice restored = scene.open("desk2");
        assertFalse(restored.runtime().isSignedIn(), "a backup opens no relay");
        scene.signInto(restored, "ana");
        assertNotEquals(later.runtime().me().device(), restored.runtime().me().device());
        scene.awaitMessages(16, talk, later, restored, home);
        assertEquals(List.of(), restored.reader().outbox(), "what had gone out waits no more");
        assertEquals("half a thought", draft(restored, notes));

        restored.send(talk, "from the restored one");
        later.send(talk, "from the desk");
        scene.awaitMessages(18, talk, later, restored, home);
        List<String> texts = home.texts(talk);
        assertEquals(18, texts.size());
        assertEquals(18, new HashSet<>(texts).size(), "nothing is said twice");
        assertEquals(home.history(talk), restored.history(talk));
        assertEquals(home.history(talk), later.history(talk));
    }

    @Test
    void whatNeverWentOutWaitsForTheDecisionOfAPerson() throws IOException {
        HeadlessDevice desk = scene.signUp("ana", "desk");
        ConversationId notes = ConversationId.notes(desk.account());
        desk.send(notes, "note");
        scene.awaitMessages(1, notes, desk);
        scene.relay().stop();
        scene.await(
                "the desk is offline",
                () -> desk.runtime().hints().status().link() instanceof Link.Offline);
        desk.send(notes, "never sent");
        scene.close(desk);
        command("backup", "desk", "--to");
        // The machine is lost. Its profile is restored over what was there.
        command("restore", "desk", "--from");
        scene.relay().start();
        HeadlessDevice restored = scene.open("desk");
        assertFalse(restored.runtime().isSignedIn());
        scene.signInto(restored, "ana");
        scene.await(
                "it is current",
                () ->
                        restored.runtime().hints().status().isCurrent()
                                && restored.count(notes) == 1);
        var waiting = restored.reader().outbox().getFirst();
        assertEquals("fate-unknown", waiting.code());
        restored.runtime().intents().retry(notes, waiting.clientSeq());
        scene.awaitMessages(2, notes, restored);
        assertEquals(List.of("note", "never sent"), restored.texts(notes));
        assertTrue(restored.reader().outbox().isEmpty());
    }
}
