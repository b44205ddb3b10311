package baton.desktop.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Theme;
import baton.model.SettingNames;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private final SampleDevice device = SampleLife.device();
    private final SettingsStage settings = SettingsStage.show(device, "en", Theme.Choice.LIGHT);

    @AfterEach
    void close() {
        settings.close();
        assertEquals(0, device.listenerCount(), "a closed dialog still listens");
    }

    private Node node(String selector) {
        return FxDriver.fx(() ->
                Objects.requireNonNull(
                        settings.stage().scene().getRoot().lookup(selector), selector));
    }

    private List<Node> switches() {
        return FxDriver.fx(() ->
                List.copyOf(settings.stage().scene().getRoot().lookupAll(".toggle-switch")).stream()
                        .sorted(Comparator.comparingDouble(n -> n.localToScene(0, 0).getY()))
                        .toList());
    }

    private boolean isOn(int index) {
        return FxDriver.fx(() -> ((ToggleSwitch) switches().get(index)).isSelected());
    }

    private void press(String words) {
        Node button =
                FxDriver.fx(() ->
                        settings.stage().scene().getRoot().lookupAll(".toggle-button").stream()
                                .filter(n -> ((ToggleButton) n).getText().equals(words))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(button);
    }

    private String heading() {
        return FxDriver.fx(() -> settings.stage().node("heading", Label.class).getText());
    }

    @Test
    void arrowsGoThroughTheSections() {
        assertTrue(FxDriver.fx(() -> settings.list().isFocused()));
        assertEquals("Account", heading());
        FxDriver.press(KeyCode.DOWN);
        assertEquals("Appearance", heading());
        FxDriver.press(KeyCode.END);
        FxDriver.press(KeyCode.UP);
        FxDriver.press(KeyCode.HOME);
        assertEquals("Account", heading());
    }

    @Test
    void tabGoesRoundInBothDirections() {
        Node done = node("#done");
        FxDriver.press(KeyCode.TAB);
        assertTrue(FxDriver.fx(() -> node("#nameField").isFocused()), "the page is next");
        FxDriver.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(FxDriver.fx(() -> settings.list().isFocused()));
        FxDriver.press(KeyCode.SHIFT, KeyCode.TAB);
        assertTrue(FxDriver.fx(done::isFocused));
        FxDriver.press(KeyCode.TAB);
        assertTrue(FxDriver.fx(() -> settings.list().isFocused()));
    }

    @Test
    void oneSectionIsChosenAlways() {
        FxDriver.run(() -> settings.list().getSelectionModel().clearSelection());
        assertEquals("Account", heading());
        assertEquals(0, FxDriver.fx(() -> settings.list().getSelectionModel().getSelectedIndex()));
    }

    @Test
    void whatIsBehindItAllStandsLast() {
        assertEquals(
                List.of(
                        "account",
                        "appearance",
                        "notifications",
                        "language",
                        "writing",
                        "replies",
                        "network",
                        "own-relay",
                        "storage",
                        "program",
                        "diagnostics"),
                settings.sections());
    }

    @Test
    void theSectionOfLastTimeIsShownAgain() {
        settings.choose("network");
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(() -> settings.stage().overlay().isShowing()));
        assertEquals(0, device.listenerCount(), "what is not seen follows nothing");
        settings.showAgain();
        assertEquals("Network", heading());
        assertTrue(
                FxDriver.fx(() -> settings.stage().node("address", Label.class).getText())
                        .contains("localhost:7340"));
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
    void aNameIsChosenForAllDevices() {
        TextField field = settings.stage().node("nameField", TextField.class);
        assertEquals("Ana Novak", FxDriver.fx(field::getText));
        assertTrue(FxDriver.fx(() -> node("#save").isDisabled()), "nothing to save yet");
        FxDriver.run(() -> {
            field.requestFocus();
            field.setText(" Ana N. ");
        });
        FxDriver.press(KeyCode.ENTER);
        assertEquals(List.of("set name  Ana N."), device.asked());

        FxDriver.run(() -> field.setText("x".repeat(65)));
        FxDriver.press(KeyCode.ENTER);
        Label problem = settings.stage().node("problem", Label.class);
        assertTrue(FxDriver.fx(() -> problem.isVisible() && problem.getText().contains("64")));
        assertEquals(1, device.asked().size());
        FxDriver.press(KeyCode.ESCAPE);
        assertEquals("Ana Novak", FxDriver.fx(field::getText));
        assertFalse(FxDriver.fx(problem::isVisible));
        assertTrue(FxDriver.fx(() -> settings.stage().overlay().isShowing()));

        FxDriver.run(() -> settings.context().me().call("Ana of another device"));
        assertEquals("Ana of another device", FxDriver.fx(field::getText));
        assertEquals(
                "Ana of another device",
                FxDriver.fx(() -> settings.stage().node("name", Label.class).getText()));
    }

    @Test
    void theAccountLeadsToItsDevicesAndOut() {
        FxDriver.run(settings.stage().node("devices", Button.class)::fire);
        FxDriver.run(settings.stage().node("signOut", Button.class)::fire);
        assertEquals(List.of("devices", "sign out"), settings.asked());
        assertEquals(
                "Desk-1",
                FxDriver.fx(() -> settings.stage().node("device", Label.class).getText()));
    }

    @Test
    void storageSaysHowMuchIsKeptAndLeadsToWhatMayBeDoneWithIt() {
        settings.choose("storage");
        FxDriver.until(
                "it was counted",
                () ->
                        settings.stage()
                                .node("messages", Label.class)
                                .getText()
                                .startsWith("112,480"));
        assertEquals(
                "61.4 MB on the disk",
                FxDriver.fx(() -> settings.stage().node("size", Label.class).getText()));
        FxDriver.run(settings.stage().node("compact", Button.class)::fire);
        assertEquals(List.of("compact"), device.asked());
        for (String button : List.of("export", "backUp", "restore")) {
            FxDriver.run(settings.stage().node(button, Button.class)::fire);
        }
        assertEquals(List.of("export", "back up", "restore"), settings.asked());
    }

    @Test
    void theReportIsShownBeforeItIsSaved() {
        settings.choose("diagnostics");
        FxDriver.until(
                "it is shown",
                () ->
                        settings.stage()
                                .node("preview", TextArea.class)
                                .getText()
                                .contains("outbox {waiting=2}"));
        FxDriver.run(settings.stage().node("save", Button.class)::fire);
        FxDriver.until(
                "it is saved", () -> settings.stage().node("result", Label.class).isVisible());
        FxDriver.run(settings.stage().node("inspect", Button.class)::fire);
        assertEquals(List.of("save report.zip", "connection"), settings.asked());
    }

    @Test
    void whatSendsAMessageIsThisDevicesOwn() {
        LocalSettings kept = settings.context().machine().settings();
        settings.choose("writing");
        assertTrue(kept.isSentByEnter());
        press("Ctrl+Enter");
        assertFalse(kept.isSentByEnter());
        press("Enter");
        assertTrue(kept.isSentByEnter());
        assertEquals(List.of(), device.asked());
    }

    @Test
    void whatCountsAsReadIsThisDevicesOwn() {
        LocalSettings kept = settings.context().machine().settings();
        settings.choose("writing");
        press("At the end");
        assertTrue(kept.isReadBySight(true));
        assertFalse(kept.isReadBySight(false));
        press("By hand");
        assertFalse(kept.isReadBySight(true));
        press("What is in sight");
        assertTrue(kept.isReadBySight(false));
        assertEquals(List.of(), device.asked());
    }

    @Test
    void aProxyIsTypedByNameAndPort() {
        settings.choose("network");
        Node row = node("#row");
        assertFalse(FxDriver.fx(row::isVisible));
        press("None");
        assertEquals("direct", settings.proxy().chosen());
        press("This one");
        assertTrue(FxDriver.fx(row::isVisible));
        assertEquals("direct", settings.proxy().chosen(), "until there is an address");
        FxDriver.type("proxy");
        FxDriver.press(KeyCode.ENTER);
        assertTrue(FxDriver.fx(() -> node("#problem").isVisible()));
        FxDriver.run(() -> ((TextField) node("#place")).setText("proxy.lan:3128"));
        FxDriver.press(KeyCode.ENTER);
        assertEquals("proxy.lan:3128", settings.proxy().chosen());
        assertFalse(FxDriver.fx(() -> node("#problem").isVisible()));
        assertTrue(FxDriver.fx(() -> node("#result").isVisible()));
        press("As the system");
        assertEquals("", settings.proxy().chosen());
    }

    @Test
    void lookAndLanguageAreThisDevicesOwn() {
        LocalSettings kept = settings.context().machine().settings();
        settings.choose("appearance");
        press("Dark");
        assertTrue(FxDriver.fx(() -> settings.context().theme().isDark()));
        assertEquals("dark", kept.get(LocalSettings.THEME));
        settings.choose("language");
        press("中文");
        assertEquals("zh", kept.get(LocalSettings.LANGUAGE));
        assertEquals(List.of(), device.asked());
    }

    @Test
    void motionFollowsTheSystemUntilAPersonChooses() {
        LocalSettings kept = settings.context().machine().settings();
        settings.choose("appearance");
        assertEquals("", kept.get(LocalSettings.MOTION));
        boolean system =
                FxDriver.fx(() -> settings.stage().scene().getPreferences().isReducedMotion());
        assertEquals(system, isOn(0));
        FxDriver.click(switches().getFirst());
        assertEquals(system ? "full" : "reduced", kept.get(LocalSettings.MOTION));
        assertEquals(
                !system,
                FxDriver.fx(() -> settings.stage().scene().getPreferences().isReducedMotion()));
    }

    @Test
    void theSizeGoesUpAndDownInSteps() {
        settings.choose("appearance");
        FxDriver.click(node("#larger"));
        assertEquals(
                "110 %", FxDriver.fx(() -> settings.stage().node("zoom", Label.class).getText()));
        FxDriver.click(node("#smaller"));
        FxDriver.click(node("#smaller"));
        FxDriver.click(node("#smaller"));
        assertEquals(
                "80 %", FxDriver.fx(() -> settings.stage().node("zoom", Label.class).getText()));
        assertTrue(FxDriver.fx(() -> node("#smaller").isDisabled()));
    }

    /// What a screen reader has no words for.
    private static List<String> nameless(SettingsStage shown) {
        return FxDriver.fx(() ->
                shown.stage().scene().getRoot().lookup(".dialog-card").lookupAll("*").stream()
                        .filter(Node::isFocusTraversable)
                        .filter(node ->
                                Objects.toString(
                                                node.queryAccessibleAttribute(
                                                        AccessibleAttribute.TEXT),
                                                "")
                                        .isBlank())
                        .map(Node::toString)
                        .toList());
    }

    private static boolean insideTheCard(SettingsStage shown) {
        return FxDriver.fx(() -> {
            Node card = shown.stage().scene().getRoot().lookup(".dialog-card");
            Bounds room = card.localToScene(card.getLayoutBounds());
            return card.lookupAll(".button, .toggle-button, .label, .toggle-switch").stream()
                    .map(node -> node.localToScene(node.getLayoutBounds()))
                    .allMatch(place ->
                            place.getMaxX() <= room.getMaxX() && place.getMinX() >= room.getMinX());
        });
    }

    @ParameterizedTest
    @CsvSource({
        "en, LIGHT, 860, 640",
        "en, DARK, 860, 640",
        "en, CONTRAST, 860, 640",
        "zh, LIGHT, 860, 640",
        "zh, DARK, 860, 640",
        "en, LIGHT, 600, 480",
        "zh, LIGHT, 600, 480",
    })
    void nothingIsCutAndEverythingHasAName(
            String language, Theme.Choice look, double width, double height) {
        try (SettingsStage shown = SettingsStage.show(device, language, look, width, height)) {
            for (String section : shown.sections()) {
                shown.choose(section);
                assertEquals(List.of(), shown.stage().cutLabels(), section);
                assertTrue(insideTheCard(shown), section + ": nothing stands over the edge");
                assertEquals(List.of(), nameless(shown), section);
            }
        }
    }
}
