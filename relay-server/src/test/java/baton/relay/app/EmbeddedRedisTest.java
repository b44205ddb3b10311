package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisEndpoint;
import baton.relay.redis.RedisSafety;
import baton.relay.redis.RedisUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The Redis that a relay brings along: private, safe, alone on its folder, never left behind.
final class EmbeddedRedisTest {
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().factory();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;

    static long pidOf(EmbeddedRedis redis) {
        try (RedisConnections connections = new RedisConnections(redis.endpoint())) {
            Matcher id =
                    Pattern.compile("process_id:(\\d+)")
                            .matcher(connections.with(jedis -> jedis.info("server")));
            assertTrue(id.find());
            return Long.parseLong(id.group(1));
        }
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void set(EmbeddedRedis redis, String key, String value) {
        try (RedisConnections connections = new RedisConnections(redis.endpoint())) {
            assertEquals("OK", connections.with(jedis -> jedis.set(key, value)));
        }
    }

    private static String get(EmbeddedRedis redis, String key) {
        try (RedisConnections connections = new RedisConnections(redis.endpoint())) {
            return connections.with(jedis -> String.valueOf(jedis.get(key)));
        }
    }

    @Test
    void keepsWhatItConfirmedAndIsSafeByTheRelaysOwnCheck() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS);
                RedisConnections connections = new RedisConnections(redis.endpoint())) {
            set(redis, "a", "1");
            RedisSafety safety = connections.with(RedisSafety::inspect);
            assertFalse(safety.isTooOld());
            assertEquals(List.of(), safety.dangers());
        }
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            assertEquals("1", get(redis, "a"));
        }
    }

    @Test
    void onlyTheOwnerMayEnterItsFolderAndNoPortIsOpen() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS);
                RedisConnections connections = new RedisConnections(redis.endpoint())) {
            assertEquals(
                    "rwx------",
                    PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("redis"))));
            assertEquals("0", connections.with(jedis -> jedis.configGet("port")).get("port"));
        }
    }

    @Test
    void aLongFolderNameStillGetsASocketFile() throws Exception {
        Path deep = folder.resolve("x".repeat(60)).resolve("y y".repeat(20));
        try (EmbeddedRedis redis = EmbeddedRedis.start(deep, THREADS)) {
            set(redis, "a", "1");
            assertFalse(redis.endpoint().toString().startsWith(deep.toString()));
        }
    }

    @Test
    void twoRelaysOnOneFolderAreRefusedWithTheFoldersName() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            set(redis, "a", "1");
            RelayStartException refused =
                    assertThrows(
                            RelayStartException.class,
                            () -> EmbeddedRedis.start(folder, THREADS).close());
            assertTrue(refused.toString().contains(folder.toString()), refused.toString());
            assertTrue(refused.toString().contains("--data"), refused.toString());
            assertEquals("1", get(redis, "a"));
        }
    }

    @Test
    void aRelayInAnotherProcessKeepsTheFolderToo() throws Exception {
        Process holder = RedisHolder.start(folder);
        try {
            RedisHolder.redisOf(holder);
            assertThrows(
                    RelayStartException.class, () -> EmbeddedRedis.start(folder, THREADS).close());
        } finally {
            holder.destroyForcibly().waitFor();
        }
    }

    @Test
    void redisEndsWithTheRelayThatWasKilled() throws Exception {
        Process holder = RedisHolder.start(folder);
        long redis = RedisHolder.redisOf(holder);
        assertTrue(lives(redis));
        holder.destroyForcibly().waitFor();
        Eventually.holds("Redis has ended", PATIENCE, () -> !lives(redis));
    }

    @Test
    void aRedisLeftBehindIsEndedByTheNextRelay() throws Exception {
        Process holder = RedisHolder.start(folder);
        long left = RedisHolder.redisOf(holder);
        ProcessHandle watchdog =
                ProcessHandle.of(left).flatMap(ProcessHandle::parent).orElseThrow();
        List<ProcessHandle> shells =
                Stream.concat(Stream.of(watchdog), watchdog.descendants())
                        .filter(process -> process.pid() != left)
                        .toList();
        shells.forEach(ProcessHandle::destroyForcibly);
        holder.destroyForcibly().waitFor();
        assertTrue(lives(left));
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            assertFalse(lives(left));
            assertTrue(lives(pidOf(redis)));
        }
    }

    @Test
    void aRedisThatDiesIsBackWithAllThatItConfirmed() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            set(redis, "a", "1");
            long first = pidOf(redis);
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            Eventually.holds(
                    "another Redis answers", PATIENCE, () -> answersOtherThan(redis, first));
            assertEquals("1", get(redis, "a"));
        }
    }

    private static boolean answersOtherThan(EmbeddedRedis redis, long first) {
        try {
            return pidOf(redis) != first;
        } catch (RedisUnavailableException e) {
            return false;
        }
    }

    @Test
    void aTornEndIsDroppedAndDamageInTheMiddleIsShown() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            set(redis, "first", "1".repeat(100));
            set(redis, "second", "2".repeat(100));
        }
        Path log = appendOnlyFile();
        byte[] whole = Files.readAllBytes(log);
        Files.write(log, java.util.Arrays.copyOf(whole, whole.length - 10));
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, THREADS)) {
            assertEquals("1".repeat(100), get(redis, "first"));
            assertEquals("null", get(redis, "second"));
        }
        byte[] damaged = whole.clone();
        java.util.Arrays.fill(damaged, 20, 60, (byte) 'x');
        Files.write(log, damaged);
        RelayStartException refused =
                assertThrows(
                        RelayStartException.class,
                        () -> EmbeddedRedis.start(folder, THREADS).close());
        assertTrue(refused.toString().contains("Bad file format"), refused.toString());
    }

    private Path appendOnlyFile() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("redis"))) {
            return files.filter(file -> file.toString().endsWith(".aof"))
                    .filter(file -> !file.toString().contains("manifest"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void theServerThatComesAlongIsUsedWhereThereIsNoOther() throws Exception {
        Path binary = RedisBinary.find("", Files.createDirectories(folder.resolve("bin")));
        assertTrue(binary.startsWith(folder), binary.toString());
        assertTrue(Files.isExecutable(binary));
        assertEquals(0, new ProcessBuilder(binary.toString(), "--version").start().waitFor());
    }

    @Test
    void anOldServerOnThePathIsPassedOver() throws Exception {
        Path place = Files.createDirectories(folder.resolve("old"));
        Path old = place.resolve("redis-server");
        Files.writeString(
                old,
                "#!/bin/sh\necho 'Redis server v=6.0.16 sha=0'\n",
                StandardOpenOption.CREATE_NEW);
        Files.setPosixFilePermissions(old, PosixFilePermissions.fromString("rwx------"));
        Path found =
                RedisBinary.find(place.toString(), Files.createDirectories(folder.resolve("bin")));
        assertTrue(found.startsWith(folder.resolve("bin")), found.toString());
    }

    @Test
    void endpointsAreReadWithoutShowingPasswords() {
        RedisEndpoint url = RedisEndpoint.parse("rediss://ana:se:cret@example.org/3").orElseThrow();
        assertEquals("rediss://example.org/3", url.toString());
        assertTrue(url instanceof RedisEndpoint.Url read && read.password().equals("se:cret"));
        assertTrue(RedisEndpoint.parse("http://example.org").isEmpty());
        assertTrue(RedisEndpoint.parse("redis://example.org/notanumber").isEmpty());
        assertTrue(RedisEndpoint.parse("not a url").isEmpty());
    }
}
