package baton.desktop.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.model.SettingNames;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    /// Of a dialog's card, in pixels.
    private static final double PADDING = 23;

    private final SampleDevice device = SampleLife.device();
    private final UiContext context = ViewStage.context(device, "en", Theme.Choice.LIGHT);
    private final ViewStage stage =
            ViewStage.show(context.theme(), 640, 640, overlay -> new StackPane());

    @BeforeEach
    void show() {
        FxDriver.run(() -> new SettingsDialog(context, stage.overlay()).show());
        FxDriver.pulse();
    }

    @AfterEach
    void close() {
        FxDriver.run(() -> stage.overlay().hide());
        stage.close();
        assertEquals(0, device.listenerCount(), "a closed dialog still listens");
    }

    private List<Node> switches() {
        return FxDriver.fx(() ->
                List.copyOf(stage.scene().getRoot().lookupAll(".toggle-switch")).stream()
                        .sorted(
                                java.util.Comparator.comparingDouble(
                                        n -> n.localToScene(0, 0).getY()))
                        .toList());
    }

    private boolean isOn(int index) {
        return FxDriver.fx(() -> ((ToggleSwitch) switches().get(index)).isSelected());
    }

    @Test
    void tabGoesRoundInBothDirections() {
        Node first = switches().getFirst();
        Node done = FxDriver.fx(() -> stage.scene().getRoot().lookup("#done"));
        assertTrue(FxDriver.fx(done::isFocused));
        FxDriver.press(KeyCode.TAB);
        assertTrue(FxDriver.fx(first::isFocused));
        FxDriver.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(FxDriver.fx(done::isFocused));
    }

    private void choose(String words) {
        Node button =
                FxDriver.fx(() ->
                        stage.scene().getRoot().lookupAll(".toggle-button").stream()
                                .filter(n -> ((ToggleButton) n).getText().equals(words))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(button);
    }

    @Test
    void aSwitchIsSetForAllDevicesAndFollowsTheOthers() {
        assertTrue(isOn(0));
        FxDriver.click(switches().get(0));
        assertEquals(List.of("set receipts  off"), device.asked());
        assertEquals(SettingNames.OFF, device.setting(SettingNames.RECEIPTS, ""));
        FxDriver.until("it stays off", () -> !isOn(0));

        device.set(SettingNames.RECEIPTS, "", "");
        FxDriver.until("another device switched it on", () -> isOn(0));
        assertEquals(1, device.asked().size(), "what was heard is not said again");

        device.set(SettingNames.PRESENCE, "", SettingNames.OFF);
        FxDriver.until("another device switched it off", () -> !isOn(1));
    }

    @Test
    void lookAndLanguageAreThisDevicesOwn() {
        choose("Dark");
        assertTrue(FxDriver.fx(() -> context.theme().isDark()));
        assertEquals("dark", context.machine().settings().get(LocalSettings.THEME));
        choose("中文");
        assertEquals("zh", context.machine().settings().get(LocalSettings.LANGUAGE));
        assertEquals(List.of(), device.asked());
    }

    @Test
    void theSizeGoesUpAndDownInSteps() {
        FxDriver.click(stage.node("larger", Node.class));
        assertEquals("110 %", FxDriver.fx(() -> stage.node("zoom", Label.class).getText()));
        FxDriver.click(stage.node("smaller", Node.class));
        FxDriver.click(stage.node("smaller", Node.class));
        FxDriver.click(stage.node("smaller", Node.class));
        assertEquals("80 %", FxDriver.fx(() -> stage.node("zoom", Label.class).getText()));
        assertTrue(FxDriver.fx(() -> stage.node("smaller", Node.class).isDisabled()));
    }

    @Test
    void keysAreEnough() {
        FxDriver.press(KeyCode.SHIFT, KeyCode.TAB);
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(() -> stage.overlay().isShowing()));
    }

    private static boolean insideTheCard(ViewStage shown) {
        return FxDriver.fx(() -> {
            Node card = shown.scene().getRoot().lookup(".dialog-card");
            Bounds room = card.localToScene(card.getLayoutBounds());
            return card.lookupAll(".button, .toggle-button, .label, .toggle-switch").stream()
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .allMatch(place -> place.getMaxX() <= room.getMaxX() - PADDING);
        });
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "en, CONTRAST", "zh, LIGHT", "zh, DARK"})
    void nothingIsCut(String language, Theme.Choice look) {
        UiContext other = ViewStage.context(device, language, look);
        try (ViewStage shown =
                ViewStage.show(other.theme(), 640, 640, overlay -> new StackPane())) {
            FxDriver.run(() -> new SettingsDialog(other, shown.overlay()).show());
            FxDriver.pulse();
            assertEquals(List.of(), shown.cutLabels());
            assertTrue(insideTheCard(shown), "nothing stands over the edge");
            FxDriver.run(() -> shown.overlay().hide());
        }
    }
}
