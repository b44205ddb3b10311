package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Intents;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.common.OwnRelay.State;
import baton.model.ConversationId;
import baton.model.EventBody;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// From nothing to two people who talk, with the real relay, as somebody does it who has just
/// installed Baton.
@Timeout(180)
class FirstMinutesTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    @TempDir Path folder;
    private OwnRelayFolder relayFolder;
    private OwnRelayProgram relay;

    @BeforeEach
    void choosePort() throws Exception {
        FxDriver.start();
        relayFolder = new OwnRelayFolder(folder.resolve("own-relay"));
        relayFolder.create();
        try (ServerSocket free = new ServerSocket(0)) {
            relayFolder.write(new OwnRelayFolder.Kept(free.getLocalPort(), false, false, false));
        }
        relay = new OwnRelayProgram(RelayCommand.ofThisProgram(List.of()), relayFolder);
    }

    @AfterEach
    void stop() {
        relay.stop();
        relay.close();
    }

    /// One person's program.
    private final class Seat implements AutoCloseable {
        private final DeviceRuntime runtime;
        private final DeviceWindow window;

        Seat(String profile, String link) {
            DesktopConfig config = new DesktopConfig(folder, profile);
            runtime = DeviceRuntime.open(config);
            window =
                    FxDriver.fx(() ->
                            new DeviceWindow(
                                    new Stage(),
                                    runtime,
                                    PlainDress.of(
                                            profile, "ws://localhost:7340", profile, relay, link)));
            FxDriver.run(() -> window.showAt(new Rectangle2D(0, 0, 1000, 760)));
            FxDriver.pulse();
        }

        Node find(String selector) {
            return FxDriver.fx(() -> window.stage().getScene().getRoot().lookup(selector));
        }

        String text(String selector) {
            return FxDriver.fx(((TextInputControl) find(selector))::getText);
        }

        void type(String selector, String text) {
            FxDriver.run(find(selector)::requestFocus);
            FxDriver.type(text);
        }

        void press(String selector) {
            FxDriver.run(((Button) find(selector))::fire);
        }

        void signUp(String handle, String name) {
            type("#handle", handle);
            type("#password", "correct horse");
            type("#name", name);
            press("#submit");
            await(runtime::isSignedIn);
        }

        @Override
        public void close() {
            FxDriver.run(window::close);
            runtime.close();
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited in vain");
            FxDriver.pulse();
        }
    }

    private static boolean has(Seat seat, ConversationId talk, String text) {
        return seat.runtime.reader().timelineUpTo(talk, Long.MAX_VALUE, 10).rows().stream()
                .anyMatch(row ->
                        row instanceof TimelineRow.Entry entry
                                && entry.event().body() instanceof EventBody.Message message
                                && message.text().equals(text));
    }

    @Test
    void oneStartsARelayTheOtherPastesTheInviteAndTheyTalk() {
        try (Seat ana = new Seat("ana", "")) {
            await(() -> !ana.find("#ownRelay").isDisabled());
            ana.press("#ownRelay");
            await(() -> ana.text("#relay").startsWith("baton://localhost:"));
            ana.signUp("ana", "Ana");
            String invite = assertInstanceOf(State.Running.class, relay.state()).here().link();
            try (Seat ben = new Seat("ben", "")) {
                FxDriver.run(() -> ((TextInputControl) ben.find("#relay")).setText(invite));
                FxDriver.run(((javafx.scene.control.ToggleButton) ben.find("#signUp"))::fire);
                ben.signUp("ben", "Ben");
                ConversationId talk =
                        ConversationId.direct(
                                ana.runtime.me().account(), ben.runtime.me().account());
                ana.runtime.intents().send(talk, new Intents.Outgoing("welcome", 0), outcome -> {});
                await(() -> has(ben, talk, "welcome"));
            }
            assertEquals("baton://localhost", ana.runtime.me().relay().substring(0, 17));
        }
        relay.close();
        assertFalse(relayFolder.isInUse(), "it ends with the program");
    }

    @Test
    void relayGoesOnWhenItWasAskedToAndALinkFillsTheForm() {
        try (Seat ana = new Seat("ana", "")) {
            await(() -> !ana.find("#ownRelay").isDisabled());
            FxDriver.run(((CheckBox) ana.find("#ownRelayKept"))::fire);
            await(() -> relay.wishes().keptRunning());
            await(() -> !ana.find("#ownRelay").isDisabled());
            ana.press("#ownRelay");
            await(() -> ana.text("#relay").startsWith("baton://localhost:"));
        }
        relay.close();
        assertTrue(relayFolder.isInUse(), "it goes on without the window");
        String link = assertInstanceOf(State.Running.class, relay.state()).here().link();
        try (Seat ben = new Seat("ben", link)) {
            assertEquals(link, ben.text("#relay"));
            ben.signUp("ben", "Ben");
        }
    }
}
