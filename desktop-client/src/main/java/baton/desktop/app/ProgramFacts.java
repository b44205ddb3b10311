package baton.desktop.app;

import baton.desktop.net.Proxies;
import baton.desktop.platform.Autostart;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.program.ProgramDoors;
import baton.desktop.ui.program.ProgramDoors.Kind;
import baton.desktop.update.UpdateFeed;
import baton.desktop.update.UpdateSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What holds for this run of the program, from its package, its command line and its machine.
///
/// @param portable where everything is kept, if that is beside the program
record ProgramFacts(
        Installation installation, AdminFile admin, DesktopConfig config, Optional<Path> portable) {
    /// Where newer versions are announced; a package may be built with it.
    private static final String FEED = "baton.update.feed";

    /// Who signs the announcements: X.509, Base64.
    private static final String KEY = "baton.update.key";

    /// @param opener hands a file to the system; FX thread
    ProgramDesk.Facts of(Map<String, String> environment, Proxies proxies, Consumer<Path> opener) {
        Build build = Build.ofThisRun();
        return new ProgramDesk.Facts(
                build.version(),
                known(build),
                portable,
                autostart(environment),
                source(proxies),
                admin.updates(),
                installation.kind(),
                admin.mistakes().isEmpty()
                        ? Optional.empty()
                        : Optional.of(LocalTrouble.ADMIN_FILE_MALFORMED.code()),
                config.dataFolder().resolve("updates"),
                file -> opener.accept(installation.opened(file)));
    }

    private List<ProgramDoors.Fact> known(Build build) {
        List<ProgramDoors.Fact> known = new ArrayList<>();
        build.origin().ifPresent(origin -> known.add(new ProgramDoors.Fact(Kind.BUILT, origin)));
        known.add(new ProgramDoors.Fact(Kind.JAVA, java()));
        known.add(
                new ProgramDoors.Fact(
                        Kind.SYSTEM,
                        String.join(
                                " ",
                                installation.system(),
                                property("os.version"),
                                installation.processor())));
        known.add(new ProgramDoors.Fact(Kind.PROGRAM, installation.place().toString()));
        known.add(new ProgramDoors.Fact(Kind.DATA, Profile.of(config).folder().toString()));
        return List.copyOf(known);
    }

    private static String java() {
        return property("java.runtime.version")
                + " ("
                + property("java.vendor")
                + "), JavaFX "
                + property("javafx.runtime.version");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static Optional<UpdateSource> source(Proxies proxies) {
        String feed = System.getProperty(FEED, "");
        return feed.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UpdateSource(
                                URI.create(feed),
                                UpdateFeed.key(System.getProperty(KEY, "")),
                                proxies));
    }

    /// A copy on a stick is not there at the next start of the system.
    private Optional<Autostart> autostart(Map<String, String> environment) {
        if (portable.isPresent()) {
            return Optional.empty();
        }
        return installation
                .program()
                .map(program ->
                        Autostart.of(
                                installation.system(),
                                Path.of(System.getProperty("user.home", ".")),
                                environment,
                                "baton-" + config.profile(),
                                command(program, environment)));
    }

    private List<String> command(Path program, Map<String, String> environment) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        if (!config.dataFolder().equals(DesktopConfig.of("", "", environment).dataFolder())) {
            command.addAll(List.of("--data-dir", config.dataFolder().toString()));
        }
        if (!config.profile().equals(DesktopConfig.DEFAULT_PROFILE)) {
            command.addAll(List.of("--profile", config.profile()));
        }
        return command;
    }
}
