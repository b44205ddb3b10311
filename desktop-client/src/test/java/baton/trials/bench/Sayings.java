package baton.trials.bench;

import baton.model.EventBody;
import baton.model.Limits;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// All that one device says in one conversation, until it is acknowledged and stored on all other
/// devices. A message that is due while as many wait for an answer as the protocol allows waits
/// here, and its time runs. Belongs to the thread of its loop.
final class Sayings {
    /// Before the sender's number, which is before the message's.
    static final String MARK = "sent ";

    static final int SENDER_DIGITS = 6;

    /// As a real device waits before it repeats.
    private static final long AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final LightDevice device;
    private final int sender;
    private final int copies;
    private final int chars;
    private final Ears ears;
    private final Map<Long, Saying> unfinished = new HashMap<>();
    private final TreeMap<Long, Saying> unanswered = new TreeMap<>();
    private final Queue<Long> waiting = new ArrayDeque<>();
    private long last;
    private long acknowledged;
    private long againAt = Long.MAX_VALUE;

    /// A message under way.
    private static final class Saying {
        private final long due;
        private int left;

        Saying(long due, int left) {
            this.due = due;
            this.left = left;
        }
    }

    /// Who measures. Times in nanoseconds.
    interface Ears {
        void acknowledged(long due, long now);

        /// On the last device that was to have it, and acknowledged.
        void finished(Sayings sayings, long due, long now);
    }

    /// @param sender of those that talk in the conversation
    /// @param others devices that are to store each message
    /// @param chars of a message
    Sayings(LightDevice device, int sender, int others, int chars, Ears ears) {
        this.device = device;
        this.sender = sender;
        this.copies = others + 1;
        this.chars = chars;
        this.ears = ears;
        this.last = device.newestOf(sender);
        this.acknowledged = last;
    }

    /// Sends the next message.
    ///
    /// @param due since when its time runs
    void say(long due) {
        if (unanswered.size() >= Limits.SENDS_IN_FLIGHT_MAX || !device.isOpen()) {
            waiting.add(due);
        } else {
            last++;
            Saying saying = new Saying(due, copies);
            unfinished.put(last, saying);
            unanswered.put(last, saying);
            send(last);
        }
    }

    private void send(long number) {
        device.send(number, new EventBody.Message(text(sender, number, chars)));
    }

    /// A message that says who wrote it as which.
    static String text(int sender, long number, int chars) {
        StringBuilder text = new StringBuilder(chars).append(MARK);
        text.append("%06d %010d ".formatted(sender, number));
        return text.repeat('x', chars - text.length()).toString();
    }

    void acknowledged(long number) {
        Saying saying = unanswered.remove(number);
        if (saying != null) {
            acknowledged = Math.max(acknowledged, number);
            long now = System.nanoTime();
            ears.acknowledged(saying.due, now);
            got(number, saying, now);
            if (!waiting.isEmpty()) {
                say(waiting.remove());
            }
        }
    }

    /// Another device holds it.
    void stored(long number) {
        Saying saying = unfinished.get(number);
        if (saying != null) {
            got(number, saying, System.nanoTime());
        }
    }

    private void got(long number, Saying saying, long now) {
        saying.left--;
        if (saying.left == 0) {
            unfinished.remove(number);
            ears.finished(this, saying.due, now);
        }
    }

    /// The relay could not take one: all without an answer are sent again in a moment.
    void refused() {
        againAt = Math.min(againAt, System.nanoTime() + AGAIN_NANOS);
    }

    void tick(long now) {
        if (now >= againAt && device.isOpen()) {
            sayAgain();
        }
    }

    /// Everything without an answer, in order, as on every new connection.
    void sayAgain() {
        againAt = Long.MAX_VALUE;
        unanswered.keySet().forEach(this::send);
        List<Long> due = new ArrayList<>(waiting);
        waiting.clear();
        due.forEach(this::say);
    }

    @Override
    public String toString() {
        return "%d said, %d unanswered, %d unfinished, %d wait"
                .formatted(last, unanswered.size(), unfinished.size(), waiting.size());
    }

    LightDevice device() {
        return device;
    }

    int sender() {
        return sender;
    }

    boolean isFinished() {
        return unfinished.isEmpty() && waiting.isEmpty();
    }

    int unfinished() {
        return unfinished.size() + waiting.size();
    }

    /// The newest number that the relay has acknowledged; all before it are too.
    long acknowledged() {
        return acknowledged;
    }
}
