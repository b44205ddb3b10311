package baton.relay.redis;

import baton.relay.app.RedisBinary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// One real `redis-server` on a loopback port: a primary, a replica or a Sentinel. It can be
/// killed, stopped and started again on what it had stored. For one thread.
final class RedisInstance {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// A cluster's servers also listen on their port plus 10,000.
    private static final int BUS = 10_000;

    private static final int PORT_MIN = 12_000;
    private static final int PORT_MAX = 22_000;

    private final Path folder;
    private final int port;
    private final List<String> arguments;
    private Optional<Process> process = Optional.empty();

    private RedisInstance(Path folder, int port, List<String> arguments) {
        this.folder = folder;
        this.port = port;
        this.arguments = arguments;
    }

    /// A server that keeps what it confirms.
    ///
    /// @param settings besides, each as `--name value`
    static RedisInstance server(Path folder, List<String> settings) {
        int port = freePort();
        List<String> always =
                List.of(
                        "--port " + port,
                        "--bind 127.0.0.1",
                        "--dir " + folder.resolve(Integer.toString(port)),
                        "--appendonly yes",
                        "--appendfsync always",
                        "--repl-diskless-sync yes",
                        "--repl-diskless-sync-delay 0",
                        "--save ''");
        return new RedisInstance(
                folder, port, Stream.concat(always.stream(), settings.stream()).toList());
    }

    /// A Sentinel, which keeps what it knows in its configuration.
    ///
    /// @param configuration besides its port, its first one
    static RedisInstance sentinel(Path folder, List<String> configuration) {
        int port = freePort();
        Path file = folder.resolve("sentinel-" + port + ".conf");
        try {
            Files.write(
                    file,
                    Stream.concat(
                                    Stream.of("port " + port, "bind 127.0.0.1", "dir " + folder),
                                    configuration.stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RedisInstance(folder, port, List.of(file.toString(), "--sentinel"));
    }

    int port() {
        return port;
    }

    RedisInstance start() {
        try {
            Files.createDirectories(folder.resolve(Integer.toString(port)));
            String command = binary(folder) + " " + String.join(" ", arguments);
            process =
                    Optional.of(
                            new ProcessBuilder(command.split(" ", -1))
                                    .redirectErrorStream(true)
                                    .redirectOutput(
                                            ProcessBuilder.Redirect.appendTo(
                                                    folder.resolve(port + ".log").toFile()))
                                    .start());
            await(
                    "the server on port " + port + " answers",
                    () -> "PONG".equals(tell(Jedis::ping)));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The machine's own, or the one that the relay brings along.
    private static Path binary(Path folder) throws IOException {
        try {
            return RedisBinary.find(System.getenv().getOrDefault("PATH", ""), folder);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while looking for a Redis", e);
        }
    }

    private static int freePort() {
        Random random = new Random();
        while (true) {
            int port = random.nextInt(PORT_MIN, PORT_MAX);
            if (isFree(port) && isFree(port + BUS)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort() == port;
        } catch (IOException e) {
            return false;
        }
    }

    /// One order over a connection of its own.
    <T> T tell(Function<Jedis, T> order) {
        try (Jedis jedis = new Jedis("127.0.0.1", port)) {
            return order.apply(jedis);
        }
    }

    /// Waits until something can be said of it; what cannot be asked is not so.
    static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("in vain: " + what);
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (JedisException e) {
            return false;
        }
    }

    /// Its processes: where it is started by another one, that one too.
    Stream<ProcessHandle> processes() {
        return process.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.toHandle()), one.descendants()));
    }

    boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    /// As `kill -9`, with the child that may just rewrite its file.
    void kill() {
        process.ifPresent(running -> {
            List<ProcessHandle> children = running.descendants().toList();
            running.destroyForcibly().onExit().join();
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
        });
    }

    /// Of the run that was started last.
    long pid() {
        return process.orElseThrow().pid();
    }

    /// Cuts the end off what a dead server wrote.
    ///
    /// @return whether there was so much
    boolean cutTail(long bytes) {
        Path home = folder.resolve(Integer.toString(port));
        try (Stream<Path> files = Files.walk(home)) {
            Path newest =
                    files.filter(file -> file.getFileName().toString().endsWith(".aof"))
                            .filter(file -> !file.toString().contains(".base."))
                            .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                            .orElseThrow();
            try (FileChannel channel = FileChannel.open(newest, StandardOpenOption.WRITE)) {
                channel.truncate(Math.max(0, channel.size() - bytes));
                return channel.size() > 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Lets it say nothing, and hear nothing, until [#goOn].
    void stop() {
        signal("-STOP");
    }

    void goOn() {
        signal("-CONT");
    }

    private void signal(String name) {
        try {
            Process kill =
                    new ProcessBuilder("kill", name, Long.toString(process.orElseThrow().pid()))
                            .start();
            if (!kill.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new AssertionError("kill " + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
