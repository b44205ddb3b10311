package baton.desktop.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AutostartTest {
    @TempDir Path home;

    private Autostart on(String system, Map<String, String> environment, String... command) {
        return Autostart.of(system, home, environment, "baton-default", List.of(command));
    }

    @Test
    void itIsAFileThatComesAndGoes() throws IOException {
        Autostart autostart = on("Linux", Map.of(), "/opt/baton/bin/baton");
        assertFalse(autostart.isOn());
        autostart.turn(true);
        assertTrue(autostart.isOn());
        assertEquals(home.resolve(".config/autostart/baton-default.desktop"), autostart.file());
        autostart.turn(false);
        assertFalse(Files.exists(autostart.file()));
        autostart.turn(false);
        assertFalse(autostart.isOn());
    }

    @Test
    void theEntryOfAProgramThatMovedIsNone() throws IOException {
        on("Linux", Map.of(), "/home/ana/old/baton").turn(true);
        Autostart moved = on("Linux", Map.of(), "/home/ana/new/baton");
        assertFalse(moved.isOn());
        moved.turn(true);
        assertTrue(moved.isOn());
    }

    @Test
    void onLinuxNothingInTheCommandMeansAnythingElse() {
        String text =
                on("Linux", Map.of(), "/home/ana b/聊天/$x/100%/baton", "--profile", "work").text();
        assertTrue(
                text.contains(
                        "\nExec=\"/home/ana b/聊天/\\\\$x/100%%/baton\" \"--profile\" \"work\"\n"),
                text);
    }

    @Test
    void onLinuxItStandsWhereThePersonKeepsSettings() {
        assertEquals(
                Path.of("/elsewhere/autostart/baton-default.desktop"),
                on("Linux", Map.of("XDG_CONFIG_HOME", "/elsewhere"), "baton").file());
    }

    @Test
    void onAMacItIsAnAgent() {
        Autostart agent = on("Mac OS X", Map.of(), "/Applications/A&B/Baton");
        assertEquals(home.resolve("Library/LaunchAgents/baton-default.plist"), agent.file());
        assertTrue(agent.text().contains("<string>/Applications/A&amp;B/Baton</string>"));
    }

    @Test
    void onWindowsItIsInTheFolderOfWhatStarts() {
        Autostart startup = on("Windows 11", Map.of("APPDATA", "/roaming"), "C:\\50%\\Baton.exe");
        assertEquals(
                Path.of("/roaming/Microsoft/Windows/Start Menu/Programs/Startup/baton-default.cmd"),
                startup.file());
        assertTrue(startup.text().contains("@start \"\" \"C:\\50%%\\Baton.exe\"\r\n"));
    }
}
