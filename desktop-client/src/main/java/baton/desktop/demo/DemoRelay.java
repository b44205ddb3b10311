package baton.desktop.demo;

import baton.desktop.app.RelayCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The demo's relay: a process of its own on a free port of this machine, with its own Redis, ended
/// together with the demo: it stops when the pipe from the demo closes, however the demo dies. It
/// can be killed and started again on what it left. One thread, but for [#isRunning].
final class DemoRelay implements AutoCloseable {
    private static final String READY = "Baton relay is ready at ";
    private static final int PATIENCE_SECONDS = 5;

    private final Path data;
    private final String address;
    private volatile Process process;

    private DemoRelay(Path data, Process process, String address) {
        this.data = data;
        this.process = process;
        this.address = address;
    }

    /// Starts the relay and waits until it says that it is ready.
    ///
    /// @param data its folder; what it writes to the error stream goes to `relay.log` there
    /// @throws UncheckedIOException if it ended before it was ready, naming the log to look at
    static DemoRelay start(Path data) {
        try {
            Files.deleteIfExists(log(data));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Process process = launch(data);
        return new DemoRelay(data, process, awaitReady(data, process));
    }

    private static Process launch(Path data) {
        try {
            return new ProcessBuilder(
                            RelayCommand.ofThisProgram(List.of())
                                    .with(
                                            List.of(
                                                    "--port",
                                                    Integer.toString(KeptPort.of(data, "relay")),
                                                    "--data",
                                                    data.resolve("relay").toString(),
                                                    "--stop-with-input")))
                    .redirectError(ProcessBuilder.Redirect.appendTo(log(data).toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path log(Path data) {
        return data.resolve("relay.log");
    }

    /// @return where devices connect
    private static String awaitReady(Path data, Process process) {
        try {
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.startsWith(READY)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IOException(
                        "the relay ended before it was ready; " + log(data) + " says why");
            }
            return line.substring(READY.length()).split(" ", 2)[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where devices connect, for example `ws://127.0.0.1:41234`.
    String address() {
        return address;
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /// Ends it as a power cut would: nothing is written any more, nobody is told.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Starts it again after [#kill] and waits until it is ready.
    ///
    /// @throws UncheckedIOException as [#start]
    void startAgain() {
        process = launch(data);
        awaitReady(data, process);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
