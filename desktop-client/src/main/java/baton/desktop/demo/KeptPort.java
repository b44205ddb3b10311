package baton.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/// Devices remember where their relay is, so everything keeps its port from one run to the next.
final class KeptPort {
    private KeptPort() {}

    /// The port of that name, a free one the first time.
    static int of(Path data, String name) {
        Path kept = data.resolve(name + ".port");
        try {
            if (!Files.exists(kept)) {
                try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    Files.writeString(kept, Integer.toString(free.getLocalPort()));
                }
            }
            return Integer.parseInt(Files.readString(kept).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
