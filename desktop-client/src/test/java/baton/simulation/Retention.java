package baton.simulation;

import baton.relay.log.KeptHistory;
import java.time.Duration;
import java.util.SplittableRandom;

/// How much history the relay of a run keeps, and how often its trimmers look, drawn from its seed.
///
/// @param walkEvery mean time in milliseconds between two walks of a trimmer along all logs
/// @param between chance that another node's trimmer takes a step just before one call of a port
/// @param death chance that a node dies between removing something and telling of it
record Retention(KeptHistory kept, long walkEvery, double between, double death) {
    static final Retention EVERYTHING = new Retention(KeptHistory.EVERYTHING, 0, 0, 0);

    private static final int RUNS_PER_TRIMMED_ONE = 3;
    private static final int EVENTS_MAX = 16;

    /// @param length of a stretch of faults
    static Retention draw(SplittableRandom random, long length) {
        if (random.nextInt(RUNS_PER_TRIMMED_ONE) > 0) {
            return EVERYTHING;
        }
        int drawn = random.nextInt(4);
        long events = drawn == 0 ? 0 : random.nextLong(1, EVENTS_MAX);
        Duration age = drawn > 1 ? Duration.ZERO : Duration.ofMillis(random.nextLong(50, length));
        return new Retention(
                new KeptHistory(events, age),
                random.nextLong(length / 12, length / 2),
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0.02),
                random.nextInt(3) == 0 ? 0 : random.nextDouble(0.3));
    }

    boolean isEverything() {
        return kept.isEverything();
    }
}
