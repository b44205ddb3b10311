package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Going to a day, by mouse and by keys, on the headless platform.
class DayTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private static Optional<Node> card() {
        return FxDriver.fx(() ->
                Window.getWindows().stream()
                        .filter(w -> w instanceof PopupWindow && w.isShowing())
                        .flatMap(w -> w.getScene().getRoot().lookupAll(".day-card").stream())
                        .findFirst());
    }

    private static String focusedDay() {
        return FxDriver.fx(() -> {
            Node owner = card().orElseThrow().getScene().getFocusOwner();
            return Objects.toString(owner.getAccessibleText());
        });
    }

    private static List<String> words() {
        return FxDriver.fx(() ->
                card().orElseThrow().lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private void isFound(String words) {
        FxDriver.until(
                "the row stands out",
                () ->
                        window.timeline().lookupAll(".list-cell").stream()
                                .filter(FxDriver::isShown)
                                .filter(cell ->
                                        cell.getPseudoClassStates().stream()
                                                .anyMatch(state ->
                                                        state.getPseudoClassName().equals("found")))
                                .anyMatch(cell -> cell.getAccessibleText().contains(words)));
    }

    @Test
    void keysAloneGoToADay() {
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.CONTROL, KeyCode.G);
        assertEquals(
                "Friday, 20 November 2026", focusedDay(), "the day on top of what is in sight");
        assertTrue(words().contains("November 2026"));
        assertTrue(words().contains("This device is current as of 10:33"));
        FxDriver.press(KeyCode.RIGHT);
        assertEquals("Saturday, 21 November 2026", focusedDay());
        FxDriver.press(KeyCode.RIGHT);
        assertEquals("Saturday, 21 November 2026", focusedDay(), "nothing is said in the future");
        FxDriver.press(KeyCode.UP);
        FxDriver.press(KeyCode.PAGE_UP);
        assertEquals("Wednesday, 14 October 2026", focusedDay());
        FxDriver.press(KeyCode.PAGE_DOWN);
        FxDriver.press(KeyCode.DOWN);
        FxDriver.press(KeyCode.ENTER);
        assertTrue(card().isEmpty());
        isFound("it is back");
    }

    @Test
    void aDayHeaderAsksAndEscapeEndsIt() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(FxDriver.fx(() -> window.timeline().lookup(".day-label")));
        assertTrue(card().isPresent());
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(card().isPresent());
    }

    @Test
    void enterOnADayHeaderAsks() {
        window.show(SampleLife.OUTAGE);
        FxDriver.run(() -> {
            window.timeline().requestFocus();
            window.timeline().getSelectionModel().select(1);
        });
        FxDriver.press(KeyCode.ENTER);
        assertTrue(card().isPresent());
        FxDriver.press(KeyCode.ESCAPE);
    }
}
