package baton.trials.faults;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The clock on the wall of a machine, as somebody sets it. For any threads.
final class JumpingClock implements InstantSource {
    private volatile Duration off = Duration.ZERO;

    /// How far it is off from now on, either way.
    void set(Duration next) {
        off = next;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(off);
    }
}
