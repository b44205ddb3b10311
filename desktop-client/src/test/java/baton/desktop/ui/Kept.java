package baton.desktop.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/// The small copies of pictures that somebody has looked at. `./baton pictures` makes them anew.
final class Kept {
    /// Says that pictures are to be kept instead of compared.
    private static final boolean RENEWS = "renew".equals(System.getProperty("baton.pictures"));

    /// Where pictures are drawn that are compared, in a folder of its own for each test.
    static final Path DRAWN = Path.of("target", "pictures");

    private static final Path FOLDER = Path.of("src", "test", "resources", "pictures");

    private Kept() {}

    /// Compares a picture with what was kept under its name, or keeps it. Where they differ, a copy
    /// with frames around the places lies beside it.
    ///
    /// @throws AssertionError if they differ, or nothing was kept
    static void check(Path picture) {
        Path name = DRAWN.relativize(picture);
        Path kept = FOLDER.resolve(name);
        try {
            BufferedImage actual = ImageIO.read(picture.toFile());
            BufferedImage small = Likeness.small(actual);
            if (RENEWS) {
                Files.createDirectories(kept.getParent());
                ImageIO.write(small, "png", kept.toFile());
                return;
            }
            if (!Files.exists(kept)) {
                throw new AssertionError(name + " was never kept: ./baton pictures keeps it");
            }
            List<Rectangle> places = Likeness.differences(small, ImageIO.read(kept.toFile()));
            if (!places.isEmpty()) {
                Path framed = framed(actual, places, picture);
                throw new AssertionError(
                        name
                                + " looks different in "
                                + places.size()
                                + " places, framed in "
                                + framed.toAbsolutePath()
                                + ". If that is meant, ./baton pictures keeps it");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes a folder without files: no picture of an earlier run is taken for one of this run.
    static void empty(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : namesIn(folder)) {
            Files.delete(folder.resolve(name));
        }
    }

    /// What is kept of a folder of pictures, by name.
    static SortedSet<String> names(Path drawn) throws IOException {
        return namesIn(FOLDER.resolve(DRAWN.relativize(drawn)));
    }

    /// The names of the files in a folder.
    static SortedSet<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Path framed(BufferedImage actual, List<Rectangle> places, Path picture)
            throws IOException {
        Graphics2D pen = actual.createGraphics();
        pen.setColor(Color.MAGENTA);
        pen.setStroke(new BasicStroke(1));
        places.forEach(pen::draw);
        pen.dispose();
        Path folder = picture.resolveSibling("differences");
        Files.createDirectories(folder);
        Path framed = folder.resolve(picture.getFileName());
        ImageIO.write(actual, "png", framed.toFile());
        return framed;
    }
}
