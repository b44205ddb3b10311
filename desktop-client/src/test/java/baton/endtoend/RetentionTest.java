package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.ConversationId;
import baton.model.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A relay that keeps the newest events only, and devices that were there, were away, and are new.
class RetentionTest {
    private static final int KEPT = 20;
    private static final int WRITTEN = 130;

    @TempDir Path folder;

    @Test
    void whatTheRelayRemovesGoesEverywhereAndNobodyWaitsForIt() {
        try (Scene scene = Scene.forgetful(folder, KEPT)) {
            HeadlessDevice desk = scene.signUp("ana", "desk");
            HeadlessDevice home = scene.signUp("ben", "home");
            ConversationId talk = ConversationId.direct(desk.account(), home.account());
            desk.send(talk, "before the journey");
            scene.awaitMessages(1, talk, desk, home);
            scene.close(home);
            for (int i = 2; i <= WRITTEN; i++) {
                desk.send(talk, "desk " + i);
            }
            scene.await("the desk holds the newest only", () -> isTrimmed(desk, talk));
            HeadlessDevice laptop = scene.signIn("ana", "laptop");
            HeadlessDevice back = scene.open("home");
            scene.await("the new device is settled", () -> isTrimmed(laptop, talk));
            scene.await("so is the one that was away", () -> isTrimmed(back, talk));
            assertEquals(desk.history(talk), laptop.history(talk));
            assertEquals(desk.history(talk), back.history(talk));
            scene.await("unread counts what there was", () -> back.unread(talk) == KEPT);
            back.send(talk, "I am back");
            scene.await("life goes on", () -> desk.texts(talk).getLast().equals("I am back"));
        }
    }

    private static boolean isTrimmed(HeadlessDevice device, ConversationId talk) {
        List<Long> newest = LongStream.rangeClosed(WRITTEN - KEPT + 1, WRITTEN).boxed().toList();
        return device.isSettled()
                && device.history(talk).stream().map(Event::seq).toList().equals(newest);
    }
}
