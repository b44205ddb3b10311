package baton.desktop.app;

import baton.desktop.ui.common.Texts;
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
            names = "--relay",
            paramLabel = "ADDRESS",
            defaultValue = "ws://localhost:7340",
            description = "What the first window suggests: ${DEFAULT-VALUE}")
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
        return DesktopConfig.of(dataDir, profile, System.getenv());
    }

    /// In the language that was asked for.
    Texts texts() {
        return language.equals("system") ? Texts.ofSystem() : Texts.of(language);
    }

    String relay() {
        return relay;
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
            String version = DesktopOptions.class.getPackage().getImplementationVersion();
            return new String[] {"Baton " + (version == null ? "(from class files)" : version)};
        }
    }
}
