package baton.desktop.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// This copy of the program: what a package put where. Started from class files it is none.
///
/// @param program what a person starts, if a package put it there
/// @param system as Java calls it
/// @param processor as Java calls it
record Installation(Optional<Path> program, String system, String processor) {
    /// A file of this name beside the program: everything is kept beside it.
    static final String PORTABLE = "portable";

    private static final String DATA = "data";

    /// Set by the launcher that jpackage makes.
    private static final String PROGRAM = "jpackage.app-path";

    static Installation ofThisRun() {
        return new Installation(
                Optional.ofNullable(System.getProperty(PROGRAM)).map(Path::of),
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""));
    }

    /// The folder that a person sees as the program, or has unpacked; here if there is none.
    Path place() {
        return program.map(this::placeOf).orElse(Path.of("")).toAbsolutePath();
    }

    private Path placeOf(Path program) {
        // Windows: Baton\Baton.exe; Linux: baton/bin/baton; macOS: Baton.app/Contents/MacOS/Baton
        int above = isWindows() ? 1 : isMac() ? 4 : 2;
        Path place = program.toAbsolutePath();
        for (int i = 0; i < above && place.getParent() != null; i++) {
            place = place.getParent();
        }
        return place;
    }

    /// Where everything is kept, if that is to be beside the program.
    ///
    /// @param asked whether the command line says so
    Optional<Path> portableData(boolean asked) {
        boolean isMarked = program.isPresent() && Files.exists(place().resolve(PORTABLE));
        return asked || isMarked ? Optional.of(place().resolve(DATA)) : Optional.empty();
    }

    /// Which package replaces this one: how it is packed, and for which processor.
    String kind() {
        String packed;
        if (isWindows()) {
            packed = "msi";
        } else if (isMac()) {
            packed = "dmg";
        } else if (!place().equals(Path.of("/opt/baton"))) {
            packed = "tar";
        } else {
            packed = Files.exists(Path.of("/var/lib/dpkg/info/baton.list")) ? "deb" : "rpm";
        }
        return packed + "-" + processor;
    }

    /// What the system itself can open, which asks before it does anything. On Linux the folder is
    /// shown instead: how a package is installed differs from one to the next.
    Path opened(Path file) {
        return isWindows() || isMac() ? file : Optional.ofNullable(file.getParent()).orElse(file);
    }

    /// Where whoever looks after many computers says what holds on this one.
    Path adminFile(Map<String, String> environment) {
        if (isWindows()) {
            return Path.of(environment.getOrDefault("ProgramData", "C:\\ProgramData"))
                    .resolve("Baton")
                    .resolve(AdminFile.NAME);
        }
        return isMac()
                ? Path.of("/Library/Application Support/Baton", AdminFile.NAME)
                : Path.of("/etc/baton", AdminFile.NAME);
    }

    private boolean isMac() {
        return system.toLowerCase(Locale.ROOT).contains("mac");
    }

    private boolean isWindows() {
        return system.toLowerCase(Locale.ROOT).contains("win");
    }
}
