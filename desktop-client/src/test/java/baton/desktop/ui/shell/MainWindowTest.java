package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.model.ConversationId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person does with the window, on the headless platform.
class MainWindowTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    private TextArea text() {
        return (TextArea) window.find(".composer .text-area");
    }

    private Optional<ConversationId> open() {
        return FxDriver.fx(() -> window.main().openConversation().getValue());
    }

    private List<String> asked(String verb) {
        return device.asked().stream().filter(ask -> ask.startsWith(verb + " ")).toList();
    }

    private void many(ConversationId id, int messages) {
        for (int i = 0; i < messages; i++) {
            device.say(id, SampleLife.BEN, SampleLife.NOW, "message " + i + " word".repeat(i % 60));
        }
        device.readElsewhere(id, device.conversation(id).orElseThrow().head());
    }

    /// Where the cell with this text stands in the window.
    private double placeOf(Object item) {
        return FxDriver.fx(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) window.timeline().lookup(".virtual-flow");
            for (int i = flow.getFirstVisibleCell().getIndex();
                    i <= flow.getLastVisibleCell().getIndex();
                    i++) {
                if (flow.getCell(i).getItem().equals(item)) {
                    return flow.getCell(i).localToScene(0, 0).getY();
                }
            }
            throw new AssertionError("not in sight");
        });
    }

    private Object topItem() {
        return FxDriver.fx(() -> {
            VirtualFlow<?> flow = (VirtualFlow<?>) window.timeline().lookup(".virtual-flow");
            return flow.getCell(flow.getFirstVisibleCell().getIndex() + 1).getItem();
        });
    }

    private void scroll(double pixels) {
        FxDriver.run(() ->
                ((VirtualFlow<?>) window.timeline().lookup(".virtual-flow")).scrollPixels(pixels));
        FxDriver.pulse();
    }

    private boolean isEndInSight() {
        return FxDriver.fx(() -> {
            ListView<?> list = window.timeline();
            VirtualFlow<?> flow = (VirtualFlow<?>) list.lookup(".virtual-flow");
            IndexedCell<?> last = flow.getLastVisibleCell();
            return last.getIndex() == list.getItems().size() - 1
                    && last.getLayoutY() + last.getHeight() <= flow.getHeight() + 1;
        });
    }

    @Test
    void enterSendsAndShiftEnterBreaksTheLine() {
        window.show(SampleLife.WITH_BEN);
        FxDriver.click(text());
        FxDriver.type("yes");
        FxDriver.press(KeyCode.SHIFT, KeyCode.ENTER);
        FxDriver.type("at one");
        assertEquals("yes\nat one", FxDriver.fx(() -> text().getText()));
        assertEquals(List.of(), asked("send"));
        FxDriver.press(KeyCode.ENTER);
        FxDriver.until("the composer is empty", () -> text().getText().isEmpty());
        assertEquals(1, asked("send").size());
        FxDriver.until(
                "the bubble is there",
                () -> window.timeline().getItems().getLast().toString().contains("yes\nat one"));
        assertTrue(isEndInSight());
    }

    @Test
    void switchingKeepsWhatWasWritten() {
        window.show(SampleLife.WITH_BEN);
        FxDriver.click(text());
        FxDriver.type("half a thought");
        window.show(SampleLife.WITH_MIA);
        assertEquals("", FxDriver.fx(() -> text().getText()));
        window.show(SampleLife.WITH_BEN);
        FxDriver.until("the draft is back", () -> text().getText().equals("half a thought"));
    }

    @Test
    void badgeFallsOnceTheMessageWasSeen() {
        window.show(SampleLife.WITH_BEN);
        FxDriver.moveTo(window.timeline());
        FxDriver.press(KeyCode.SHIFT);
        FxDriver.until(
                "it is read",
                () -> asked("markRead").contains("markRead " + SampleLife.WITH_BEN + " 1"));
        assertEquals(0, device.conversation(SampleLife.WITH_BEN).orElseThrow().unread());
    }

    @Test
    void olderRowsComeInAboveWithoutAJump() {
        many(SampleLife.NOTES, 600);
        window.show(SampleLife.NOTES);
        assertTrue(isEndInSight());
        for (int step = 0; step < 60; step++) {
            Object top = topItem();
            double before = placeOf(top);
            int size = FxDriver.fx(() -> window.timeline().getItems().size());
            scroll(-97);
            FxDriver.pulse();
            int sizeNow = FxDriver.fx(() -> window.timeline().getItems().size());
            assertEquals(
                    before + 97,
                    placeOf(top),
                    0.6,
                    "step " + step + ": " + size + " rows became " + sizeNow);
        }
    }

    @Test
    void rowsThatArriveBelowDoNotMoveAReader() {
        many(SampleLife.NOTES, 300);
        window.show(SampleLife.NOTES);
        scroll(-2_000);
        Object top = topItem();
        double before = placeOf(top);
        for (int i = 0; i < 5; i++) {
            device.say(SampleLife.NOTES, SampleLife.BEN, SampleLife.NOW, "news " + i);
            FxDriver.pulse();
        }
        assertEquals(before, placeOf(top), 0.01);
        Button down = (Button) window.find(".down-button");
        FxDriver.until(
                "the button counts", () -> down.isVisible() && down.getText().equals("5 new"));
        FxDriver.click(down);
        FxDriver.until("the end is in sight", () -> !down.isVisible());
        assertTrue(isEndInSight());
    }

    @Test
    void theEndStaysInSightWhileMessagesArriveAndTheWindowShrinks() {
        many(SampleLife.NOTES, 50);
        window.show(SampleLife.NOTES);
        for (int i = 0; i < 20; i++) {
            device.say(
                    SampleLife.NOTES, SampleLife.BEN, SampleLife.NOW, "news ".repeat(1 + i * 10));
            FxDriver.pulse();
        }
        FxDriver.pulse();
        assertTrue(isEndInSight(), "after arrivals");
        FxDriver.run(() -> window.stage().setWidth(900));
        FxDriver.pulse();
        FxDriver.pulse();
        assertTrue(isEndInSight(), "after shrinking");
    }

    @Test
    void failedMessageCanBeRetriedAndEdited() {
        SampleLife.trouble(device);
        window.show(SampleLife.OUTAGE);
        FxDriver.click(button("Retry"));
        FxDriver.until("retried", () -> asked("retry").size() == 1);
        device.pending(
                SampleLife.OUTAGE,
                SampleLife.NOW,
                "second try",
                baton.desktop.store.Tick.FAILED,
                "not-a-member");
        FxDriver.click(button("Edit"));
        FxDriver.until("in the composer", () -> text().getText().equals("second try"));
        assertEquals(1, asked("rework").size());
    }

    private Node button(String words) {
        FxDriver.until(words + " is offered", () -> shownButton(words).isPresent());
        return FxDriver.fx(() -> shownButton(words).orElseThrow());
    }

    private Optional<Node> shownButton(String words) {
        return window.timeline().lookupAll(".text-button").stream()
                .filter(node -> node instanceof Button b && b.getText().equals(words))
                .filter(FxDriver::isShown)
                .findFirst();
    }

    @Test
    void overlongTextIsExplained() {
        window.show(SampleLife.WITH_BEN);
        FxDriver.run(() -> text().setText("x".repeat(8_001)));
        FxDriver.click(text());
        FxDriver.press(KeyCode.ENTER);
        assertEquals(List.of(), asked("send"));
        Label problem = (Label) window.find(".composer .alarm-text");
        assertTrue(FxDriver.fx(() -> problem.isVisible() && problem.getText().contains("8,000")));
    }

    @Test
    void keysReachEverything() {
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.ALT, KeyCode.DOWN);
        assertEquals(Optional.of(SampleLife.WITH_MIA), open());
        FxDriver.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        assertEquals(Optional.of(SampleLife.WITH_BEN), open());
        FxDriver.press(KeyCode.CONTROL, KeyCode.K);
        TextField filter = (TextField) window.find(".filter");
        assertTrue(FxDriver.fx(filter::isFocused));
        FxDriver.type("lobby");
        FxDriver.press(KeyCode.ENTER);
        assertEquals(Optional.of(SampleLife.LOBBY), open());
        FxDriver.press(KeyCode.F6);
        assertTrue(FxDriver.fx(() -> window.timeline().isFocused() || window.list().isFocused()));
    }

    @Test
    void devicesAreReachedAndLeftByKeys() {
        FxDriver.press(KeyCode.CONTROL, KeyCode.D);
        assertTrue(focusIsIn(".devices"));
        FxDriver.press(KeyCode.F6);
        assertTrue(focusIsIn(".conversations"));
        FxDriver.press(KeyCode.F6);
        assertTrue(focusIsIn(".devices"), "no conversation is open to stop at");
        window.show(SampleLife.OUTAGE);
        assertTrue(focusIsIn(".composer"));
        FxDriver.press(KeyCode.F6);
        assertTrue(focusIsIn(".devices"));
        FxDriver.press(KeyCode.TAB);
        FxDriver.press(KeyCode.SPACE);
        FxDriver.press(KeyCode.ENTER);
        assertTrue(focusIsIn(".device-name-field"));
        FxDriver.press(KeyCode.ESCAPE);
        assertTrue(focusIsIn(".device-more"));
        FxDriver.press(KeyCode.CONTROL, KeyCode.D);
        assertTrue(focusIsIn(".conversations"));
    }

    @Test
    void tabLeavesTheComposerAndTypesNothing() {
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.TAB);
        assertFalse(FxDriver.fx(text()::isFocused));
        assertTrue(focusIsIn(".composer"), "emoji and sending come next");
        assertEquals("", FxDriver.fx(text()::getText));
        FxDriver.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(FxDriver.fx(text()::isFocused));
    }

    @Test
    void narrowWindowShowsTheDevicesInPlaceOfTheList() {
        FxDriver.run(() -> window.stage().setWidth(600));
        window.show(SampleLife.OUTAGE);
        FxDriver.press(KeyCode.CONTROL, KeyCode.D);
        assertTrue(FxDriver.fx(() -> FxDriver.isShown(window.find(".devices"))));
        assertTrue(FxDriver.fx(() -> FxDriver.isShown(text())));
        assertFalse(FxDriver.fx(() -> FxDriver.isShown(window.list())));
        FxDriver.press(KeyCode.CONTROL, KeyCode.K);
        assertTrue(focusIsIn(".filter"));
        assertFalse(FxDriver.fx(() -> FxDriver.isShown(window.find(".devices"))));
    }

    private boolean focusIsIn(String selector) {
        return FxDriver.fx(() -> {
            Scene scene = window.stage().getScene();
            Set<Node> wanted = scene.getRoot().lookupAll(selector);
            return Stream.iterate(scene.getFocusOwner(), Objects::nonNull, Node::getParent)
                    .anyMatch(wanted::contains);
        });
    }

    @Test
    void escapeTakesTheDividerAway() {
        window.show(SampleLife.OUTAGE);
        assertTrue(hasDivider());
        FxDriver.click(text());
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(hasDivider());
    }

    private boolean hasDivider() {
        return FxDriver.fx(() ->
                window.timeline().getItems().stream()
                        .anyMatch(item -> item.toString().startsWith("Divider")));
    }

    @Test
    void anEmptyAccountAndAnEmptyConversationSaySo() {
        FxDriver.run(() ->
                window.main()
                        .show(
                                ConversationId.direct(
                                        SampleLife.ANA, new baton.model.AccountId("nobody"))));
        FxDriver.until(
                "the sentence stands there",
                () ->
                        window.stage().getScene().getRoot().lookupAll(".label").stream()
                                .anyMatch(n ->
                                        n instanceof Label l
                                                && l.isVisible()
                                                && l.getText().startsWith("No messages yet. Say")));
    }
}
