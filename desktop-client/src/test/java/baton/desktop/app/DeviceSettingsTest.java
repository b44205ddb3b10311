package baton.desktop.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceSettingsTest {
    @TempDir private Path folder = Path.of("");

    @Test
    void whatWasSetIsThereAfterARestart() {
        Path file = folder.resolve("settings.properties");
        DeviceSettings settings = DeviceSettings.of(file);
        assertEquals("", settings.get("theme"));
        settings.set("theme", "dark");
        settings.set("muted/d:ana:ben", "on");
        settings.set("muted/d:ana:ben", "");
        settings.write();
        DeviceSettings again = DeviceSettings.of(file);
        assertEquals("dark", again.get("theme"));
        assertEquals("", again.get("muted/d:ana:ben"));
    }

    @Test
    void aReaderNeverFindsHalfOfAWrite() {
        Path file = folder.resolve("settings.properties");
        DeviceSettings settings = DeviceSettings.of(file);
        settings.set("theme", "dark");
        settings.write();
        for (int i = 0; i < 200; i++) {
            settings.set("width", Integer.toString(i));
            assertEquals("dark", DeviceSettings.of(file).get("theme"));
        }
        settings.write();
    }

    @Test
    void aDamagedFileMeansDefaults() throws IOException {
        Path file = folder.resolve("settings.properties");
        Files.writeString(file, "theme=\\u12");
        assertEquals("", DeviceSettings.of(file).get("theme"));
    }
}
