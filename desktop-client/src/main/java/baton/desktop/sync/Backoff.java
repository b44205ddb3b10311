package baton.desktop.sync;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: up to 1, 2, 4 … 30 s, drawn evenly from zero on (full
/// jitter), so that devices which lost their relay together do not come back together.
final class Backoff {
    static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int DOUBLINGS_MAX = 5;

    private final RandomGenerator random;
    private int tries;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        Duration most = FIRST.multipliedBy(1L << Math.min(tries, DOUBLINGS_MAX));
        tries++;
        long millis = Math.min(most.toMillis(), LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(millis + 1));
    }

    /// After success.
    void reset() {
        tries = 0;
    }
}
