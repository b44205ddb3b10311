package baton.desktop.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where this program keeps its data and which profile it opens, read once at the start.
///
/// @param dataFolder holds the folder `profiles`, which holds a folder for each profile
/// @param profile name, `[a-z0-9][a-z0-9_-]{0,31}`
public record DesktopConfig(Path dataFolder, String profile) {
    /// The profile of whoever names none.
    public static final String DEFAULT_PROFILE = "default";

    /// Environment variable that names the data folder.
    public static final String HOME_VARIABLE = "BATON_HOME";

    /// @param dataFolder as given on the command line; empty for `BATON_HOME`, and without that for
    ///   the place where this operating system wants it
    /// @param profile as given on the command line; empty for the default one
    public static DesktopConfig of(
            String dataFolder, String profile, Map<String, String> environment) {
        String named =
                dataFolder.isEmpty() ? environment.getOrDefault(HOME_VARIABLE, "") : dataFolder;
        Path folder =
                named.isEmpty()
                        ? systemFolder(
                                System.getProperty("os.name", ""),
                                Path.of(System.getProperty("user.home", ".")),
                                environment)
                        : Path.of(named);
        return new DesktopConfig(
                folder.toAbsolutePath(), profile.isEmpty() ? DEFAULT_PROFILE : profile);
    }

    static Path systemFolder(String system, Path home, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Baton");
        }
        if (name.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            Path folder =
                    local.isEmpty() ? home.resolve("AppData").resolve("Local") : Path.of(local);
            return folder.resolve("Baton");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path folder = data.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(data);
        return folder.resolve("baton");
    }
}
