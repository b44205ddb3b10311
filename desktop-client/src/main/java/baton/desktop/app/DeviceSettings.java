package baton.desktop.app;

import baton.desktop.ui.common.LocalSettings;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The settings of one device, in a file of its profile's folder. A convenience: whatever is wrong
/// with the file, the window has its defaults. Written beside the FX thread and replaced as a
/// whole, so that the last write holds the last state and no reader finds half of one. Any thread.
final class DeviceSettings implements LocalSettings {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSettings.class);

    private final Path file;
    private final Properties values = new Properties();
    private final Object writing = new Object();
    private final AtomicBoolean isChanged = new AtomicBoolean();

    private DeviceSettings(Path file) {
        this.file = file;
    }

    /// Reads what is kept; blocks on the disk.
    static DeviceSettings of(DesktopConfig config) {
        return of(Profile.of(config).settings());
    }

    static DeviceSettings of(Path file) {
        DeviceSettings settings = new DeviceSettings(file);
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                settings.values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                LOG.warn("Settings cannot be read: {}", e.toString());
            }
        }
        return settings;
    }

    @Override
    public String get(String name) {
        return values.getProperty(name, "");
    }

    @Override
    public void set(String name, String value) {
        if (value.isEmpty()) {
            values.remove(name);
        } else {
            values.setProperty(name, value);
        }
        isChanged.set(true);
        Thread.ofVirtual().name("settings").start(this::write);
    }

    /// Writes everything, if there is anything new; blocks on the disk.
    void write() {
        synchronized (writing) {
            if (!isChanged.getAndSet(false)) {
                return;
            }
            Path next = file.resolveSibling(file.getFileName() + ".next");
            try {
                try (Writer writer = Files.newBufferedWriter(next)) {
                    values.store(writer, "Baton");
                }
                Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                LOG.warn("Settings cannot be kept: {}", e.toString());
            }
        }
    }
}
