package baton.desktop.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/// A clock that never goes back: the wall clock of the start, carried on by the steady clock of the
/// machine. It follows the wall clock forward (after sleep, or when somebody corrects it), so that
/// timers of a sleeping device are due when it wakes; if the wall clock is set back it just runs
/// on. One thread.
public final class SteadyClock implements InstantSource {
    private static final Duration DRIFT_MAX = Duration.ofSeconds(2);

    private final InstantSource wall;
    private final LongSupplier nanos;
    private Instant anchor;
    private long anchorNanos;

    /// @param nanos steady, as `System::nanoTime`
    public SteadyClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.anchor = wall.instant();
        this.anchorNanos = nanos.getAsLong();
    }

    @Override
    public Instant instant() {
        long now = nanos.getAsLong();
        Instant steady = anchor.plusNanos(now - anchorNanos);
        Instant seen = wall.instant();
        if (seen.isAfter(steady.plus(DRIFT_MAX))) {
            anchor = seen;
            anchorNanos = now;
            return seen;
        }
        return steady;
    }
}
