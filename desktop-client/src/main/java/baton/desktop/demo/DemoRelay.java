package baton.desktop.demo;

import baton.desktop.app.RelayCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The demo's relay: a process of its own on a free port of this machine, with its own Redis, ended
/// together with the demo: it stops when the pipe from the demo closes, however the demo dies.
final class DemoRelay implements AutoCloseable {
    private static final String READY = "Baton relay is ready at ";

    private final Process process;
    private final String address;

    private DemoRelay(Process process, String address) {
        this.process = process;
        this.address = address;
    }

    /// Starts the relay and waits until it says that it is ready.
    ///
    /// @param data its folder; what it writes to the error stream goes to `relay.log` there
    /// @throws UncheckedIOException if it ended before it was ready, naming the log to look at
    static DemoRelay start(Path data) {
        Path log = data.resolve("relay.log");
        try {
            Process process = command(data).redirectError(log.toFile()).start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            while (line != null && !line.startsWith(READY)) {
                line = output.readLine();
            }
            if (line == null) {
                throw new IOException("the relay ended before it was ready; " + log + " says why");
            }
            return new DemoRelay(process, line.substring(READY.length()).split(" ", 2)[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder command(Path data) throws IOException {
        return new ProcessBuilder(
                RelayCommand.ofThisProgram(List.of())
                        .with(
                                List.of(
                                        "--port",
                                        port(data),
                                        "--data",
                                        data.resolve("relay").toString(),
                                        "--stop-with-input")));
    }

    /// Devices remember where their relay is, so it keeps its port from one run to the next.
    private static String port(Path data) throws IOException {
        Path kept = data.resolve("relay.port");
        if (!Files.exists(kept)) {
            try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Files.writeString(kept, Integer.toString(free.getLocalPort()));
            }
        }
        return Files.readString(kept).strip();
    }

    /// Where devices connect, for example `ws://127.0.0.1:41234`.
    String address() {
        return address;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
