package baton.endtoend;

import baton.model.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Figures with the machine they are from, on standard output. Remembers whether a promise was
/// broken.
@Allowed("prints figures to whoever asked for them")
final class MeasureSheet {
    private boolean isBroken;
    private boolean isHeadPrinted;

    boolean isBroken() {
        return isBroken;
    }

    @FunctionalInterface
    interface Measurement {
        /// @return whether every promise was kept
        boolean isKeptIn(Scene scene);
    }

    @FunctionalInterface
    interface FolderMeasurement {
        /// @return whether every promise was kept
        boolean isKeptIn(Path folder);
    }

    /// A new relay in a folder of its own, which stays if a promise was broken.
    void in(Measurement measurement) {
        inFolder(folder -> {
            try (Scene scene = Scene.patient(folder)) {
                row("Redis", "%s, appendfsync always", scene.relay().redisVersion());
                return measurement.isKeptIn(scene);
            }
        });
    }

    /// A new folder, which stays if a promise was broken.
    void inFolder(FolderMeasurement measurement) {
        head();
        try {
            Path folder = Files.createTempDirectory("baton-measure-");
            if (isKept(measurement, folder)) {
                delete(folder);
            } else {
                isBroken = true;
                say("  A PROMISE WAS BROKEN: what was stored and logged is in " + folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isKept(FolderMeasurement measurement, Path folder) {
        try {
            return measurement.isKeptIn(folder);
        } catch (AssertionError e) {
            say("  " + e.getMessage());
            return false;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }

    private void head() {
        if (isHeadPrinted) {
            return;
        }
        isHeadPrinted = true;
        row("cores", "%d", Runtime.getRuntime().availableProcessors());
        row("system", "%s", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        row("Java", "%s", Runtime.version());
    }

    void row(String what, String format, Object value) {
        say("  %-44s %s".formatted(what, String.format(Locale.ROOT, format, value)));
    }

    void say(String line) {
        System.out.println(line);
    }
}
