package baton.desktop.ui.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleBackups;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SamplePlaces;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.backup.RestoreDialog.Place;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.Work;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackupDialogsTest {
    private static final Path FILE = Path.of("/tmp/ana.backup");

    private final UiContext context =
            ViewStage.context(SampleLife.device(), "en", Theme.Choice.LIGHT);
    private final ViewStage stage =
            ViewStage.show(context.theme(), 640, 640, overlay -> new StackPane());
    private final SampleBackups backups = new SampleBackups();
    private final SamplePlaces places = new SamplePlaces().choose(FILE);

    private static BackupDialog.Ground ground(
            UiContext context, ViewStage stage, SamplePlaces places) {
        return new BackupDialog.Ground(
                context.texts(),
                context.times(),
                stage.overlay(),
                places,
                new Work(Runnable::run, context.ui()),
                "ana");
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private void showBackup() {
        FxDriver.run(() -> new BackupDialog(ground(context, stage, places), backups).show());
        FxDriver.pulse();
    }

    private void showRestore() {
        FxDriver.run(() ->
                new RestoreDialog(ground(context, stage, places), backups, Place.DEVICE).show());
        FxDriver.pulse();
    }

    private Button button(String id) {
        return stage.node(id, Button.class);
    }

    private void fire(String id) {
        FxDriver.run(button(id)::fire);
        FxDriver.pulse();
    }

    private void type(String id, String words) {
        FxDriver.run(() -> stage.node(id, PasswordField.class).setText(words));
    }

    private boolean isDisabled(String id) {
        return FxDriver.fx(button(id)::isDisabled);
    }

    private boolean isVisible(String id) {
        return FxDriver.fx(() -> stage.node(id, Node.class).isVisible());
    }

    private String said(String id) {
        return FxDriver.fx(() -> stage.node(id, Label.class).getText());
    }

    @Test
    void aBackupNeedsALongPassphraseTwice() {
        showBackup();
        assertTrue(FxDriver.fx(() -> stage.node("passphrase", Node.class).isFocused()));
        assertTrue(isDisabled("choose"));
        type("passphrase", "short");
        type("again", "short");
        assertTrue(isDisabled("choose"));
        type("passphrase", "correct horse");
        assertTrue(isVisible("differ"));
        assertTrue(isDisabled("choose"));
        type("again", "correct horse");
        assertFalse(isVisible("differ"));
        fire("choose");
        assertEquals(List.of("backUp correct horse"), backups.asked());
        assertEquals(
                List.of("Where to put the backup baton-ana-2026-11-21.backup"), places.asked());
        assertTrue(said("result").contains(FILE.toString()));
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWhenAsked() {
        backups.fail("backup-exists");
        showBackup();
        type("passphrase", "correct horse");
        type("again", "correct horse");
        fire("choose");
        assertTrue(isVisible("problem"));
        assertTrue(isVisible("replace"));
        fire("replace");
        assertEquals(
                List.of("backUp correct horse", "backUp correct horse replace"), backups.asked());
        assertFalse(isVisible("replace"));
        FxDriver.press(KeyCode.ESCAPE);
        assertFalse(FxDriver.fx(() -> stage.overlay().isShowing()));
    }

    @Test
    void aBackupIsCheckedAndNamedBeforeItReplacesAnything() {
        showRestore();
        assertTrue(isDisabled("check"));
        fire("choose");
        type("passphrase", "correct horse");
        fire("check");
        assertTrue(said("found").contains("@ana"), said("found"));
        assertTrue(FxDriver.fx(() -> button("cancel").isFocused()), "Enter restores nothing");
        assertEquals(List.of("open correct horse"), backups.asked());
        fire("carryOut");
        assertEquals(List.of("open correct horse", "carryOut"), backups.asked());
        assertFalse(FxDriver.fx(() -> stage.overlay().isShowing()));
    }

    @Test
    void aBackupThatIsNotWantedIsPutAway() {
        showRestore();
        fire("choose");
        type("passphrase", "correct horse");
        fire("check");
        FxDriver.press(KeyCode.ESCAPE);
        assertEquals(List.of("open correct horse", "discard"), backups.asked());
    }

    @Test
    void aWrongPassphraseIsSaidAndCanBeTypedAgain() {
        backups.fail("backup-passphrase-wrong");
        showRestore();
        fire("choose");
        type("passphrase", "wrong horse");
        fire("check");
        assertTrue(isVisible("problem"));
        backups.fail("");
        type("passphrase", "correct horse");
        fire("check");
        assertTrue(isVisible("carryOut"));
    }

    @ParameterizedTest
    @CsvSource({"en, LIGHT", "en, DARK", "zh, LIGHT", "zh, DARK"})
    void nothingIsCut(String language, Theme.Choice look) {
        UiContext other = ViewStage.context(SampleLife.device(), language, look);
        backups.fail("backup-exists");
        try (ViewStage shown =
                ViewStage.show(other.theme(), 640, 640, overlay -> new StackPane())) {
            FxDriver.run(() -> new BackupDialog(ground(other, shown, places), backups).show());
            FxDriver.run(() -> shown.node("passphrase", PasswordField.class).setText("12345678"));
            FxDriver.run(() -> shown.node("again", PasswordField.class).setText("12345678"));
            FxDriver.run(shown.node("choose", Button.class)::fire);
            FxDriver.pulse();
            assertEquals(List.of(), shown.cutLabels());
            backups.fail("");
            FxDriver.run(() ->
                    new RestoreDialog(ground(other, shown, places), backups, Place.FIRST_RUN)
                            .show());
            FxDriver.run(shown.node("choose", Button.class)::fire);
            FxDriver.pulse();
            assertEquals(List.of(), shown.cutLabels());
            FxDriver.run(() -> shown.node("passphrase", PasswordField.class).setText("12345678"));
            FxDriver.run(shown.node("check", Button.class)::fire);
            FxDriver.pulse();
            assertEquals(List.of(), shown.cutLabels());
            FxDriver.run(() -> shown.overlay().hide());
        }
    }
}
