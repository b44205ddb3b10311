package baton.desktop.ui.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.store.Tick;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleProgram;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgramPageTest {
    private final SampleDevice device = SampleLife.device();
    private final SampleProgram program = new SampleProgram();
    private Optional<ViewStage> stage = Optional.empty();
    private Optional<ProgramPage> page = Optional.empty();

    private void open() {
        var context = ViewStage.context(device, "en", Theme.Choice.LIGHT);
        stage =
                Optional.of(
                        ViewStage.show(
                                context.theme(),
                                600,
                                700,
                                overlay -> {
                                    ProgramPage made =
                                            new ProgramPage(context, program, Runnable::run);
                                    page = Optional.of(made);
                                    return made.root();
                                }));
        FxDriver.run(page.orElseThrow()::open);
        FxDriver.until("the page was read", () -> !text("version").isEmpty());
    }

    @AfterEach
    void close() {
        page.ifPresent(shown -> FxDriver.run(shown::close));
        stage.ifPresent(ViewStage::close);
    }

    private <T extends Node> T node(String id, Class<T> type) {
        return stage.orElseThrow().node(id, type);
    }

    private String text(String id) {
        return FxDriver.fx(() -> node(id, Label.class).getText());
    }

    private void click(String id) {
        FxDriver.pulse();
        FxDriver.click(node(id, Button.class));
        FxDriver.pulse();
    }

    private boolean isShown(String id) {
        return FxDriver.fx(() -> node(id, Node.class).isVisible());
    }

    private List<Node> switches() {
        return FxDriver.fx(() ->
                List.copyOf(stage.orElseThrow().scene().getRoot().lookupAll(".toggle-switch")));
    }

    private static ProgramDoors.About about(
            Optional<Path> portable, ProgramDoors.Choice autostart, ProgramDoors.Choice updates) {
        return new ProgramDoors.About("0.1.0", List.of(), "- New.", portable, autostart, updates);
    }

    @Test
    void itSaysWhatRunsAndWhatIsNew() {
        open();
        assertEquals("0.1.0", text("version"));
        assertTrue(FxDriver.fx(() -> node("news", TextArea.class).getText()).contains("badge"));
        assertFalse(isShown("download"));
        assertFalse(isShown("install"));
    }

    @Test
    void whoeverHelpsGetsAllThatIsKnownAsLines() {
        open();
        click("copy");
        String copied = FxDriver.fx(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("Baton 0.1.0\nBuilt: 2026-11-30, 1f0c2ab\nJava: "), copied);
        assertTrue(
                copied.endsWith("\nData: /home/ana/.local/share/baton/profiles/default"), copied);
        assertEquals("Copied", FxDriver.fx(() -> node("copy", Button.class).getText()));
    }

    @Test
    void aNewerVersionIsFoundDownloadedAndInstalledStepByStep() {
        open();
        click("look");
        assertEquals("Version 0.2.0 is there.", text("said"));
        assertEquals("- Files can be dropped on a message.", text("notes"));
        click("download");
        assertTrue(text("said").contains(SampleProgram.FILE.toString()));
        assertTrue(isShown("install"));
        assertFalse(isShown("download"));
        click("install");
        FxDriver.until(
                "it was handed over",
                () -> program.asked().equals(List.of("download 0.2.0", "install baton_0.2.0.deb")));
    }

    @Test
    void nothingIsInstalledWhileSomethingIsUnsent() {
        device.pending(
                device.conversations().getFirst().id(), device.now(), "wait", Tick.WAITING, "");
        open();
        click("look");
        click("download");
        click("install");
        FxDriver.until("it says why not", () -> text("problem").contains("not sent yet"));
        assertEquals(List.of("download 0.2.0"), program.asked());
    }

    @Test
    void theNewestVersionIsSaidToBeThat() {
        program.finding(new Outcome.Done<>(Optional.empty()));
        open();
        click("look");
        assertEquals("This is the newest version.", text("said"));
        assertFalse(isShown("download"));
    }

    @Test
    void aVersionForOtherComputersCannotBeDownloaded() {
        program.finding(
                new Outcome.Done<>(Optional.of(new ProgramDoors.Update("0.2.0", "", false))));
        open();
        click("look");
        assertEquals("Version 0.2.0 is there, but no package for this computer.", text("said"));
        assertFalse(isShown("download"));
    }

    @Test
    void aTroubleIsSaidInWords() {
        program.finding(new Outcome.Failed<>("update-not-trusted"));
        open();
        click("look");
        assertTrue(text("problem").contains("was not signed by the makers"), text("problem"));
    }

    @Test
    void theSwitchesAskForWhatTheySay() {
        open();
        assertEquals(2, switches().size());
        FxDriver.click(switches().get(0));
        FxDriver.until("it was asked for", () -> program.asked().equals(List.of("start true")));
        FxDriver.click(switches().get(1));
        assertEquals(List.of("start true", "look false"), program.asked());
    }

    @Test
    void aSwitchThatCouldNotBeTurnedTurnsBack() {
        program.refusing("autostart-failed");
        open();
        FxDriver.click(switches().getFirst());
        FxDriver.until("it says why", () -> !text("problem").isEmpty());
        assertFalse(FxDriver.fx(() -> ((ToggleSwitch) switches().getFirst()).isSelected()));
    }

    @Test
    void whatIsForbiddenIsNotOfferedAndSaysWhy() {
        program.with(
                about(Optional.empty(), ProgramDoors.Choice.ON, ProgramDoors.Choice.FORBIDDEN));
        open();
        FxDriver.until("one switch is left", () -> switches().size() == 1);
        assertFalse(isShown("updates"));
        assertEquals(
                "Whoever looks after this computer also looks after newer versions.",
                text("closed"));
    }

    @Test
    void aPortableCopySaysWhereEverythingIs() {
        program.with(
                about(
                        Optional.of(Path.of("/stick/baton/data")),
                        ProgramDoors.Choice.MISSING,
                        ProgramDoors.Choice.MISSING));
        open();
        assertEquals("Portable: everything is kept in /stick/baton/data.", text("portable"));
        assertEquals(List.of(), switches());
        assertTrue(text("closed").startsWith("This copy does not look"));
    }
}
