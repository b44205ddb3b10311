package baton.simulation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;

/// Virtual time, chance and the list of what will happen: events in the order of (time, number), so
/// that one seed is one run. Keeps a running hash of all that it is told of.
final class World implements InstantSource {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int STEPS_MAX = 400_000;

    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::number));
    private final CRC32C trace = new CRC32C();
    private final SplittableRandom random;
    private Instant now = START;
    private long numbers;
    private long steps;

    private record Due(Instant at, long number, Runnable action) {}

    World(long seed) {
        random = new SplittableRandom(seed);
    }

    @Override
    public Instant instant() {
        return now;
    }

    SplittableRandom random() {
        return random;
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /// A duration between the two, drawn evenly.
    Duration between(long millisMin, long millisMax) {
        return Duration.ofMillis(random.nextLong(millisMin, millisMax + 1));
    }

    void after(Duration delay, Runnable action) {
        at(now.plus(delay), action);
    }

    void at(Instant moment, Runnable action) {
        due.add(new Due(moment.isBefore(now) ? now : moment, numbers++, action));
    }

    /// Lets everything happen up to a moment.
    ///
    /// @throws AssertionError if the run does not get on: something keeps itself busy
    void runUntil(Instant end) {
        while (!due.isEmpty() && !due.element().at().isAfter(end)) {
            Due next = due.remove();
            now = next.at();
            next.action().run();
            steps++;
            if (steps > STEPS_MAX) {
                throw new AssertionError("livelock at " + now);
            }
        }
        now = end;
    }

    void trace(Object what) {
        byte[] line = (now.toEpochMilli() + " " + what).getBytes(StandardCharsets.UTF_8);
        trace.update(line);
    }

    long traceHash() {
        return trace.getValue();
    }

    long steps() {
        return steps;
    }
}
