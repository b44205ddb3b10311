package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.SyncStatus.Link;
import baton.model.ConversationId;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A damaged local database costs a download and nothing else.
class DamageTest {
    private static final int PAGE = 4096;

    @TempDir Path folder;

    @Test
    void damagedStoreKeepsWhatOnlyItHadAndGetsTheRestFromTheRelay() throws IOException {
        try (Scene scene = Scene.in(folder)) {
            HeadlessDevice desk = scene.signUp("ana", "desk");
            HeadlessDevice home = scene.signUp("ben", "home");
            ConversationId talk = ConversationId.direct(desk.account(), home.account());
            ConversationId notes = ConversationId.notes(desk.account());
            for (int i = 1; i <= 40; i++) {
                desk.send(talk, "message " + i);
            }
            scene.awaitMessages(40, talk, desk, home);
            scene.relay().stop();
            scene.await(
                    "the desk is offline",
                    () -> desk.runtime().hints().status().link() instanceof Link.Offline);
            desk.runtime().intents().saveDraft(notes, "half a thought");
            desk.send(talk, "not sent yet");
            scene.await("the draft is kept", () -> draft(desk, notes).equals("half a thought"));
            scene.close(desk);
            try (RandomAccessFile file =
                    new RandomAccessFile(scene.storeOf("desk").toFile(), "rw")) {
                file.write(new byte[PAGE]);
            }

            scene.relay().start();
            HeadlessDevice again = scene.open("desk");
            assertTrue(again.runtime().isSignedIn(), "its counts are whole, so it goes on");
            assertEquals(1, again.runtime().salvaged().orElseThrow().messages());
            assertEquals("half a thought", draft(again, notes));
            again.runtime().intents().connectNow();
            home.runtime().intents().connectNow();
            scene.awaitMessages(41, talk, again, home);
            assertEquals(home.history(talk), again.history(talk));
            assertEquals("not sent yet", home.texts(talk).getLast());
            assertEquals("half a thought", draft(again, notes));
        }
    }

    private static String draft(HeadlessDevice device, ConversationId conversation) {
        return device.reader().conversation(conversation).map(row -> row.draft().text()).orElse("");
    }
}
