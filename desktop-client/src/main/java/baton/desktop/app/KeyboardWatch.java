package baton.desktop.app;

import baton.desktop.store.Watch;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Breaks a command off when somebody presses Ctrl+C, and lets it put away what it has begun.
final class KeyboardWatch implements Watch, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final AtomicBoolean wanted = new AtomicBoolean(true);
    private final CountDownLatch ended = new CountDownLatch(1);

    private KeyboardWatch() {}

    static KeyboardWatch start() {
        KeyboardWatch watch = new KeyboardWatch();
        Runtime.getRuntime()
                .addShutdownHook(Thread.ofPlatform().name("interrupted").unstarted(watch::stop));
        return watch;
    }

    private void stop() {
        wanted.set(false);
        try {
            ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isWanted() {
        return wanted.get();
    }

    /// The command is at its end.
    @Override
    public void close() {
        ended.countDown();
    }
}
