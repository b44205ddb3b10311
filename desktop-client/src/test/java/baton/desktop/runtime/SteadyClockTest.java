package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SteadyClockTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Instant wall = START;
    private long nanos = 42;
    private final SteadyClock clock = new SteadyClock(() -> wall, () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    @Test
    void runsOnWhenTheWallClockIsSetBack() {
        wall = START.minus(Duration.ofDays(3_650));
        pass(Duration.ofSeconds(5));
        assertEquals(START.plusSeconds(5), clock.instant());
    }

    @Test
    void followsTheWallClockAfterSleep() {
        wall = START.plus(Duration.ofHours(8));
        assertEquals(wall, clock.instant());
        pass(Duration.ofSeconds(1));
        assertEquals(wall.plusSeconds(1), clock.instant());
    }
}
