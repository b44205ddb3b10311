package baton.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Java processes that run main classes of the relay or of these tests.
public final class Java {
    private Java() {}

    /// What starts a main class in a JVM of its own.
    ///
    /// @param options of the JVM
    public static ProcessBuilder program(
            String classPath, List<String> options, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }
}
