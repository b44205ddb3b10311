package baton.desktop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How the relay is started that comes with this program: its own classes on this Java.
///
/// @param words without its flags
record RelayCommand(List<String> words) {
    private static final String CLASS_PATH = "baton.relay.classpath";

    RelayCommand {
        words = List.copyOf(words);
    }

    /// A start script or package says where the relay's classes are; in a build of the sources they
    /// are among this program's.
    static RelayCommand ofThisProgram() {
        return new RelayCommand(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty(CLASS_PATH, System.getProperty("java.class.path")),
                        "baton.relay.app.RelayMain"));
    }

    List<String> with(List<String> flags) {
        List<String> all = new ArrayList<>(words);
        all.addAll(flags);
        return all;
    }
}
