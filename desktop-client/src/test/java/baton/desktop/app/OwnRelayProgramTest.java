package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.OwnRelay.State;
import baton.desktop.ui.common.OwnRelay.Wishes;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real relay as a process of its own. Every test has its own port, since others use the usual
/// one.
@Timeout(120)
class OwnRelayProgramTest {
    @TempDir Path temporary;
    private OwnRelayFolder folder;
    private OwnRelayProgram relay;

    @BeforeEach
    void choosePort() throws Exception {
        folder = new OwnRelayFolder(temporary.resolve("own-relay"));
        folder.create();
        try (ServerSocket free = new ServerSocket(0)) {
            folder.write(new OwnRelayFolder.Kept(free.getLocalPort(), false, false, false));
        }
        relay = program();
    }

    @AfterEach
    void stop() {
        relay.stop();
        relay.close();
    }

    private OwnRelayProgram program() {
        return new OwnRelayProgram(RelayCommand.ofThisProgram(List.of()), folder);
    }

    private static RelayInvite way(OwnRelayProgram program) {
        return assertInstanceOf(State.Running.class, program.state()).here();
    }

    @Test
    void nobodyWhoNeverWantedOneHasOne() {
        OwnRelayProgram none =
                new OwnRelayProgram(
                        RelayCommand.ofThisProgram(List.of()),
                        new OwnRelayFolder(temporary.resolve("nothing")));
        none.resume();
        assertEquals(new State.Never(), none.state());
        assertFalse(Files.exists(temporary.resolve("nothing")));
    }

    @Test
    void isOneForAllWindowsAndKeepsItsPlaceAndKey() {
        assertEquals(Optional.empty(), relay.start());
        RelayInvite way = way(relay);
        assertEquals("wss://localhost:" + folder.read().port(), way.place());
        OwnRelayProgram second = program();
        assertEquals(Optional.empty(), second.start(), "it runs already");
        assertEquals(way, way(second));
        assertEquals(Optional.empty(), second.stop(), "any window may stop it");
        assertEquals(new State.Stopped(Optional.empty()), relay.state());
        assertEquals(Optional.empty(), relay.start());
        assertEquals(way, way(relay));
    }

    @Test
    void endsWithTheProgramUnlessItIsToGoOn() {
        relay.start();
        relay.close();
        assertFalse(folder.isInUse());
        relay = program();
        relay.resume();
        assertTrue(folder.isInUse(), "it starts again with the window");
        assertEquals(Optional.empty(), relay.choose(new Wishes(true, false)));
        relay.close();
        assertTrue(folder.isInUse(), "it outlives the window");
        relay = program();
        way(relay);
        relay.stop();
        assertFalse(folder.isInUse());
        relay.resume();
        assertFalse(folder.isInUse(), "what was stopped stays so");
    }

    @Test
    void goesOnWhenTheProcessThatStartedItIsGone() {
        relay.choose(new Wishes(true, false));
        relay.start();
        ProcessHandle process = folder.owner().orElseThrow();
        assertTrue(process.isAlive());
        assertTrue(
                process.info()
                        .commandLine()
                        .filter(line -> line.contains("--stop-with-input"))
                        .isEmpty(),
                "nothing ties it to this process");
    }

    @Test
    void sharedOneListensForOthersUnderTheSameKey() {
        relay.start();
        RelayInvite before = way(relay);
        assertEquals(Optional.empty(), relay.choose(new Wishes(false, true)));
        State.Running now = assertInstanceOf(State.Running.class, relay.state());
        assertEquals(before, now.here());
        now.others()
                .ifPresent(others -> {
                    assertEquals(before.key(), others.key());
                    assertFalse(others.isHereOnly());
                });
    }

    @Test
    void saysWhatKeptItFromStarting() throws Exception {
        try (ServerSocket other = new ServerSocket(folder.read().port())) {
            assertTrue(other.isBound());
            assertEquals(Optional.of("own-relay-port-taken"), relay.start());
        }
        assertEquals(new State.Stopped(Optional.of("own-relay-port-taken")), relay.state());
        Files.writeString(folder.data().resolve("relay-key.pem"), "no key");
        assertEquals(Optional.of("own-relay-failed"), relay.start());
        Files.delete(folder.data().resolve("relay-key.pem"));
        assertEquals(Optional.empty(), relay.start());
    }

    @Test
    void aFolderThatIsNoneIsNoRoom() throws Exception {
        Files.writeString(folder.data(), "a file");
        assertEquals(Optional.of("own-relay-no-room"), relay.start());
    }
}
