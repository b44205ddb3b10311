package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class ShortcutSheetTest {

    private static Set<String> keys(SampleWindow window) {
        return FxDriver.fx(() ->
                window.stage().getScene().getRoot().lookupAll(".key").stream()
                        .map(node -> ((Label) node).getText())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theSheetTellsTheKeysThatWorkAndCloses() {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            FxDriver.press(KeyCode.CONTROL, KeyCode.SLASH);
            Set<String> told = keys(window);
            assertTrue(told.containsAll(List.of("Ctrl+K", "Ctrl+D", "F6", "R")), told.toString());
            FxDriver.press(KeyCode.ESCAPE);
            assertEquals(Set.of(), keys(window));
        }
    }

    @Test
    void nothingOnTheSheetIsCut() {
        for (String language : List.of("en", "zh")) {
            try (SampleWindow window =
                    SampleWindow.of(SampleLife.device(), language, Theme.Choice.LIGHT, 900)) {
                FxDriver.press(KeyCode.CONTROL, KeyCode.SLASH);
                for (Node row :
                        FxDriver.fx(() ->
                                window.stage()
                                        .getScene()
                                        .getRoot()
                                        .lookupAll(".shortcut-sheet .label"))) {
                    assertFalse(FxDriver.fx(() -> ((Label) row).isTextTruncated()), row.toString());
                }
            }
        }
    }

    @Test
    void theUserGuideTellsTheSameKeys() throws IOException {
        String guide = Files.readString(Path.of("../docs/user/README.md"));
        String plain =
                guide.replace("Ctrl+comma", "Ctrl+,")
                        .replace("Del ", "Delete ")
                        .replace("Up", "↑")
                        .replace("Down", "↓");
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            FxDriver.press(KeyCode.CONTROL, KeyCode.SLASH);
            List<String> missing =
                    keys(window).stream().filter(key -> !plain.contains(key)).sorted().toList();
            assertEquals(List.of(), missing);
        }
    }

    @Test
    void keysMakeEverythingLargerAndSmaller() {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            FxDriver.press(KeyCode.CONTROL, KeyCode.EQUALS);
            FxDriver.press(KeyCode.CONTROL, KeyCode.EQUALS);
            assertEquals(125, FxDriver.fx(() -> window.zoom().percentProperty().get()));
            FxDriver.press(KeyCode.CONTROL, KeyCode.MINUS);
            assertEquals(110, FxDriver.fx(() -> window.zoom().percentProperty().get()));
            FxDriver.press(KeyCode.CONTROL, KeyCode.DIGIT0);
            assertEquals(100, FxDriver.fx(() -> window.zoom().percentProperty().get()));
        }
    }
}
