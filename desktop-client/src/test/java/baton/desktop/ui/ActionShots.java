package baton.desktop.ui;

import baton.desktop.runtime.Hint;
import baton.desktop.store.SearchPage;
import baton.desktop.store.Tick;
import baton.desktop.ui.backup.BackupDialog;
import baton.desktop.ui.backup.RestoreDialog;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.export.ExportDialog;
import baton.desktop.ui.settings.SettingsStage;
import baton.model.Claim;
import baton.model.EventBody;
import baton.model.SettingNames;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;

/// Draws what a person does with messages and conversations, in one look.
final class ActionShots {
    private final Shots shots;

    ActionShots(Shots shots) {
        this.shots = shots;
    }

    void draw() {
        draw("menu", this::menu);
        draw("reach", this::reach);
        draw("picker", this::picker);
        draw("recall", this::recall);
        draw("selection", this::selection);
        draw("day", (device, window) -> FxDriver.press(KeyCode.CONTROL, KeyCode.G));
        draw("reply", this::reply);
        draw("edit", this::edit);
        draw("mention", this::mention);
        draw("missed", this::missed);
        draw("claimed", this::claimed);
        draw("list", this::list);
        draw("floor", this::floor);
        draw("search", this::search);
        draw("search-everywhere", this::searchEverywhere);
        draw("search-nothing", this::searchNothing);
        draw("search-hostile", this::searchHostile);
        draw("shortcuts", (device, window) -> FxDriver.press(KeyCode.CONTROL, KeyCode.SLASH));
        settings();
        dialogs();
    }

    private interface Scene {
        void play(SampleDevice device, SampleWindow window);
    }

    private void draw(String name, Scene scene) {
        SampleDevice device = SampleLife.device();
        try (SampleWindow window = shots.window(device)) {
            window.show(SampleLife.OUTAGE);
            scene.play(device, window);
            shots.take(window, "action-" + name);
        }
    }

    private static Node bubble(SampleWindow window, String text) {
        return FxDriver.fx(() ->
                window.timeline().lookupAll(".bubble").stream()
                        .filter(FxDriver::isShown)
                        .filter(node ->
                                node.lookupAll(".message-text").stream()
                                        .anyMatch(t ->
                                                ((javafx.scene.text.Text) t)
                                                        .getText()
                                                        .contains(text)))
                        .findFirst()
                        .orElseThrow());
    }

    private static void look(SampleWindow window, String typed, KeyCode... keys) {
        FxDriver.press(keys);
        TextField field = (TextField) window.find(".search-field");
        FxDriver.run(() -> {
            field.setText(typed);
            field.end();
        });
        FxDriver.pulse();
    }

    private void search(SampleDevice device, SampleWindow window) {
        look(window, shots.look().isChinese() ? "恢复" : "since", KeyCode.CONTROL, KeyCode.F);
        window.settle();
        FxDriver.press(KeyCode.ENTER);
        // The hit stands out for a moment, which a slow machine may miss.
        FxDriver.until("the hit is a row like others", () -> !isAnyFound(window));
    }

    private static boolean isAnyFound(SampleWindow window) {
        return window.timeline().lookupAll(".list-cell").stream()
                .flatMap(cell -> cell.getPseudoClassStates().stream())
                .anyMatch(state -> state.getPseudoClassName().equals("found"));
    }

