package baton.desktop.ui.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.Tick;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class OutboxDialogTest {
    private final SampleDevice device = SampleLife.device();

    private static Button button(SampleWindow window, String words) {
        return FxDriver.fx(() ->
                window.stage().getScene().getRoot().lookupAll(".outbox-row .button").stream()
                        .map(Button.class::cast)
                        .filter(button -> button.getText().equals(words))
                        .filter(FxDriver::isShown)
                        .findFirst()
                        .orElseThrow());
    }

    private static boolean isOpen(SampleWindow window) {
        return FxDriver.fx(
                () -> window.stage().getScene().getRoot().lookup(".dialog-card") != null);
    }

    private static List<Node> rows(SampleWindow window) {
        return FxDriver.fx(
                () -> List.copyOf(window.stage().getScene().getRoot().lookupAll(".outbox-row")));
    }

    private static String written(SampleWindow window) {
        return FxDriver.fx(() -> ((TextArea) window.find(".composer .text-area")).getText());
    }

    @Test
    void keyOpensItAndEscClosesItWithoutAListenerLeft() {
        try (SampleWindow window = SampleWindow.of(device)) {
            int listeners = device.listenerCount();
            FxDriver.press(KeyCode.CONTROL, KeyCode.O);
            assertTrue(isOpen(window));
            assertTrue(FxDriver.fx(() -> FxDriver.isShown(window.find(".outbox-empty"))));
            FxDriver.press(KeyCode.ESCAPE);
            assertFalse(isOpen(window));
            assertEquals(listeners, device.listenerCount());
        }
    }

    @Test
    void lineAboveTheStatusLeadsThere() {
        try (SampleWindow window = SampleWindow.of(device)) {
            assertFalse(FxDriver.fx(() -> window.find("#outbox").isVisible()));
            SampleLife.trouble(device);
            FxDriver.until("it is told", () -> window.find("#outbox").isVisible());
            FxDriver.click(window.find("#outbox"));
            FxDriver.until("the rows are there", () -> rows(window).size() == 2);
        }
    }

    @Test
    void editTakesTheTextToItsConversation() {
        device.pending(
                SampleLife.WITH_BEN, SampleLife.NOW, "one is fine", Tick.FAILED, "rate-limited");
        try (SampleWindow window = SampleWindow.of(device)) {
            window.show(SampleLife.OUTAGE);
            FxDriver.press(KeyCode.CONTROL, KeyCode.O);
            FxDriver.until("the row is there", () -> rows(window).size() == 1);
            FxDriver.click(button(window, "Edit"));
            FxDriver.until("the text is back", () -> written(window).equals("one is fine"));
            assertFalse(isOpen(window));
            assertEquals(
                    SampleLife.WITH_BEN,
                    FxDriver.fx(() -> window.main().openConversation().getValue().orElseThrow()));
            assertEquals(List.of(), device.outbox());
        }
    }

    @Test
    void deletingAsksInTheRowFirst() {
        device.pending(SampleLife.WITH_BEN, SampleLife.NOW, "no", Tick.FAILED, "rate-limited");
        try (SampleWindow window = SampleWindow.of(device)) {
            FxDriver.press(KeyCode.CONTROL, KeyCode.O);
            FxDriver.until("the row is there", () -> rows(window).size() == 1);
            FxDriver.click(button(window, "Delete"));
            assertEquals(1, device.outbox().size(), "the first press only asks");
            FxDriver.click(button(window, "Keep"));
            FxDriver.click(button(window, "Delete"));
            FxDriver.click(button(window, "Delete"));
            FxDriver.until("it is gone", () -> rows(window).isEmpty());
            assertTrue(isOpen(window));
        }
    }
}
