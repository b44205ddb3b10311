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
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Picking several messages, by mouse and by keys, on the headless platform.
class SelectionTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private Node row(String words) {
        return FxDriver.fx(() ->
                window.timeline().lookupAll(".list-cell").stream()
                        .filter(FxDriver::isShown)
                        .filter(cell -> Objects.toString(cell.getAccessibleText()).contains(words))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no row says " + words)));
    }

    private Node bar() {
        return window.find(".selection-bar");
    }

    private String words() {
        return FxDriver.fx(() -> ((Labeled) bar().lookup(".label")).getText());
    }

    private void says(String words) {
        FxDriver.until("the bar says " + words, () -> words().equals(words));
    }

    private static String clipboard() {
        return FxDriver.fx(() -> Objects.toString(Clipboard.getSystemClipboard().getString()));
    }

    private List<String> recalls() {
        return device.asked().stream().filter(ask -> ask.startsWith("recall ")).toList();
    }

    @Test
    void ctrlAndShiftClickPickAndTheBarStandsInPlaceOfTheHeader() {
        window.show(SampleLife.OUTAGE);
        assertFalse(FxDriver.fx(() -> bar().isVisible()));
        double top = FxDriver.fx(() -> row("it is back").localToScene(0, 0).getY());
        FxDriver.click(row("Anyone near"), KeyCode.CONTROL);
        says("1 message selected");
        assertFalse(FxDriver.fx(() -> window.find(".timeline #header").isVisible()));
        assertEquals(
                top,
                FxDriver.fx(() -> row("it is back").localToScene(0, 0).getY()),
                "nothing moved");
        FxDriver.click(row("telling support"), KeyCode.SHIFT);
        says("7 messages selected");
        assertTrue(
                FxDriver.fx(() -> row("it is back").getAccessibleText().startsWith("Selected: ")));
        FxDriver.click(row("it is back"));
        says("6 messages selected");
        FxDriver.press(KeyCode.CONTROL, KeyCode.C);
        says("6 messages copied");
        assertFalse(clipboard().contains("it is back"));
        assertTrue(clipboard().contains("Mia Chen, 10:32: thanks both, telling support now"));
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(() -> bar().isVisible()));
        assertTrue(
                FxDriver.fx(() ->
                        window.timeline().getItems().stream()
                                .anyMatch(item -> item.toString().startsWith("Divider"))),
                "Esc ended one thing only");
    }

    @Test
    void aPressWhilePickingOpensNoLink() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(row("it is back"), KeyCode.CONTROL);
        Node link = FxDriver.fx(() -> row("status.example.org").lookup(".message-link"));
        FxDriver.click(link);
        says("2 messages selected");
        assertEquals(List.of(), window.opened());
    }

    @Test
    void keysAlonePickCopyAndEnd() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(row("telling support"));
        FxDriver.press(KeyCode.SHIFT, KeyCode.UP);
        says("2 messages selected");
        FxDriver.press(KeyCode.SHIFT, KeyCode.UP);
        says("3 messages selected");
        FxDriver.press(KeyCode.SHIFT, KeyCode.DOWN);
        says("2 messages selected");
        FxDriver.press(KeyCode.UP);
        FxDriver.press(KeyCode.SPACE);
        says("3 messages selected");
        FxDriver.press(KeyCode.CONTROL, KeyCode.C);
        says("3 messages copied");
        assertEquals(4, clipboard().lines().count());
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(() -> bar().isVisible()));
        assertTrue(FxDriver.fx(() -> window.timeline().isFocused()));
    }

    @Test
    void onesOwnMessagesAmongThemAreTakenBackAfterOneQuestion() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(row("On it."), KeyCode.CONTROL);
        FxDriver.click(row("telling support"), KeyCode.SHIFT);
        says("6 messages selected");
        FxDriver.press(KeyCode.DELETE);
        assertEquals(List.of(), recalls());
        Node yes =
                FxDriver.fx(() ->
                        Window.getWindows().stream()
                                .filter(w -> w instanceof PopupWindow && w.isShowing())
                                .flatMap(w -> w.getScene().getRoot().lookupAll(".button").stream())
                                .filter(node -> "Recall".equals(((Labeled) node).getText()))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(yes);
        FxDriver.until("both are taken back", () -> recalls().size() == 2);
        assertFalse(FxDriver.fx(() -> bar().isVisible()));
    }

    @Test
    void anotherConversationBeginsWithNothingPicked() {
        window.show(SampleLife.OUTAGE);
        FxDriver.click(row("it is back"), KeyCode.CONTROL);
        says("1 message selected");
        window.show(SampleLife.WITH_MIA);
        assertFalse(FxDriver.fx(() -> bar().isVisible()));
        assertTrue(FxDriver.fx(() -> window.find(".timeline #header").isVisible()));
    }
}
