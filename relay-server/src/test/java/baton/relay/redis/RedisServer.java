package baton.relay.redis;

import baton.relay.app.RedisBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A real Redis of one test class, on a socket file in a folder of its own, that syncs every write
/// to disk. It can be killed and started again on what it had stored. For one thread.
final class RedisServer implements BeforeAllCallback, AfterAllCallback {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Path socket;
    private Optional<Process> process = Optional.empty();

    RedisServer() {
        try {
            this.folder = Files.createTempDirectory("baton-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.socket = folder.resolve("redis.sock");
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        restart();
    }

    private Process launch() throws IOException {
        List<String> command =
                List.of(
                        binary().toString(),
                        "--port 0",
                        "--unixsocket " + socket,
                        "--dir " + folder,
                        "--appendonly yes",
                        "--appendfsync always",
                        "--save ''");
        return new ProcessBuilder(Stream.of(String.join(" ", command).split(" ", -1)).toList())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("redis.log").toFile())
                .start();
    }

    /// The machine's own, or the one that the relay brings along.
    private Path binary() throws IOException {
        try {
            return RedisBinary.find(System.getenv().getOrDefault("PATH", ""), folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for a Redis", e);
        }
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.map(Process::isAlive).orElse(false) || System.nanoTime() > deadline) {
                throw new IOException(Files.readString(folder.resolve("redis.log")));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private boolean answers() {
        try (RedisConnections connections = connections()) {
            return connections.with(jedis -> jedis.ping()).equals("PONG");
        } catch (RedisUnavailableException e) {
            return false;
        }
    }

    RedisConnections connections() {
        return new RedisConnections(new RedisEndpoint.UnixSocket(socket));
    }

    /// As `kill -9`.
    void kill() throws InterruptedException {
        process.orElseThrow().destroyForcibly().waitFor();
    }

    /// After [#kill], on the same files.
    void restart() throws IOException {
        process = Optional.of(launch());
        awaitReady();
    }

    void forgetAll() {
        try (RedisConnections connections = connections()) {
            connections.with(jedis -> jedis.flushAll());
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException, InterruptedException {
        Process running = process.orElseThrow();
        running.destroy();
        if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            kill();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
