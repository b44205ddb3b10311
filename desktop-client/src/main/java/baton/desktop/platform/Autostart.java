package baton.desktop.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// Whether the system starts Baton when its person logs in: a file where the system looks for such
/// files. Windows and macOS have not been tried. Blocks on the disk; any thread.
///
/// @param file there if Baton is started
/// @param text what is in it then
public record Autostart(Path file, String text) {

    /// @param system as Java calls it
    /// @param home of the person
    /// @param name tells this device's entry from those of other profiles
    /// @param command program and arguments
    public static Autostart of(
            String system,
            Path home,
            Map<String, String> environment,
            String name,
            List<String> command) {
        String lower = system.toLowerCase(Locale.ROOT);
        if (lower.contains("mac")) {
            return new Autostart(
                    home.resolve("Library/LaunchAgents").resolve(name + ".plist"),
                    agent(name, command));
        }
        if (lower.contains("win")) {
            String roaming = environment.getOrDefault("APPDATA", "");
            Path folder = roaming.isEmpty() ? home.resolve("AppData/Roaming") : Path.of(roaming);
            return new Autostart(
                    folder.resolve("Microsoft/Windows/Start Menu/Programs/Startup")
                            .resolve(name + ".cmd"),
                    batch(command));
        }
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path folder = config.isEmpty() ? home.resolve(".config") : Path.of(config);
        return new Autostart(
                folder.resolve("autostart").resolve(name + ".desktop"), entry(command));
    }

    /// An entry of a program that has moved since is none.
    public boolean isOn() {
        try {
            return Files.exists(file) && Files.readString(file).equals(text);
        } catch (IOException e) {
            return false;
        }
    }

    /// @throws IOException if the file cannot be written or taken away
    public void turn(boolean on) throws IOException {
        if (on) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } else {
            Files.deleteIfExists(file);
        }
    }

    /// Desktop Entry Specification, "The Exec key".
    private static String entry(List<String> command) {
        String exec =
                command.stream()
                        .map(word -> word.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%"))
                        // What is quoted there is read as a string of the file before.
                        .map(word -> "\"" + word.replace("\\", "\\\\") + "\"")
                        .collect(Collectors.joining(" "));
        return """
        [Desktop Entry]
        Type=Application
        Name=Baton
        Exec=%s
        Icon=baton
        Terminal=false
        X-GNOME-Autostart-enabled=true
        """
                .formatted(exec);
    }

    private static String agent(String name, List<String> command) {
        String words =
                command.stream()
                        .map(word -> "        <string>" + escaped(word) + "</string>\n")
                        .collect(Collectors.joining());
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0">
        <dict>
            <key>Label</key>
            <string>%s</string>
            <key>ProgramArguments</key>
            <array>
        %s    </array>
            <key>RunAtLoad</key>
            <true/>
        </dict>
        </plist>
        """
                .formatted(escaped(name), words);
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String batch(List<String> command) {
        String words =
                command.stream()
                        .map(word -> "\"" + word.replace("%", "%%") + "\"")
                        .collect(Collectors.joining(" "));
        return "@chcp 65001 >nul\r\n@start \"\" " + words + "\r\n";
    }
}
