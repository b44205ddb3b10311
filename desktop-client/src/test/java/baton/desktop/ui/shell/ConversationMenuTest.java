package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.model.SettingNames;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a person does with conversations, from the list and from above the messages.
class ConversationMenuTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
    }

    private Node row(String title) {
        FxDriver.pulse();
        return FxDriver.fx(() ->
                window.list().lookupAll(".list-cell").stream()
                        .filter(node ->
                                node.lookupAll(".label").stream()
                                        .anyMatch(l -> ((Labeled) l).getText().equals(title)))
                        .findFirst()
                        .orElseThrow());
    }

    private void pick(String title, String words) {
        FxDriver.rightClick(row(title));
        FxDriver.click(item(words));
    }

    private static Node item(String words) {
        return FxDriver.fx(() ->
                Window.getWindows().stream()
                        .filter(w -> w instanceof PopupWindow && w.isShowing())
                        .flatMap(w -> w.getScene().getRoot().lookupAll(".label").stream())
                        .filter(node -> node instanceof Label l && l.getText().equals(words))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no " + words)));
    }

    private String firstTitle() {
        return window.list().getItems().getFirst().toString();
    }

    @Test
    void aPinnedConversationGoesToTheTop() {
        pick("Notes to self", "Pin");
        FxDriver.moveTo(window.timeline());
        FxDriver.until("notes are first", () -> firstTitle().contains("Notes to self"));
        pick("Notes to self", "Unpin");
        FxDriver.moveTo(window.timeline());
        FxDriver.until("they are not", () -> !firstTitle().contains("Notes to self"));
    }

    @Test
    void muteHasLayersForAllDevicesAndForThisOne() {
        FxDriver.rightClick(row("Lobby"));
        FxDriver.click(item("Mute"));
        FxDriver.click(item("Always"));
        assertEquals(
                SettingNames.ALWAYS, device.setting(SettingNames.MUTED, SampleLife.LOBBY.value()));
        FxDriver.rightClick(row("Ben Okafor"));
        FxDriver.click(item("Mute"));
        FxDriver.click(item("On this device only"));
        assertEquals("", device.setting(SettingNames.MUTED, SampleLife.WITH_BEN.value()));
        FxDriver.until(
                "both badges are quiet",
                () -> window.list().lookupAll(".badge.silent").size() == 2);
    }

    @Test
    void anArchivedConversationStandsBelowWhenAskedFor() {
        pick("李伟", "Archive");
        FxDriver.until("one less", () -> window.list().getItems().size() == 6);
        FxDriver.click(window.find(".archive"));
        FxDriver.until("below", () -> window.list().getItems().size() == 7);
        pick("李伟", "Take out of the archive");
        FxDriver.until("no archive", () -> !window.find(".archive").isVisible());
    }

    @Test
    void oneIsMarkedReadAndShiftEscapeMarksAll() {
        pick("Ben Okafor", "Mark as read");
        assertEquals(0, device.conversation(SampleLife.WITH_BEN).orElseThrow().unread());
        pick("Ben Okafor", "Mark as unread");
        assertEquals(1, device.conversation(SampleLife.WITH_BEN).orElseThrow().unread());
        FxDriver.press(KeyCode.SHIFT, KeyCode.ESCAPE);
        assertTrue(device.conversations().stream().allMatch(row -> row.unread() == 0));
    }

    @Test
    void theHeaderOffersTheSameAndTheClaimShowsThere() {
        window.show(SampleLife.OUTAGE);
        Node menu =
                FxDriver.fx(() ->
                        List.copyOf(window.find(".timeline").lookupAll(".icon-button")).stream()
                                .filter(FxDriver::isShown)
                                .filter(n ->
                                        "What to do with this conversation"
                                                .equals(n.getAccessibleText()))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(menu);
        FxDriver.click(item("Take over"));
        FxDriver.until(
                "the header says so",
                () ->
                        window.find(".timeline").lookupAll(".label").stream()
                                .anyMatch(l -> ((Labeled) l).getText().equals("You answer here")));
        FxDriver.click(menu);
        FxDriver.click(item("Hold back replies to unseen messages"));
        assertTrue(device.asked().contains("guard " + SampleLife.OUTAGE + " true"));
    }
}
