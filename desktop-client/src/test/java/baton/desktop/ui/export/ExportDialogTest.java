package baton.desktop.ui.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SamplePlaces;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDialogTest {
    @TempDir Path folder;
    private final SampleDevice device = SampleLife.device();
    private final UiContext context = ViewStage.context(device, "en", Theme.Choice.LIGHT);
    private final ViewStage stage =
            ViewStage.show(context.theme(), 640, 640, overlay -> new StackPane());
    private final ExecutorService workers = Executors.newSingleThreadExecutor();
    private final SamplePlaces places = new SamplePlaces();
    private ExportDialog dialog;

    @BeforeEach
    void make() {
        places.choose(folder);
        dialog = FxDriver.fx(() -> new ExportDialog(context, stage.overlay(), places, workers));
    }

    @AfterEach
    void close() {
        stage.close();
        workers.shutdownNow();
    }

    private boolean isVisible(String id) {
        return FxDriver.fx(() -> stage.node(id, Node.class).isVisible());
    }

    private void fire(String id) {
        FxDriver.run(stage.node(id, Button.class)::fire);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void oneConversationIsWrittenAndReplacedOnlyWhenAsked() throws IOException {
        FxDriver.run(() -> dialog.show(SampleLife.OUTAGE));
        FxDriver.pulse();
        assertEquals(
                "Payments outage", FxDriver.fx(() -> stage.node("what", Label.class).getText()));
        fire("choose");
        FxDriver.until("it is written", () -> stage.node("result", Label.class).isVisible());
        assertEquals(1, names().size());
        assertTrue(names().getFirst().startsWith("Payments outage "), names().getFirst());
        fire("choose");
        FxDriver.until("it asks", () -> stage.node("replace", Button.class).isVisible());
        assertTrue(isVisible("problem"));
        fire("replace");
        FxDriver.until("it is replaced", () -> stage.node("result", Label.class).isVisible());
        assertFalse(isVisible("replace"));
        assertEquals(1, names().size());
    }

    @Test
    void allConversationsHaveAnIndexAsPagesAndNoneAsLines() throws IOException {
        FxDriver.run(() -> dialog.show());
        FxDriver.pulse();
        fire("choose");
        FxDriver.until("they are written", () -> stage.node("result", Label.class).isVisible());
        int all = device.conversations().size();
        assertEquals(all + 1, names().size());
        assertTrue(names().contains("index.html"));
        Node lines =
                FxDriver.fx(() ->
                        stage.scene().getRoot().lookupAll(".toggle-button").stream()
                                .filter(n -> ((ToggleButton) n).getText().equals("JSON lines"))
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(lines);
        fire("choose");
        FxDriver.until(
                "the lines are written",
                () -> stage.node("result", Label.class).getText().contains(all + " files"));
        assertEquals(2 * all + 1, names().size());
    }

    @Test
    void nobodyWhoCancelsTheSystemsDialogExportsAnything() throws IOException {
        ExportDialog other =
                FxDriver.fx(() ->
                        new ExportDialog(context, stage.overlay(), new SamplePlaces(), workers));
        FxDriver.run(() -> other.show());
        FxDriver.pulse();
        fire("choose");
        FxDriver.pulse();
        assertFalse(isVisible("result"));
        assertFalse(isVisible("problem"));
        assertEquals(List.of(), names());
    }
}
