package baton.endtoend;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Waits until something holds, looking again whenever a device said that it changed, and now and
/// then for what another process does. For any threads.
public final class Changes {
    /// Enough for everything but measuring.
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition reported = lock.newCondition();
    private final Duration patience;
    private long reports;

    /// @param patience after which a condition that does not hold is given up
    public Changes(Duration patience) {
        this.patience = patience;
    }

    public void report() {
        lock.lock();
        try {
            reports++;
            reported.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @throws AssertionError if it does not hold within the patience
    public void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + patience.toNanos();
        long seen = reportsAfter(-1);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            seen = reportsAfter(seen);
        }
    }

    /// Waits for a report that was not seen yet, but not for long.
    private long reportsAfter(long seen) {
        lock.lock();
        try {
            long nanos = LOOK_AGAIN.toNanos();
            while (reports == seen && nanos > 0) {
                nanos = reported.awaitNanos(nanos);
            }
            return reports;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while waiting", e);
        } finally {
            lock.unlock();
        }
    }
}
