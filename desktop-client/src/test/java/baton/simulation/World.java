package baton.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Virtual time, chance and the list of what will happen: in the order of (time, number), so that
/// one seed is one run. Time goes in whole milliseconds.
final class World implements InstantSource {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long START_MILLIS = START.toEpochMilli();
    private static final int STEPS_MAX = 400_000;

    private final PriorityQueue<Due> due = new PriorityQueue<>();
    private final SplittableRandom random;
    private final Story story;
    private long now = START_MILLIS;
    private Instant instant = START;
    private long numbers;
    private long steps;

    private record Due(long at, long number, Runnable action) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    World(long seed, Story story) {
        this.random = new SplittableRandom(seed);
        this.story = story;
    }

    @Override
    public Instant instant() {
        return instant;
    }

    /// Milliseconds since the run began.
    long elapsed() {
        return now - START_MILLIS;
    }

    SplittableRandom random() {
        return random;
    }

    boolean chance(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /// A number of milliseconds between the two, drawn evenly.
    long between(long millisMin, long millisMax) {
        return random.nextLong(millisMin, millisMax + 1);
    }

    void after(Duration delay, Runnable action) {
        after(delay.toMillis(), action);
    }

    void after(long millis, Runnable action) {
        atMillis(now + millis, action);
    }

    /// Not before that moment.
    @SuppressWarnings("JavaInstantGetSecondsGetNano") // Whether it is a whole millisecond.
    void at(Instant moment, Runnable action) {
        long millis = moment.toEpochMilli();
        boolean isWhole = moment.getNano() % 1_000_000 == 0;
        atMillis(isWhole ? millis : millis + 1, action);
    }

    private void atMillis(long moment, Runnable action) {
        due.add(new Due(Math.max(now, moment), numbers++, action));
    }

    /// At least as late as `earliest`, an elapsed time; answers when it will be.
    long notBefore(long earliest, long delay, Runnable action) {
        long moment = Math.max(earliest, elapsed() + delay);
        atMillis(START_MILLIS + moment, action);
        return moment;
    }

    /// Lets everything happen up to a moment, given as elapsed time.
    ///
    /// @throws AssertionError if the run does not get on: something keeps itself busy
    void runUntil(long end) {
        while (!due.isEmpty() && due.element().at() <= START_MILLIS + end) {
            Due next = due.remove();
            setNow(next.at());
            next.action().run();
            steps++;
            if (steps > STEPS_MAX) {
                throw new AssertionError("livelock after " + elapsed() + " ms");
            }
        }
        setNow(START_MILLIS + end);
    }

    private void setNow(long moment) {
        if (moment != now) {
            now = moment;
            instant = Instant.ofEpochMilli(moment);
        }
    }

    /// Tells what happened, if anybody listens.
    void tell(Supplier<String> what) {
        if (story.depth() != Story.Depth.NOTHING) {
            story.line(elapsed(), what.get());
        }
    }

    /// Tells of a frame, if somebody wants to know that much.
    void tellFrame(Supplier<String> what) {
        if (story.depth() == Story.Depth.FRAMES) {
            story.line(elapsed(), what.get());
        }
    }

    long steps() {
        return steps;
    }
}
