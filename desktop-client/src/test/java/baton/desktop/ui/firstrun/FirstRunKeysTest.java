package baton.desktop.ui.firstrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleEntry;
import baton.desktop.ui.SampleExample;
import baton.desktop.ui.SampleOwnRelay;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.UiContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The first window worked by keyboard alone.
class FirstRunKeysTest {
    private final SampleEntry entry = new SampleEntry().with("ben", "Ben", "correct horse");
    private final AtomicInteger entered = new AtomicInteger();
    private final List<String> asked = new ArrayList<>();
    private final SampleExample example = new SampleExample();
    private final SampleOwnRelay ownRelay = new SampleOwnRelay();
    private final UiContext context =
            ViewStage.context(
                    new SampleDevice(Instant.parse("2026-11-26T10:33:05Z")),
                    "en",
                    Theme.Choice.LIGHT);

    @Test
    void wrongPasswordShowsTheSentenceKeepsWhatWasTypedAndCanBeMended() {
        try (ViewStage window = firstRun()) {
            FxDriver.type("ben");
            FxDriver.press(KeyCode.TAB);
            FxDriver.type("wronghorse");
            FxDriver.press(KeyCode.ENTER);
            assertEquals("Handle or password is wrong", text(window, "problemTitle"));
            assertEquals("ben", typed(window, "handle"));
            assertEquals("wronghorse", typed(window, "password"));
            assertTrue(FxDriver.fx(window.node("password", TextField.class)::isFocused));
            FxDriver.press(KeyCode.CONTROL, KeyCode.A);
            FxDriver.type("correct horse");
            FxDriver.press(KeyCode.ENTER);
            assertEquals(1, entered.get());
        }
    }

    @Test
    void takenHandleShowsTheSentenceBesideTheKeptForm() {
        try (ViewStage window = firstRun()) {
            FxDriver.run(window.node("signUp", ToggleButton.class)::fire);
            FxDriver.run(window.node("handle", TextField.class)::requestFocus);
            FxDriver.type("ben");
            FxDriver.press(KeyCode.TAB);
            FxDriver.type("long enough");
            FxDriver.run(() -> window.node("name", TextField.class).setText("Benjamin"));
            FxDriver.press(KeyCode.ENTER);
            assertEquals("Handle taken", text(window, "problemTitle"));
            assertEquals("Benjamin", typed(window, "name"));
            assertEquals(List.of("signUp ben Benjamin host"), entry.asked());
        }
    }

    @Test
    void anExampleIsOpenedOnceAndAgainWhenItsWindowsAreClosed() {
        try (ViewStage window = firstRun()) {
            Button door = window.node("example", Button.class);
            FxDriver.run(door::requestFocus);
            FxDriver.press(KeyCode.SPACE);
            assertEquals(1, example.opened());
            assertEquals("The example is open", FxDriver.fx(door::getText));
            assertTrue(FxDriver.fx(door::isDisabled));
            FxDriver.run(example::end);
            assertEquals("Look around with example people", FxDriver.fx(door::getText));
            FxDriver.run(door::fire);
            assertEquals(2, example.opened());
        }
    }

    @Test
    void anExampleThatDoesNotStartSaysWhatToDo() {
        example.fail("example-failed");
        try (ViewStage window = firstRun()) {
            Button door = window.node("example", Button.class);
            FxDriver.run(door::fire);
            assertTrue(text(window, "exampleProblem").startsWith("The example did not start. "));
            assertTrue(text(window, "exampleProblem").contains("demo.log"));
            FxDriver.run(door::fire);
            assertEquals(2, example.opened(), "it can be tried again");
        }
    }

    @Test
    void aRelayOnThisComputerIsStartedAndFillsTheForm() {
        try (ViewStage window = firstRun()) {
            FxDriver.run(window.node("ownRelay", Button.class)::requestFocus);
            FxDriver.press(KeyCode.SPACE);
            assertTrue(typed(window, "relay").startsWith("baton://localhost:7340/?key="));
            assertTrue(FxDriver.fx(window.node("signUp", ToggleButton.class)::isSelected));
            FxDriver.type("ana");
            assertEquals("ana", typed(window, "handle"), "typing goes on at once");
            assertTrue(text(window, "relayKey").contains(SampleOwnRelay.KEY.shown()));
        }
    }

