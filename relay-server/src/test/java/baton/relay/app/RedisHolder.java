package baton.relay.app;

import baton.model.Allowed;
import java.nio.file.Path;

/// A process of its own that starts a Redis, says its process id and waits to be killed.
@Allowed("speaks to the test that started it")
final class RedisHolder {
    private RedisHolder() {}

    public static void main(String[] args) throws Exception {
        EmbeddedRedis redis =
                EmbeddedRedis.start(Path.of(args[0]), Thread.ofPlatform().daemon().factory());
        System.out.println("redis " + EmbeddedRedisTest.pidOf(redis));
        System.out.flush();
        Thread.currentThread().join();
    }

    static Process start(Path folder) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedisHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /// The process id that the child printed; logs may come before it.
    static long redisOf(Process holder) throws Exception {
        var reader = holder.inputReader();
        String line = reader.readLine();
        while (line != null && !line.startsWith("redis ")) {
            line = reader.readLine();
        }
        if (line == null) {
            throw new AssertionError("the child started no Redis");
        }
        return Long.parseLong(line.substring("redis ".length()));
    }
}
