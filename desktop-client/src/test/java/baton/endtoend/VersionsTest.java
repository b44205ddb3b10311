package baton.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole devices at a relay that refuses the newest version of the protocol, as the one before
/// does, beside devices that speak the newest.
class VersionsTest {
    private static final int MESSAGES = 10;

    @Test
    void deviceAtARelayOfTheVersionBeforeSeesWhatAllOthersSee(@TempDir Path folder) {
        try (Scene scene = Scene.in(folder);
                Balancer door = new Balancer()) {
            int port = scene.relay().port();
            door.add(port);
            door.age(port);
            HeadlessDevice old = scene.signUpAt(door.address(), "ana", "old");
            HeadlessDevice desk = scene.signIn("ana", "desk");
            HeadlessDevice ben = scene.signUp("ben", "home");
            ConversationId talk = ConversationId.direct(old.account(), ben.account());

            say(talk, "first", old, desk, ben);
            scene.awaitMessages(3 * MESSAGES, talk, old, desk, ben);
            assertTrue(door.olderSpoken() > 0, "the older version was spoken");
            assertSame(talk, old, desk, ben);
            old.runtime().intents().markRead(talk, old.newest(talk));
            scene.await("what the old one read counts", () -> desk.unread(talk) == 0);

            // The relay is upgraded.
            door.renew(port);
            int before = door.olderSpoken();
            door.cables().forEach(Cable::reset);
            say(talk, "second", old, desk, ben);
            scene.awaitMessages(6 * MESSAGES, talk, old, desk, ben);
            assertEquals(before, door.olderSpoken());
            assertSame(talk, old, desk, ben);
        }
    }

    private static void say(ConversationId talk, String word, HeadlessDevice... all) {
        for (int i = 0; i < MESSAGES; i++) {
            for (HeadlessDevice device : all) {
                device.send(talk, word + " " + i + " of " + device.config().profile());
            }
        }
    }

    private static void assertSame(ConversationId talk, HeadlessDevice one, HeadlessDevice... all) {
        for (HeadlessDevice other : all) {
            assertEquals(one.history(talk), other.history(talk));
        }
    }
}
