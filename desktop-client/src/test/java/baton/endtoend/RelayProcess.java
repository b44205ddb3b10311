package baton.endtoend;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import baton.desktop.app.RelayCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// A real relay in a process of its own, most with a Redis of their own, on one port for its whole
/// life: it can be stopped, killed and started again. It ends when this JVM does. One thread.
public final class RelayProcess implements AutoCloseable {
    private static final String READY = "Baton relay is ready at ";
    private static final long PATIENCE_SECONDS = 90;
    private static final Pattern VERSION = Pattern.compile("\\d+\\.\\d+\\.\\d+");

    private final Path folder;
    private final Path log;
    private final List<String> options;
    private final List<String> flags;
    private final int port;
    private final List<Process> runs = new ArrayList<>();

    private RelayProcess(Path folder, Path log, List<String> options, List<String> flags) {
        this.folder = folder;
        this.log = log;
        this.options = options;
        this.flags = flags;
        this.port = freePort();
    }

    /// Starts a relay and waits until it says that it is ready.
    ///
    /// @param folder for its data and its log
    public static RelayProcess start(Path folder) {
        return start(folder, "INFO", List.of());
    }

    /// @param flags besides those that every relay here gets
    public static RelayProcess start(Path folder, String logLevel, List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        all.addAll(List.of("--data", folder.resolve("relay").toString()));
        RelayProcess relay =
                new RelayProcess(folder, folder.resolve("relay.log"), logging(logLevel), all);
        relay.start();
        return relay;
    }

    /// One of several on a Redis that is there.
    ///
    /// @param folder for its log
    /// @param name of the log
    /// @param redis as a relay is told it
    public static RelayProcess on(Path folder, String name, String redis) {
        return on(folder, name, List.of(), List.of("--redis", redis));
    }

    /// The same with options of its JVM and all flags but the port.
    public static RelayProcess on(
            Path folder, String name, List<String> options, List<String> flags) {
        List<String> all = new ArrayList<>(logging("INFO"));
        all.addAll(options);
        RelayProcess relay = new RelayProcess(folder, folder.resolve(name + ".log"), all, flags);
        relay.start();
        return relay;
    }

    private static List<String> logging(String level) {
        return List.of("-Dbaton.test.log=" + level);
    }

    /// Starts it again, on the same data and the same port.
    public void start() {
        try {
            List<String> all = new ArrayList<>(flags);
            all.addAll(List.of("--port", Integer.toString(port)));
            all.add("--stop-with-input");
            Process process =
                    new ProcessBuilder(RelayCommand.ofThisProgram(options).with(all))
                            .redirectErrorStream(true)
                            .start();
            runs.add(process);
            CountDownLatch ready = new CountDownLatch(1);
            Thread.ofPlatform().daemon().name("relay-output").start(() -> keep(process, ready));
            if (!ready.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || !process.isAlive()) {
                throw new AssertionError("the relay did not start: " + Files.readString(log()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while the relay started", e);
        }
    }

    /// Copies what it prints into the log.
    private void keep(Process process, CountDownLatch ready) {
        try (BufferedReader lines = process.inputReader();
                PrintStream log =
                        new PrintStream(
                                Files.newOutputStream(log(), CREATE, APPEND),
                                true,
                                StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                log.println(line);
                if (line.startsWith(READY)) {
                    ready.countDown();
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.countDown();
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the process that was started last has not ended.
    public boolean isAlive() {
        return runs.getLast().isAlive();
    }

    /// The process that runs now.
    public long pid() {
        return runs.getLast().pid();
    }

    /// Bytes that it has written so far, to devices and to Redis; 0 where the system does not say.
    public long written() {
        return Signals.written(pid());
    }

    /// Bytes of its memory that are resident; 0 where the system does not say.
    public long resident() {
        return Signals.resident(pid());
    }

    /// So that what is resident is in use.
    public void collectGarbage() throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        new ProcessBuilder(jcmd, Long.toString(pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /// Where devices connect.
    public String address() {
        return "ws://127.0.0.1:" + port;
    }

    /// Of this machine's own address.
    public int port() {
        return port;
    }

    /// Of the run before the one that runs now.
    public int exitCode() {
        return runs.get(runs.size() - 2).exitValue();
    }

    public Path data() {
        return folder.resolve("relay");
    }

    /// Everything that all its runs printed.
    public Path log() {
        return log;
    }

    /// The process of its Redis, as it wrote it down itself.
    public ProcessHandle redis() {
        try {
            String written = Files.readString(data().resolve("redis").resolve("redis.process"));
            return ProcessHandle.of(Long.parseLong(written.strip().split(" ", 2)[0])).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Of the server that runs.
    public String redisVersion() {
        String command = redis().info().command().orElseThrow();
        try {
            Process asked = new ProcessBuilder(command, "--version").start();
            try (BufferedReader answer = asked.inputReader()) {
                return VERSION.matcher(String.valueOf(answer.readLine()))
                        .results()
                        .map(MatchResult::group)
                        .findFirst()
                        .orElse("of an unknown version");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// As a signal does it: everybody is told.
    public void stop() {
        end(runs.getLast().toHandle(), false);
    }

    /// As `kill -9` does it.
    public void kill() {
        end(runs.getLast().toHandle(), true);
    }

    /// The relay stays and has to help itself.
    public void killRedis() {
        end(redis(), true);
    }

    private static void end(ProcessHandle process, boolean byForce) {
        if (byForce) {
            process.destroyForcibly();
        } else {
            process.destroy();
        }
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while a process ended", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("process " + process.pid() + " does not end", e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
