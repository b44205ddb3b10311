package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The window drawn in each look, language and width, and looked at: nothing clipped that may not
/// be, every line inside its bubble, the right ground, text that can be read on it.
class WindowLooksTest {
    /// What may end in "…": words of people, which have any length.
    private static final Set<String> MAY_BE_CUT = Set.of("small", "strong", "title", "caption");

    static Stream<Arguments> looks() {
        return Stream.of(Theme.Choice.LIGHT, Theme.Choice.DARK, Theme.Choice.CONTRAST)
                .flatMap(look ->
                        Stream.of("en", "zh")
                                .flatMap(language ->
                                        Stream.of(1280, 900)
                                                .map(width ->
                                                        Arguments.of(look, language, width))));
    }

    @ParameterizedTest
    @MethodSource("looks")
    void theWindowIsWhole(Theme.Choice look, String language, int width) {
        SampleDevice device = SampleLife.device();
        SampleLife.trouble(device);
        try (SampleWindow window = SampleWindow.of(device, language, look, width)) {
            window.show(SampleLife.OUTAGE);
            Parent root = window.stage().getScene().getRoot();
            assertEquals(List.of(), FxDriver.fx(() -> clipped(root)));
            assertEquals(List.of(), FxDriver.fx(() -> outside(root)));
            assertGround(window, look);
        }
    }

    private static void assertGround(SampleWindow window, Theme.Choice look) {
        WritableImage image =
                FxDriver.fx(() -> window.stage().getScene().snapshot(new WritableImage(900, 780)));
        Color ground = image.getPixelReader().getColor(330, 70);
        assertEquals(groundOf(look), ground);
        assertTrue(colours(image) > 40, "something was drawn");
        assertNotEquals(
                ground, image.getPixelReader().getColor(20, 400), "the side has its own ground");
    }

    private static Color groundOf(Theme.Choice look) {
        return switch (look) {
            case SYSTEM, LIGHT -> Color.WHITE;
            case DARK -> Color.web("#16181c");
            case CONTRAST -> Color.BLACK;
        };
    }

    private static long colours(WritableImage image) {
        return java.util.stream.IntStream.range(0, 900)
                .flatMap(x ->
                        java.util.stream.IntStream.range(0, 780)
                                .map(y -> image.getPixelReader().getArgb(x, y)))
                .distinct()
                .count();
    }

    /// Labels and buttons whose words do not fit although they are the window's own.
    private static List<String> clipped(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node node : all(root)) {
            if (node instanceof Labeled labeled
                    && !(labeled instanceof ListCell)
                    && labeled.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                    && FxDriver.isShown(labeled)
                    && labeled.lookup(".text") instanceof Text drawn
                    && !drawn.getText().equals(labeled.getText())
                    && labeled.getStyleClass().stream().noneMatch(MAY_BE_CUT::contains)) {
                found.add(labeled.getText() + " is drawn as " + drawn.getText());
            }
        }
        return found;
    }

    /// Texts of messages that stick out of their bubble.
    private static List<String> outside(Parent root) {
        List<String> found = new ArrayList<>();
        for (Node node : root.lookupAll(".bubble")) {
            for (Node text : ((Parent) node).lookupAll(".message-text")) {
                double bottom = text.localToScene(text.getBoundsInLocal()).getMaxY();
                double right = text.localToScene(text.getBoundsInLocal()).getMaxX();
                if (bottom > node.localToScene(node.getBoundsInLocal()).getMaxY()
                        || right > node.localToScene(node.getBoundsInLocal()).getMaxX()) {
                    found.add(((Text) text).getText());
                }
            }
        }
        return found;
    }

    private static List<Node> all(Parent root) {
        List<Node> nodes = new ArrayList<>();
        for (Node child : root.getChildrenUnmodifiable()) {
            nodes.add(child);
            if (child instanceof Parent parent) {
                nodes.addAll(all(parent));
            }
        }
        return nodes;
    }
}
