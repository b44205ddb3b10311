package baton.desktop.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every view looks as somebody has seen it and found it good.
class PicturesTest {
    @TempDir Path folder;

    @TestFactory
    Stream<DynamicTest> everyViewLooksAsItWasKept() throws IOException {
        Path pictures = Kept.DRAWN.resolve("views");
        Kept.empty(pictures);
        Look.KEPT.forEach(look -> Screenshots.draw(new Shots(look, pictures)));
        Look.ALL.forEach(look -> Screenshots.drawWindow(new Shots(look, pictures)));
        Screenshots.drawOthers(pictures);
        SortedSet<String> drawn = Kept.namesIn(pictures);
        Stream<DynamicTest> each =
                drawn.stream()
                        .map(name ->
                                DynamicTest.dynamicTest(
                                        name, () -> Kept.check(pictures.resolve(name))));
        DynamicTest all =
                DynamicTest.dynamicTest(
                        "no view is gone", () -> assertEquals(drawn, Kept.names(pictures)));
        return Stream.concat(each, Stream.of(all));
    }

    private BufferedImage small(SampleWindow window) throws IOException {
        Path file = folder.resolve("picture.png");
        FxDriver.pulse();
        FxDriver.picture(window.stage().getScene(), file);
        return Likeness.small(ImageIO.read(file.toFile()));
    }

    private static void assertSeen(BufferedImage one, BufferedImage other, Node node) {
        List<Rectangle> places = Likeness.differences(one, other);
        assertFalse(places.isEmpty(), "nobody saw that it is gone");
        var bounds = FxDriver.fx(() -> node.localToScene(node.getBoundsInLocal()));
        Rectangle around =
                new Rectangle(
                        (int) bounds.getMinX() - 24,
                        (int) bounds.getMinY() - 24,
                        (int) bounds.getWidth() + 48,
                        (int) bounds.getHeight() + 48);
        assertTrue(places.stream().allMatch(around::contains), places + " not in " + around);
    }

    /// A canary: what a comparison must not miss.
    @Test
    void aMissingButtonIconOrWordIsSeen() throws IOException {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            FxDriver.run(window.stage().getScene().getRoot()::requestFocus);
            BufferedImage whole = small(window);
            for (String selector :
                    List.of(
                            "#startNew",
                            "#menu",
                            ".conversations .badge",
                            "#me .title",
                            "#status .dot")) {
                Node node = window.find(selector);
                FxDriver.run(() -> node.setOpacity(0));
                assertSeen(whole, small(window), node);
                FxDriver.run(() -> node.setOpacity(1));
            }
            assertEquals(List.of(), Likeness.differences(whole, small(window)));
        }
    }

    /// As another machine draws: letters a part of a pixel further on, and a shade bolder.
    @Test
    void lettersThatAreDrawnALittleDifferentlyAreTheSame() throws IOException {
        try (SampleWindow window = SampleWindow.of(SampleLife.device())) {
            window.device().freeze();
            window.show(SampleLife.OUTAGE);
            BufferedImage whole = small(window);
            Node root = window.stage().getScene().getRoot();
            FxDriver.run(() -> {
                root.setTranslateX(0.4);
                root.setTranslateY(-0.3);
            });
            assertEquals(List.of(), Likeness.differences(whole, small(window)));
        }
    }
}
