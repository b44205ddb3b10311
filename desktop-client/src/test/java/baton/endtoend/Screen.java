package baton.endtoend;

import java.awt.Point;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A screen that nobody sees, with a keyboard: an X server of its own, and a process beside it that
/// presses its keys and takes its picture. Ends with this JVM. One thread.
final class Screen implements AutoCloseable {
    /// As large as the window wants to be, so that there is nothing beside it.
    private static final String SIZE = "1280x780x24";

    /// Property: the desktop as a package installed it, to be tried like the one that was built.
    private static final String INSTALLED = "baton.program";

    private static final String SERVER = "Xvfb";
    private static final long PATIENCE_SECONDS = 30;

    private final Process server;
    private final String name;
    private final Process hands;
    private final PrintWriter orders;
    private final BufferedReader answers;

    private Screen(Process server, String name, Process hands) {
        this.server = server;
        this.name = name;
        this.hands = hands;
        this.orders = new PrintWriter(hands.outputWriter(StandardCharsets.UTF_8), true);
        this.answers = hands.inputReader(StandardCharsets.UTF_8);
    }

    /// Whether this machine can have one.
    static boolean isPossible() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of(path.split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, SERVER)));
    }

    static Screen start() {
        try {
            // The server ends when the last program on it does; so do the programs with this JVM.
            Process server =
                    new ProcessBuilder(
                                    SERVER,
                                    "-displayfd",
                                    "1",
                                    "-screen",
                                    "0",
                                    SIZE,
                                    "-nolisten",
                                    "tcp",
                                    "-terminate")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String number = server.inputReader().readLine();
            if (number == null) {
                throw new AssertionError("no screen could be started");
            }
            String name = ":" + number;
            ProcessBuilder hands =
                    Java.program(
                            System.getProperty("java.class.path"),
                            List.of(),
                            Hands.class.getName(),
                            List.of());
            return new Screen(server, name, on(name, hands).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder on(String name, ProcessBuilder program) {
        program.environment().put("DISPLAY", name);
        program.environment().put("GDK_BACKEND", "x11");
        program.environment().remove("WAYLAND_DISPLAY");
        return program.redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    /// Starts a main class whose window is to be here; it is to end with its input. If [#INSTALLED]
    /// names a program, that one instead.
    ///
    /// @param log where it writes what it prints
    Process open(String mainClass, List<String> arguments, Path log) throws IOException {
        String installed = System.getProperty(INSTALLED, "");
        ProcessBuilder program =
                installed.isEmpty()
                        ? Java.program(
                                System.getProperty("java.class.path"),
                                List.of("-Dprism.order=sw"),
                                mainClass,
                                arguments)
                        : new ProcessBuilder(
                                Stream.concat(Stream.of(installed), arguments.stream()).toList());
        return on(name, program).redirectOutput(log.toFile()).start();
    }

    /// Presses keys one after the other, each named as in [java.awt.event.KeyEvent], with others
    /// held before it: `CONTROL+K`.
    void press(String... keys) {
        for (String key : keys) {
            order("press " + key);
        }
    }

    /// @param text small letters, digits and spaces
    void type(String text) {
        order("type " + text);
    }

    /// What is on the screen, as a file.
    ///
    /// @return how many colours it has
    int picture(Path file) {
        return Integer.parseInt(order("picture " + file));
    }

    /// The colour of a pixel, as red, green and blue in one number.
    int colour(Point place) {
        return Integer.parseInt(order("colour " + place.x + " " + place.y));
    }

    private String order(String words) {
        orders.println(words);
        try {
            String answer = answers.readLine();
            if (answer == null) {
                throw new AssertionError("nobody did: " + words);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        end(hands);
        end(server);
    }

    /// Ends a program, by force if it does not listen.
    static void end(Process program) {
        program.destroy();
        try {
            if (!program.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        } catch (InterruptedException e) {
            program.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
