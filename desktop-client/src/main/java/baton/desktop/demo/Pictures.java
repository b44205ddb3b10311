package baton.desktop.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of windows as PNG files.
final class Pictures {
    /// Between windows, and around them.
    static final int GAP = 16;

    static final Color TABLE = new Color(0x3A, 0x42, 0x4F);
    private static final long SETTLE_MILLIS = 1_500;
    private static final int LOOKS_MAX = 10;

    private Pictures() {}

    /// What a scene looks like now, without carets, which blink. FX thread.
    static BufferedImage of(Scene scene) {
        scene.getRoot()
                .lookupAll(".text-input")
                .forEach(node -> node.setStyle("-fx-display-caret: false"));
        WritableImage image =
                scene.snapshot(new WritableImage((int) scene.getWidth(), (int) scene.getHeight()));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        return picture;
    }

    static void write(BufferedImage picture, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Windows of the same height on a table.
    static BufferedImage sideBySide(Collection<BufferedImage> windows) {
        int width = windows.stream().mapToInt(BufferedImage::getWidth).sum();
        int height = windows.iterator().next().getHeight();
        BufferedImage all =
                new BufferedImage(
                        width + GAP * (windows.size() + 1),
                        height + 2 * GAP,
                        BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = all.createGraphics();
        canvas.setColor(TABLE);
        canvas.fillRect(0, 0, all.getWidth(), all.getHeight());
        int x = GAP;
        for (BufferedImage window : windows) {
            canvas.drawImage(window, x, GAP, null);
            x += window.getWidth() + GAP;
        }
        canvas.dispose();
        return all;
    }

    /// Takes pictures until nothing moves any more: reads and layouts take the time they take.
    ///
    /// @param taken on the thread that calls this
    static Collection<BufferedImage> settled(Supplier<Collection<BufferedImage>> taken) {
        Collection<BufferedImage> before = List.of();
        Collection<BufferedImage> now = taken.get();
        for (int i = 0; i < LOOKS_MAX && !areAlike(before, now); i++) {
            pause();
            before = now;
            now = taken.get();
        }
        return now;
    }

    private static boolean areAlike(
            Collection<BufferedImage> some, Collection<BufferedImage> others) {
        return comparable(some).equals(comparable(others));
    }

    private static List<IntBuffer> comparable(Collection<BufferedImage> pictures) {
        return pictures.stream().map(Pictures::pixels).map(IntBuffer::wrap).toList();
    }

    /// As `0xAARRGGBB`, row by row.
    static int[] pixels(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        return picture.getRGB(0, 0, width, height, new int[width * height], 0, width);
    }

    private static void pause() {
        try {
            if (new CountDownLatch(1).await(SETTLE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