    @Test
    void aRelayThatDoesNotStartSaysWhatToDo() {
        ownRelay.fail("own-relay-port-taken");
        try (ViewStage window = firstRun()) {
            FxDriver.run(window.node("ownRelay", Button.class)::fire);
            String problem = text(window, "ownRelayProblem");
            assertTrue(problem.startsWith("The relay’s port is taken. "), problem);
            assertEquals("localhost:7340", typed(window, "relay"));
        }
    }

    @Test
    void aKeyThatNobodyKnowsIsAskedAboutAndEnterDoesNotAgree() {
        entry.showKey(SampleOwnRelay.KEY);
        try (ViewStage window = firstRun()) {
            FxDriver.run(window.node("signUp", ToggleButton.class)::fire);
            FxDriver.run(() -> window.node("handle", TextField.class).setText("ana"));
            FxDriver.run(() -> window.node("password", TextField.class).setText("correct horse"));
            FxDriver.run(() -> window.node("name", TextField.class).setText("Ana"));
            FxDriver.run(window.node("submit", Button.class)::fire);
            assertEquals(SampleOwnRelay.KEY.shown(), text(window, "keyDigits"));
            assertTrue(FxDriver.fx(window.node("keyWrong", Button.class)::isFocused));
            FxDriver.press(KeyCode.ENTER);
            assertEquals(0, entered.get());
            FxDriver.run(window.node("submit", Button.class)::fire);
            FxDriver.run(window.node("keyRight", Button.class)::fire);
            assertEquals(1, entered.get());
            assertTrue(typed(window, "relay").startsWith("baton://localhost:7340/?key="));
        }
    }

    @Test
    void unreachableRelayShowsTheSentence() {
        try (ViewStage window = firstRun()) {
            FxDriver.run(() -> window.node("relay", TextField.class).setText("nowhere:1"));
            FxDriver.type("ben");
            FxDriver.press(KeyCode.TAB);
            FxDriver.type("correct horse");
            FxDriver.press(KeyCode.ENTER);
            assertEquals("The relay cannot be reached", text(window, "problemTitle"));
            assertEquals("nowhere:1", typed(window, "relay"));
            assertTrue(FxDriver.fx(window.node("relay", TextField.class)::isFocused));
        }
    }

    @Test
    void aBackupAndTheProxyAreOneKeyAway() {
        try (ViewStage window = firstRun()) {
            FxDriver.run(window.node("fromBackup", Button.class)::requestFocus);
            FxDriver.press(KeyCode.SPACE);
            FxDriver.press(KeyCode.TAB);
            FxDriver.press(KeyCode.SPACE);
            assertEquals(List.of("backup", "proxy"), asked);
            assertEquals(0, entered.get());
        }
    }

    private ViewStage firstRun() {
        FirstRunViewModel form =
                new FirstRunViewModel(
                        entry,
                        new Threads(Runnable::run, Runnable::run),
                        context.texts(),
                        new FirstRunViewModel.Suggestions("localhost:7340", "host"),
                        entered::incrementAndGet);
        ViewStage window =
                ViewStage.show(
                        context.theme(),
                        900,
                        780,
                        overlay ->
                                new FirstRunController(
                                                form,
                                                context.texts(),
                                                new FirstRunController.Doors(
                                                        () -> asked.add("backup"),
                                                        () -> asked.add("proxy"),
                                                        example.doorOf(context.texts()),
                                                        ownRelay.doorIn(context.texts())))
                                        .root());
        FxDriver.run(window.node("handle", TextField.class)::requestFocus);
        return window;
    }

    private static String text(ViewStage window, String id) {
        return FxDriver.fx(window.node(id, Label.class)::getText);
    }

    private static String typed(ViewStage window, String id) {
        return FxDriver.fx(window.node(id, TextField.class)::getText);
    }
}
