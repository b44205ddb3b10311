package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.relay.redis.RedisEndpoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The relay as a program: its one line, its exit codes, its sentences.
final class RelayProcessTest {
    private static final ThreadFactory THREADS = Thread.ofPlatform().daemon().factory();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private ProcessBuilder relay(String... flags) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                RelayMain.class.getName()));
        command.addAll(List.of(flags));
        return new ProcessBuilder(command).redirectError(folder.resolve("errors").toFile());
    }

    private String errors() throws Exception {
        return Files.readString(folder.resolve("errors"));
    }

    private static int exitOf(Process process) throws Exception {
        assertTrue(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), "still runs");
        return process.exitValue();
    }

    @Test
    void itSaysOneLineAndEndsWithZeroWhenToldToStop() throws Exception {
        Path data = folder.resolve("data");
        Process process = relay("--port", "0", "--data", data.toString()).start();
        try (var out = process.inputReader()) {
            String line = String.valueOf(out.readLine());
            assertTrue(
                    line.matches(
                            "Baton relay is ready at ws://127\\.0\\.0\\.1:\\d+ \\(data:"
                                    + " .*/data\\)"),
                    line + errors());
            process.toHandle().destroy();
            assertEquals(0, exitOf(process));
            assertEquals(0, out.lines().count());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertFalse(errors().contains("Exception"), errors());
        EmbeddedRedis.start(data, THREADS).close();
    }

    @Test
    void allWrongFlagsAreNamedAtOnce() throws Exception {
        Process process =
                relay(
                                "--port",
                                "99999",
                                "--sign-up",
                                "maybe",
                                "--redis",
                                "http://x",
                                "--keep-days",
                                "-1",
                                "--keep-events",
                                "many")
                        .start();
        assertEquals(1, exitOf(process));
        assertTrue(errors().contains("--port is 99999"), errors());
        assertTrue(errors().contains("--sign-up is maybe"), errors());
        assertTrue(errors().contains("--redis must look like"), errors());
        assertTrue(errors().contains("--keep-days is -1"), errors());
        assertTrue(errors().contains("--keep-events is many"), errors());
    }

    @Test
    void flagsCanComeFromTheEnvironment() throws Exception {
        ProcessBuilder relay = relay();
        relay.environment().put("BATON_RELAY_PORT", "77777");
        assertEquals(1, exitOf(relay.start()));
        assertTrue(errors().contains("--port is 77777"), errors());
    }

    @Test
    void anUnsafeRedisIsRefusedWithTheReasons() throws Exception {
        Path socket = folder.resolve("r.sock");
        Process unsafe =
                new ProcessBuilder(
                                RedisBinary.find(System.getenv("PATH"), folder).toString(),
                                "--port",
                                "0",
                                "--unixsocket",
                                socket.toString(),
                                "--dir",
                                folder.toString(),
                                "--maxmemory-policy",
                                "allkeys-lru")
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            RedisEndpoint endpoint = new RedisEndpoint.UnixSocket(socket);
            RelayStartException refused =
                    assertThrows(
                            RelayStartException.class,
                            () -> open(endpoint, false, PATIENCE).close());
            String sentence = refused.toString();
            assertTrue(sentence.contains("appendonly is no"), sentence);
            assertTrue(sentence.contains("appendfsync is everysec"), sentence);
            assertTrue(sentence.contains("maxmemory-policy is allkeys-lru"), sentence);
            assertTrue(sentence.contains("--allow-volatile"), sentence);
            open(endpoint, true, PATIENCE).close();
        } finally {
            unsafe.destroyForcibly().waitFor();
        }
    }

    private static RedisHome open(RedisEndpoint endpoint, boolean isVolatileAllowed, Duration wait)
            throws Exception {
        return RedisHome.open(
                new RelayConfig.Store.Server(endpoint, isVolatileAllowed), wait, THREADS);
    }

    @Test
    void aRedisThatIsAwayIsWaitedForAndThenNamed() {
        RedisEndpoint nowhere = new RedisEndpoint.UnixSocket(folder.resolve("nobody.sock"));
        RelayStartException refused =
                assertThrows(
                        RelayStartException.class,
                        () -> open(nowhere, false, Duration.ofMillis(700)).close());
        assertTrue(refused.toString().contains("nobody.sock"), refused.toString());
        assertTrue(refused.toString().contains("did not answer"), refused.toString());
    }

    @Test
    void theStandardFolderFollowsTheSystem() {
        Path home = Path.of("/home/ana");
        assertEquals(
                Path.of("/home/ana/.local/share/baton/relay"),
                DataFolder.standard(java.util.Map.of(), "Linux", home));
        assertEquals(
                Path.of("/data/baton/relay"),
                DataFolder.standard(java.util.Map.of("XDG_DATA_HOME", "/data"), "Linux", home));
        assertEquals(
                Path.of("/home/ana/Library/Application Support/Baton/relay"),
                DataFolder.standard(java.util.Map.of(), "Mac OS X", home));
    }
}
