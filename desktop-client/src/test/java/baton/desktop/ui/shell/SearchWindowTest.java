package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Looking for messages by keys and by mouse, on the headless platform.
class SearchWindowTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private TextField field() {
        return (TextField) window.find(".search-field");
    }

    private ListView<?> results() {
        return (ListView<?>) window.find(".search .list-view");
    }

    private void found(int lines) {
        FxDriver.until(lines + " lines are found", () -> results().getItems().size() == lines);
        FxDriver.pulse();
    }

    private boolean isFound(String text) {
        return FxDriver.fx(() ->
                window.timeline().lookupAll(".list-cell").stream()
                        .filter(FxDriver::isShown)
                        .filter(cell ->
                                cell.getPseudoClassStates().stream()
                                        .anyMatch(state ->
                                                state.getPseudoClassName().equals("found")))
                        .anyMatch(cell -> cell.getAccessibleText().contains(text)));
    }

    private void history() {
        for (int i = 0; i < 600; i++) {
            String text =
                    i % 200 == 50 ? "a needle at " + i : "hay " + i + " " + "word ".repeat(i % 30);
            device.say(SampleLife.NOTES, SampleLife.BEN, SampleLife.NOW, text);
        }
        device.readElsewhere(
                SampleLife.NOTES, device.conversation(SampleLife.NOTES).orElseThrow().head());
    }

    @Test
    void hitIsFoundShownAmongOlderMessagesAndLeftByKeysAlone() {
        history();
        window.show(SampleLife.NOTES);
        TextArea composer = (TextArea) window.find(".composer .text-area");
        FxDriver.click(composer);
        FxDriver.press(KeyCode.CONTROL, KeyCode.F);
        assertTrue(FxDriver.fx(() -> field().isFocused()));
        assertFalse(FxDriver.fx(() -> window.find(".conversations").isVisible()));
        FxDriver.type("needle");
        found(3);
        FxDriver.press(KeyCode.DOWN);
        FxDriver.press(KeyCode.DOWN);
        FxDriver.press(KeyCode.DOWN);
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("the oldest hit is in sight", () -> isFound("a needle at 50"));
        FxDriver.press(KeyCode.ESCAPE);
        assertTrue(FxDriver.fx(composer::isFocused), "the focus is back");
        assertTrue(FxDriver.fx(() -> window.find(".conversations").isVisible()));
    }

    @Test
    void f3GoesFromHitToHitWhileTheSearchIsClosed() {
        history();
        window.show(SampleLife.NOTES);
        FxDriver.press(KeyCode.F3);
        assertTrue(FxDriver.fx(() -> field().isFocused()), "there is nothing to go to yet");
        FxDriver.type("needle");
        found(3);
        FxDriver.press(KeyCode.ESCAPE);
        FxDriver.press(KeyCode.F3);
        FxDriver.until("the newest hit", () -> isFound("a needle at 450"));
        FxDriver.press(KeyCode.F3);
        FxDriver.until("the one above", () -> isFound("a needle at 250"));
        FxDriver.press(KeyCode.SHIFT, KeyCode.F3);
        FxDriver.until("back below", () -> isFound("a needle at 450"));
    }

    @Test
    void hitInAnotherConversationOpensIt() {
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        FxDriver.type("lunch");
        found(1);
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("the hit is in sight", () -> isFound("lunch at one?"));
        assertEquals(
                Optional.of(SampleLife.WITH_BEN),
                FxDriver.fx(() -> window.main().openConversation().getValue()));
    }

    @Test
    void chipsWriteFiltersAndTakeThemOut() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(window.find("#search"));
        FxDriver.click(chip("Has a link"));
        assertEquals("has:link ", FxDriver.fx(() -> field().getText()));
        found(1);
        FxDriver.click(chip("Has a link"));
        FxDriver.click(chip("From"));
        FxDriver.type("mia");
        assertEquals("from:mia", FxDriver.fx(() -> field().getText()));
        found(3);
    }

    private Node chip(String words) {
        return FxDriver.fx(() ->
                window.stage().getScene().getRoot().lookupAll(".filter-chip").stream()
                        .filter(node ->
                                node instanceof Button button && button.getText().equals(words))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void everythingInTheSearchHasANameAndIsReachedByTab() {
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.CONTROL, KeyCode.F);
        FxDriver.type("graphs");
        found(1);
        java.util.Set<Node> reached = new java.util.LinkedHashSet<>();
        for (int i = 0; i < 9; i++) {
            reached.add(FxDriver.fx(() -> window.stage().getScene().getFocusOwner()));
            FxDriver.press(KeyCode.TAB);
        }
        assertTrue(reached.contains(results()), "the list is reached");
        assertTrue(reached.contains(chip("Before")));
        assertTrue(reached.contains(window.find("#here")), "of two choices the chosen one");
        for (Node node : List.of(field(), results(), window.find("#close"), chip("From"))) {
            assertFalse(node.getAccessibleText().isEmpty());
        }
        FxDriver.run(() -> window.find("#here").requestFocus());
        FxDriver.press(KeyCode.RIGHT);
        FxDriver.press(KeyCode.SPACE);
        assertTrue(
                FxDriver.fx(() -> ((ToggleButton) window.find("#everywhere")).isSelected()),
                "an arrow leads to the other one");
        assertTrue(
                FxDriver.fx(() ->
                        results().lookupAll(".list-cell").stream()
                                .anyMatch(
                                        cell -> cell.getAccessibleText().contains("Ben Okafor"))));
    }

    @Test
    void hostileTextsBreakNoLine() {
        device.open(
                SampleLife.LOBBY, "\u202eydobon " + "title".repeat(50), List.of(SampleLife.ANA));
        for (String text : SampleLife.HOSTILE) {
            device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, text);
        }
        FxDriver.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        FxDriver.type("needle");
        found(SampleLife.HOSTILE.size());
        double edge =
                FxDriver.fx(() -> results().localToScene(results().getBoundsInLocal()).getMaxX());
        FxDriver.run(() -> {
            for (Node cell : results().lookupAll(".list-cell:filled")) {
                Label hit = (Label) cell.lookup(".hit");
                assertEquals("needle", hit.getText());
                assertFalse(hit.isTextTruncated(), "the hit is whole");
                assertTrue(hit.localToScene(hit.getBoundsInLocal()).getMaxX() <= edge, "in sight");
                assertEquals(74, cell.getBoundsInLocal().getHeight(), 0.5);
            }
        });
    }
}
