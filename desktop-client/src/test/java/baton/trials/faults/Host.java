package baton.trials.faults;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import baton.endtoend.Java;
import baton.endtoend.Signals;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// A [DeviceHost] as the campaign sees it: started, killed, stopped, asked. One thread at a time.
final class Host {
    private static final long PATIENCE_SECONDS = 120;

    private final Path log;
    private final List<String> arguments;
    private Optional<Run> run = Optional.empty();
    private long acted;

    private record Run(Process process, PrintWriter orders, BlockingQueue<String> answers) {}

    /// @param arguments as [DeviceHost#main] takes them
    Host(Path log, List<String> arguments) {
        this.log = log;
        this.arguments = List.copyOf(arguments);
    }

    /// Returns when its devices are open.
    void start() {
        try {
            Process process =
                    Java.program(
                                    System.getProperty("java.class.path"),
                                    List.of(
                                            "-Xmx320m",
                                            "-XX:+UseSerialGC",
                                            "-XX:+ExitOnOutOfMemoryError",
                                            "-Dbaton.test.log=INFO"),
                                    DeviceHost.class.getName(),
                                    arguments)
                            .redirectErrorStream(true)
                            .start();
            PrintWriter orders =
                    new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
            Run started = new Run(process, orders, new LinkedBlockingQueue<>());
            run = Optional.of(started);
            acted = 0;
            Thread.ofPlatform().daemon().name("host-output").start(() -> keep(started));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        expect(DeviceHost.OPEN, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private void keep(Run started) {
        try (BufferedReader lines = started.process().inputReader();
                PrintStream out =
                        new PrintStream(
                                Files.newOutputStream(log, CREATE, APPEND),
                                true,
                                StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.println(line);
                if (line.startsWith(DeviceHost.ANSWER)) {
                    started.answers().add(line.substring(DeviceHost.ANSWER.length()));
                }
            }
        } catch (IOException e) {
            // Its pipe broke with the process.
        } finally {
            started.answers().add("");
        }
    }

    /// Lets its devices do what is left of a round.
    void play(long round, long acts) {
        order(DeviceHost.ACT + round + " " + acts);
    }

    /// Lets its devices try to connect at once.
    void connectNow() {
        order("connect");
    }

    /// Sets the clock of its machine.
    ///
    /// @param off from the right time; returns when it is so
    void setClock(Duration off) {
        String words = DeviceHost.CLOCK + off.toSeconds();
        order(words);
        expect(words, Duration.ofSeconds(PATIENCE_SECONDS));
    }

    private void order(String words) {
        running().orders().println(words);
    }

    /// Whether its devices have ended a round; does not wait for long.
    ///
    /// @throws AssertionError if it ended instead
    boolean hasActed(long round, Duration patience) {
        return acted >= round || heard(DeviceHost.ACTED + round, patience).isPresent();
    }

    /// Whether all its devices say that they are settled.
    boolean isSettled() {
        order(DeviceHost.STATUS);
        String[] words =
                expect(DeviceHost.STATUS, Duration.ofSeconds(PATIENCE_SECONDS)).split(" ", -1);
        return words[1].equals(words[2]);
    }

    private String expect(String begin, Duration patience) {
        return heard(begin, patience)
                .orElseThrow(
                        () -> new AssertionError("a host never said " + begin + ", see " + log));
    }

    private Optional<String> heard(String begin, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                String answer =
                        running().answers().poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (answer == null) {
                    return Optional.empty();
                } else if (answer.isEmpty()) {
                    throw new AssertionError("a host ended by itself, see " + log);
                }
                // It may be said while something else is waited for.
                if (answer.startsWith(DeviceHost.ACTED)) {
                    acted = Long.parseLong(answer.substring(DeviceHost.ACTED.length()));
                }
                if (answer.startsWith(begin)) {
                    return Optional.of(answer);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private Run running() {
        return run.orElseThrow();
    }

    long pid() {
        return running().process().pid();
    }

    boolean isAlive() {
        return run.map(started -> started.process().isAlive()).orElse(false);
    }

    /// As `kill -9` does it.
    void kill() {
        run.ifPresent(started -> {
            started.process().destroyForcibly();
            started.process().onExit().join();
        });
    }

    void stop() {
        Signals.stop(pid());
    }

    void goOn() {
        Signals.goOn(pid());
    }
}