    private void searchEverywhere(SampleDevice device, SampleWindow window) {
        device.searchLimits(new SearchPage(List.of(), false, true, 12_000));
        String typed = shots.look().isChinese() ? "。" : "o";
        look(window, typed, KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        window.settle();
        FxDriver.press(KeyCode.DOWN);
    }

    private void searchNothing(SampleDevice device, SampleWindow window) {
        look(window, "after:2026-11-01 payroll", KeyCode.CONTROL, KeyCode.F);
    }

    private void searchHostile(SampleDevice device, SampleWindow window) {
        device.open(
                SampleLife.LOBBY,
                "\u202eydobon " + "title ".repeat(50),
                List.of(SampleLife.ANA, SampleLife.BEN));
        for (String text : SampleLife.HOSTILE) {
            device.say(SampleLife.LOBBY, SampleLife.BEN, SampleLife.NOW, text);
        }
        look(window, "needle", KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    }

    private static TextArea text(SampleWindow window) {
        return (TextArea) window.find(".composer .text-area");
    }

    private void menu(SampleDevice device, SampleWindow window) {
        FxDriver.rightClick(bubble(window, "On it."));
    }

    private void reach(SampleDevice device, SampleWindow window) {
        FxDriver.click(bubble(window, "On it."));
        FxDriver.press(KeyCode.I);
    }

    private void picker(SampleDevice device, SampleWindow window) {
        FxDriver.moveTo(bubble(window, "it is back"));
        Node smile =
                FxDriver.fx(() ->
                        window.timeline().lookupAll(".hover-bar .icon-button").stream()
                                .filter(node -> node.getParent().getOpacity() > 0)
                                .filter(FxDriver::isShown)
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(smile);
    }

    private void recall(SampleDevice device, SampleWindow window) {
        FxDriver.click(bubble(window, "On it."));
        FxDriver.press(KeyCode.DELETE);
    }

    private void selection(SampleDevice device, SampleWindow window) {
        FxDriver.click(bubble(window, "Anyone near"), KeyCode.CONTROL);
        FxDriver.click(bubble(window, "On it."), KeyCode.CONTROL);
        FxDriver.click(bubble(window, "telling support"), KeyCode.CONTROL);
    }

    private void reply(SampleDevice device, SampleWindow window) {
        FxDriver.click(bubble(window, "it is back"));
        FxDriver.press(KeyCode.R);
        FxDriver.type("good to hear");
    }

    private void edit(SampleDevice device, SampleWindow window) {
        FxDriver.click(text(window));
        FxDriver.press(KeyCode.UP);
    }

    private void mention(SampleDevice device, SampleWindow window) {
        FxDriver.run(() -> {
            text(window).setText("thanks @");
            text(window).end();
        });
    }

    private void missed(SampleDevice device, SampleWindow window) {
        long seen = device.conversation(SampleLife.OUTAGE).orElseThrow().readSeq();
        device.guard(SampleLife.OUTAGE, true);
        device.pending(
                SampleLife.OUTAGE,
                SampleLife.NOW,
                new EventBody.Message("I roll it back once more."),
                Tick.FAILED,
                "stale-reply",
                seen);
    }

    private void claimed(SampleDevice device, SampleWindow window) {
        device.claim(SampleLife.OUTAGE, new Claim("ben", 4));
        device.arrive(
                SampleLife.OUTAGE, SampleLife.BEN, SampleLife.NOW, new EventBody.Claimed(false));
        device.tell(new Hint.Typing(SampleLife.OUTAGE, List.of(SampleLife.BEN)));
    }

    private void list(SampleDevice device, SampleWindow window) {
        device.set(SettingNames.PINNED, SampleLife.NOTES.value(), SettingNames.ON);
        device.set(SettingNames.MUTED, SampleLife.LOBBY.value(), SettingNames.ALWAYS);
        device.set(SettingNames.ARCHIVED, SampleLife.WITH_LI_WEI.value(), SettingNames.ON);
        device.tell(new Hint.Presence(SampleLife.MIA, true, SampleLife.NOW));
        device.tell(new Hint.Presence(SampleLife.BEN, false, SampleLife.at(21, "10:12:00")));
        device.tell(new Hint.Typing(SampleLife.WITH_BEN, List.of(SampleLife.BEN)));
        window.show(SampleLife.WITH_MIA);
        Node row =
                FxDriver.fx(() ->
                        window.list().lookupAll(".list-cell").stream()
                                .filter(node ->
                                        node.lookupAll(".label").stream()
                                                .anyMatch(l ->
                                                        ((Labeled) l).getText().equals("Lobby")))
                                .findFirst()
                                .orElseThrow());
        FxDriver.rightClick(row);
    }

    private void floor(SampleDevice device, SampleWindow window) {
        device.floor(SampleLife.WITH_MIA, 1_200);
        window.show(SampleLife.WITH_MIA);
    }

    /// What is exported, backed up and restored.
    void dialogs() {
        UiContext context = shots.look().context(SampleLife.device());
        SamplePlaces places = new SamplePlaces().choose(shots.folder().resolve("export"));
        try (ViewStage stage =
                ViewStage.show(context.theme(), 640, 560, overlay -> new StackPane())) {
            BackupDialog.Ground ground =
                    new BackupDialog.Ground(
                            context.texts(),
                            context.times(),
                            stage.overlay(),
                            places,
                            new Work(Runnable::run, context.ui()),
                            "ana");
            FxDriver.run(() ->
                    new ExportDialog(context, stage.overlay(), places, Runnable::run)
                            .show(SampleLife.OUTAGE));
            shots.take(stage.scene(), "dialog-export");
            FxDriver.run(() -> new BackupDialog(ground, new SampleBackups()).show());
            shots.take(stage.scene(), "dialog-backup");
            FxDriver.run(() ->
                    new RestoreDialog(ground, new SampleBackups(), RestoreDialog.Place.DEVICE)
                            .show());
            FxDriver.run(stage.node("choose", Button.class)::fire);
            PasswordField passphrase = stage.node("passphrase", PasswordField.class);
            FxDriver.run(() -> passphrase.setText("12345678"));
            FxDriver.pulse();
            FxDriver.run(passphrase::deselect);
            shots.take(stage.scene(), "dialog-restore");
            FxDriver.run(stage.node("check", Button.class)::fire);
            shots.take(stage.scene(), "dialog-restore-found");
        }
    }

    /// Every section of the settings.
    void settings() {
        UiContext context = shots.look().context(SampleLife.device());
        try (SettingsStage settings = SettingsStage.show(context)) {
            for (String section : settings.sections()) {
                settings.choose(section);
                shots.take(settings.stage().scene(), "settings-" + section);
            }
        }
    }
}
