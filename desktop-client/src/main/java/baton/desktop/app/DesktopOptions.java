package baton.desktop.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// The command line of the desktop.
@Command(
        name = "baton desktop",
        description = "Starts the Baton desktop.",
        mixinStandardHelpOptions = true,
        versionProvider = DesktopOptions.Version.class,
        sortOptions = false)
final class DesktopOptions {
    @Option(
            names = "--profile",
            paramLabel = "NAME",
            defaultValue = "",
            description = "One device of its own: its own data, its own window colour.")
    private String profile = "";

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where profiles are kept; else BATON_HOME, else the system's place.")
    private String dataDir = "";

    @Option(
            names = "--relay",
            paramLabel = "ADDRESS",
            defaultValue = "ws://localhost:7340",
            description = "What the first window suggests: ${DEFAULT-VALUE}")
    private String relay = "";

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark|contrast",
            defaultValue = "system",
            description = "The look of the window.")
    private String theme = "";

    @Option(
            names = "--lang",
            paramLabel = "en|zh|system",
            defaultValue = "system",
            description = "The language of the window.")
    private String language = "";

    DesktopConfig config() {
        return DesktopConfig.of(dataDir, profile, System.getenv());
    }

    String relay() {
        return relay;
    }

    String theme() {
        return theme;
    }

    String language() {
        return language;
    }

    /// The version that the build wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = DesktopOptions.class.getPackage().getImplementationVersion();
            return new String[] {"Baton " + (version == null ? "(from class files)" : version)};
        }
    }
}
