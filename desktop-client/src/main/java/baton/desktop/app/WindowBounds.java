package baton.desktop.app;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import javafx.geometry.Rectangle2D;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where a profile's window stood last, kept in a file of its folder. A convenience: whatever is
/// wrong with the file, the window opens where the system puts it.
record WindowBounds(Path file) {
    private static final Logger LOG = LoggerFactory.getLogger(WindowBounds.class);
    private static final double SIZE_MIN = 200;

    static WindowBounds of(DesktopConfig config) {
        return new WindowBounds(Profile.of(config).folder().resolve("window.properties"));
    }

    /// Empty if nothing sensible was kept.
    Optional<Rectangle2D> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            kept.load(reader);
            Rectangle2D bounds =
                    new Rectangle2D(
                            number(kept, "x"),
                            number(kept, "y"),
                            number(kept, "width"),
                            number(kept, "height"));
            boolean usable = bounds.getWidth() >= SIZE_MIN && bounds.getHeight() >= SIZE_MIN;
            return usable ? Optional.of(bounds) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("Window bounds cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    void write(Rectangle2D bounds) {
        Properties kept = new Properties();
        kept.setProperty("x", Double.toString(bounds.getMinX()));
        kept.setProperty("y", Double.toString(bounds.getMinY()));
        kept.setProperty("width", Double.toString(bounds.getWidth()));
        kept.setProperty("height", Double.toString(bounds.getHeight()));
        try (Writer writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "Baton");
        } catch (IOException e) {
            LOG.warn("Window bounds cannot be kept: {}", e.toString());
        }
    }

    private static double number(Properties kept, String key) {
        double value = Double.parseDouble(kept.getProperty(key, ""));
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(key);
        }
        return value;
    }
}
