package baton.relay.session;

import baton.relay.node.Push;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// What waits for one session, in order of arrival and bounded: [#FRAMES_MAX] frames without an
/// answer (a frame counts until it is answered, so an append's outcome always finds the place of
/// its frame) and [#PUSHES_MAX] pushes. Offered to by any thread, taken from by the session's own.
final class Inbox {
    /// Client frames that wait or whose answer is on its way; beyond it the socket stops reading.
    static final int FRAMES_MAX = 256;

    /// Pushes that wait; beyond it they are dropped and the device counts as behind.
    static final int PUSHES_MAX = 256;

    private static final int SIGNALS_MAX = 16;

    private final LinkedBlockingQueue<InboxEntry> entries =
            new LinkedBlockingQueue<>(FRAMES_MAX + PUSHES_MAX + SIGNALS_MAX);
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicInteger dropped = new AtomicInteger();
    private final AtomicLong droppedRevision = new AtomicLong();

    /// @return false if too many frames wait for an answer
    boolean offerFrame(InboxEntry.Frame frame) {
        if (unanswered.incrementAndGet() > FRAMES_MAX) {
            unanswered.decrementAndGet();
            return false;
        }
        return entries.add(frame);
    }

    /// Takes the place that its frame left behind, hence cannot fail.
    void offerOutcome(InboxEntry.Outcome outcome) {
        entries.add(outcome);
    }

    /// A push that finds no room is dropped and remembered; see [#takeDropped].
    void offerPush(Push push) {
        if (pushes.incrementAndGet() > PUSHES_MAX) {
            pushes.decrementAndGet();
            droppedRevision.accumulateAndGet(push.revision(), Math::max);
            dropped.incrementAndGet();
            return;
        }
        entries.add(new InboxEntry.Pushed(push));
    }

    /// Makes a waiting session look at its flags; one waiting signal is as good as many.
    void signal() {
        entries.offer(InboxEntry.Signal.INSTANCE);
    }

    /// Says that a frame has been answered for good.
    void answered() {
        unanswered.decrementAndGet();
    }

    /// The newest revision among the pushes dropped since the last call, if any were dropped.
    Optional<Long> takeDropped() {
        return dropped.getAndSet(0) > 0 ? Optional.of(droppedRevision.get()) : Optional.empty();
    }

    Optional<InboxEntry> poll() {
        return counted(Optional.ofNullable(entries.poll()));
    }

    Optional<InboxEntry> poll(Duration patience) throws InterruptedException {
        return counted(
                Optional.ofNullable(entries.poll(patience.toMillis(), TimeUnit.MILLISECONDS)));
    }

    private Optional<InboxEntry> counted(Optional<InboxEntry> entry) {
        entry.filter(InboxEntry.Pushed.class::isInstance)
                .ifPresent(push -> pushes.decrementAndGet());
        return entry;
    }
}
