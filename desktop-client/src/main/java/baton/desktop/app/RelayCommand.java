package baton.desktop.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How the relay is started that comes with this program: its own classes on this Java.
///
/// @param words without its flags
public record RelayCommand(List<String> words) {
    private static final String CLASS_PATH = "baton.relay.classpath";
    private static final String OPTIONS = "baton.relay.options";

    public RelayCommand {
        words = List.copyOf(words);
    }

    /// A start script or package says where the relay's classes are, and the options of its JVM; in
    /// a build of the sources its classes are among this program's.
    ///
    /// @param options further ones of its JVM
    public static RelayCommand ofThisProgram(List<String> options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.add("--enable-native-access=ALL-UNNAMED");
        Optional.ofNullable(System.getProperty(OPTIONS)).ifPresent(file -> words.add("@" + file));
        words.addAll(options);
        words.add("-cp");
        words.add(System.getProperty(CLASS_PATH, System.getProperty("java.class.path")));
        words.add("baton.relay.app.RelayMain");
        return new RelayCommand(words);
    }

    /// The whole command.
    ///
    /// @param flags of the relay
    public List<String> with(List<String> flags) {
        List<String> all = new ArrayList<>(words);
        all.addAll(flags);
        return all;
    }
}
