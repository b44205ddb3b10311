package baton.desktop.app;

import baton.desktop.ui.common.Texts;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// The command line of the desktop.
@Command(
        name = "baton desktop",
        description = "Starts the Baton desktop.",
        mixinStandardHelpOptions = true,
        versionProvider = DesktopOptions.Version.class,
        subcommands = {ExportCommand.class, BackupCommand.class, RestoreCommand.class},
        synopsisSubcommandLabel = "[COMMAND]",
        sortOptions = false)
final class DesktopOptions {
    private static final String RELAY = "ws://localhost:7340";

    @Option(
            names = "--profile",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            defaultValue = "",
            description = "One device of its own: its own data, its own window colour.")
    private String profile = "";

    @Option(
            names = "--data-dir",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            defaultValue = "",
            description = "Where profiles are kept; else BATON_HOME, else the system's place.")
    private String dataDir = "";

    @Option(
            names = "--portable",
            scope = ScopeType.INHERIT,
            description =
                    "Keep everything beside the program, as a file named \"portable\" there does.")
    private boolean isPortable;

    @Option(
            names = "--relay",
            paramLabel = "ADDRESS",
            defaultValue = "",
            description = "What the first window suggests: else " + RELAY + ".")
    private String relay = "";

    @Option(
            names = "--open",
            paramLabel = "LINK",
            defaultValue = "",
            description = "An invite or a link from another device, for the first window.")
    private String link = "";

    @Parameters(
            arity = "0..1",
            paramLabel = "LINK",
            defaultValue = "",
            description = "The same, as the system opens baton: links.")
    private String opened = "";

    @Option(
            names = "--theme",
            paramLabel = "system|light|dark|contrast",
            defaultValue = "system",
            description = "The look of the window.")
    private String theme = "";

    @Option(
            names = "--lang",
            scope = ScopeType.INHERIT,
            paramLabel = "en|zh|system",
            defaultValue = "system",
            description = "The language of the window.")
    private String language = "";

    @Option(
            names = "--measure-start",
            description = "Say how long it took until the window was drawn, and end.")
    private boolean isStartMeasured;

    DesktopConfig config() {
        String folder = portableData().map(Path::toString).orElse(dataDir);
        return DesktopConfig.of(folder, profile, System.getenv());
    }

    /// Where everything is kept, if that is to be beside the program.
    Optional<Path> portableData() {
        return dataDir.isEmpty()
                ? Installation.ofThisRun().portableData(isPortable)
                : Optional.empty();
    }

    /// In the language that was asked for.
    Texts texts() {
        return language.equals("system") ? Texts.ofSystem() : Texts.of(language);
    }

    /// @param suggested by whoever looks after this computer
    String relay(Optional<String> suggested) {
        return relay.isEmpty() ? suggested.orElse(RELAY) : relay;
    }

    /// Empty if there is none.
    String link() {
        return link.isEmpty() ? opened : link;
    }

    String theme() {
        return theme;
    }

    String language() {
        return language;
    }

    boolean isStartMeasured() {
        return isStartMeasured;
    }

    /// The version that the build wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Baton " + Build.ofThisRun().version()};
        }
    }
}
