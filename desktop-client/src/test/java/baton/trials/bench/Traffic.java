package baton.trials.bench;

import baton.trials.wire.WireLoop;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Chats that talk, in a closed loop (whoever's message is stored everywhere says the next one) or
/// in an open one (messages fall due at a steady rate, whatever became of the ones before, and
/// their time runs from when they were due: what a stall holds up counts in full). One thread.
final class Traffic implements Sayings.Ears {
    private static final long TICK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int DIGITS = 3;

    private final WireLoop loop;
    private final List<Chat> chats;
    private final Histogram acks = new Histogram(DIGITS);
    private final Histogram stored = new Histogram(DIGITS);
    private final boolean isClosed;
    private boolean isOver;
    private long tickedAt;
    private long from = Long.MAX_VALUE;
    private long to = Long.MAX_VALUE;
    private long finished;
    private long finishedSoFar;
    private long finishedAt = System.nanoTime();
    private long silence;

    /// @param acks nanoseconds until a message was acknowledged
    /// @param stored until it was on all devices
    /// @param finished messages that were, within the time
    /// @param offered messages that fell due within the time; in a closed loop the same
    record Result(Histogram acks, Histogram stored, long finished, long offered, Duration time) {
        double perSecond() {
            return finished / seconds();
        }

        double seconds() {
            return time.toNanos() / 1e9;
        }
    }

    private Traffic(WireLoop loop, List<Chat> chats, boolean isClosed) {
        this.loop = loop;
        this.chats = chats;
        this.isClosed = isClosed;
    }

    /// @param chars of a message
    static Traffic closed(WireLoop loop, List<Chat> chats, int devicesEach, int chars) {
        return begun(new Traffic(loop, chats, true), devicesEach, chars);
    }

    static Traffic open(WireLoop loop, List<Chat> chats, int devicesEach, int chars) {
        return begun(new Traffic(loop, chats, false), devicesEach, chars);
    }

    private static Traffic begun(Traffic traffic, int devicesEach, int chars) {
        traffic.await("all are current", () -> traffic.chats.stream().allMatch(Chat::isCurrent));
        traffic.chats.forEach(chat -> chat.begin(devicesEach, chars, traffic));
        return traffic;
    }

    /// @param atOnce messages of each talker that are under way
    void start(int atOnce) {
        long now = System.nanoTime();
        talkers()
                .forEach(talker -> {
                    for (int i = 0; i < atOnce; i++) {
                        talker.say(now);
                    }
                });
    }

    private Stream<Sayings> talkers() {
        return chats.stream().flatMap(chat -> chat.talkers().stream());
    }

    /// Lets time pass.
    void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            turn();
        }
    }

    /// What happens within a time, from now on.
    Result measured(Duration time) {
        open(time);
        while (System.nanoTime() < to) {
            turn();
        }
        return result(finished);
    }

    private void open(Duration time) {
        acks.reset();
        stored.reset();
        finished = 0;
        from = System.nanoTime();
        to = from + time.toNanos();
    }

    private Result result(long offered) {
        return new Result(
                acks.copy(), stored.copy(), finished, offered, Duration.ofNanos(to - from));
    }

    /// Messages at a steady rate, talkers in turn. Returns when all of them are finished.
    Result measured(int perSecond, Duration time) {
        List<Sayings> all = talkers().toList();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        open(time);
        int offered = 0;
        try (WireLoop.Pulse pulse = loop.pulse(Duration.ofNanos(gap))) {
            for (long due = from; due < to; due += gap) {
                while (System.nanoTime() < due) {
                    turn();
                }
                all.get(offered % all.size()).say(due);
                offered++;
            }
        }
        finish();
        return result(offered);
    }

    /// Says no more and waits until everything is stored everywhere.
    void finish() {
        isOver = true;
        await("everything is stored", () -> talkers().allMatch(Sayings::isFinished));
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what + ": " + chats);
            }
            turn();
        }
    }

    void turn() {
        loop.turn(WAIT_NANOS);
        long now = System.nanoTime();
        if (now - tickedAt >= TICK_NANOS) {
            tickedAt = now;
            chats.forEach(chat -> chat.tick(now));
        }
    }

    @Override
    public void acknowledged(long due, long now) {
        if (due >= from && due < to) {
            acks.recordValue(now - due);
        }
    }

    @Override
    public void finished(Sayings sayings, long due, long now) {
        silence = Math.max(silence, now - finishedAt);
        finishedAt = now;
        finishedSoFar++;
        if (isClosed ? now < to && now >= from : due >= from && due < to) {
            finished++;
            stored.recordValue(now - due);
        }
        if (isClosed && !isOver) {
            sayings.say(now);
        }
    }

    /// How many were stored everywhere since the beginning.
    long finishedSoFar() {
        return finishedSoFar;
    }

    /// How many talk.
    long talking() {
        return talkers().count();
    }

    /// Nanoseconds in which nothing was stored everywhere, at most since the last call.
    long longestSilence() {
        long longest = silence;
        silence = 0;
        return longest;
    }
}
