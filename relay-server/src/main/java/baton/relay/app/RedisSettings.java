package baton.relay.app;

import baton.relay.redis.RedisEndpoint;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the relay's own Redis is set up.
///
/// Whatever was acknowledged is on disk: `appendfsync always`, no eviction, no snapshots. A file
/// whose end is torn is loaded all the same (`aof-load-truncated yes`): with an fsync before every
/// answer a power cut can tear only what no device was told of, and a desktop's relay must come up
/// again after a power cut. Damage anywhere else keeps Redis from starting.
///
/// @param folder where Redis stores, entered by its owner alone
/// @param endpoint where it answers
/// @param runtime folder of the socket file: `folder`, or a short one if that path is too long
record RedisSettings(Path folder, RedisEndpoint.Server endpoint, Path runtime) {
    private static final Logger LOG = LoggerFactory.getLogger(RedisSettings.class);

    /// Longest path of a socket file that every system takes.
    private static final int SOCKET_PATH_BYTES_MAX = 100;

    private static final String SOCKET = "redis.sock";

    static RedisSettings of(Path folder) throws IOException {
        if (File.separatorChar != '/') {
            return new RedisSettings(folder, onLoopback(), folder);
        }
        Path runtime = folder;
        if (bytes(folder.resolve(SOCKET)) > SOCKET_PATH_BYTES_MAX) {
            runtime = Files.createTempDirectory(Path.of("/tmp"), "baton-");
        }
        return new RedisSettings(
                folder, new RedisEndpoint.UnixSocket(runtime.resolve(SOCKET)), runtime);
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /// A free port and a password, since any user of the machine can reach a port.
    private static RedisEndpoint.Server onLoopback() throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI uri = URI.create("redis://127.0.0.1:" + free.getLocalPort());
            return new RedisEndpoint.Url(uri, "", HexFormat.of().formatHex(secret));
        }
    }

    /// Writes the configuration file.
    Path write() throws IOException {
        Path file = folder.resolve("redis.conf");
        Files.writeString(file, String.join("\n", lines()) + "\n");
        return file;
    }

    private List<String> lines() {
        String always =
                """
                bind 127.0.0.1
                appendonly yes
                appendfsync always
                aof-load-truncated yes
                maxmemory-policy noeviction
                save ""
                daemonize no
                loglevel notice
                """;
        return List.of(always, "dir " + quoted(folder.toString()), address());
    }

    private String address() {
        return switch (endpoint) {
            case RedisEndpoint.UnixSocket unix ->
                    "port 0\nunixsocketperm 700\nunixsocket " + quoted(unix.path().toString());
            case RedisEndpoint.Url url -> "port " + url.port() + "\nrequirepass " + url.password();
        };
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /// Removes the runtime folder if it is not the data folder.
    void cleanUp() {
        if (runtime.equals(folder)) {
            return;
        }
        try {
            Files.deleteIfExists(runtime.resolve(SOCKET));
            Files.deleteIfExists(runtime);
        } catch (IOException e) {
            LOG.warn("the folder {} could not be removed", runtime, e);
        }
    }
}
