package baton.relay.app;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/// Waits until something is so, instead of for a while.
final class Eventually {
    private static final long STEP_NANOS = Duration.ofMillis(10).toNanos();

    private Eventually() {}

    static void holds(String what, Duration patience, Callable<Boolean> condition)
            throws Exception {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience + ": " + what);
            }
            LockSupport.parkNanos(STEP_NANOS);
        }
    }
}
