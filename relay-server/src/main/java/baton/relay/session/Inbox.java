package baton.relay.session;

import baton.relay.node.Push;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// What waits for one session, in order of arrival and bounded: [#FRAMES_MAX] frames without an
/// answer (a frame counts until it is answered, so an append's outcome always finds the place of
/// its frame) and [#PUSHES_MAX] pushes. Offered to by any thread, taken from by the session's own.
final class Inbox {
    /// Client frames that wait or whose answer is on its way; beyond it the socket stops reading.
    static final int FRAMES_MAX = 256;

    /// Pushes that wait; beyond it they are dropped and the device counts as behind.
    static final int PUSHES_MAX = 256;

    private final LinkedBlockingQueue<InboxEntry> entries =
            new LinkedBlockingQueue<>(FRAMES_MAX + PUSHES_MAX);
    private final AtomicBoolean isRung = new AtomicBoolean();
    private volatile Optional<Thread> waiter = Optional.empty();
    private final AtomicInteger unanswered = new AtomicInteger();
    private final AtomicInteger pushes = new AtomicInteger();
    private final AtomicBoolean dropped = new AtomicBoolean();

    /// @return false if too many frames wait for an answer
    boolean offerFrame(InboxEntry.Frame frame) {
        if (unanswered.incrementAndGet() > FRAMES_MAX) {
            unanswered.decrementAndGet();
            return false;
        }
        return add(frame);
    }

    /// Takes the place that its frame left behind, hence cannot fail.
    void offerOutcome(InboxEntry.Outcome outcome) {
        add(outcome);
    }

    /// As [#offerOutcome]: the frame counts as unanswered until this is taken.
    void offerAnswer(InboxEntry.Answer answer) {
        add(answer);
    }

    /// A push that finds no room is dropped and, unless it is about the moment, remembered; see
    /// [#takeDropped].
    void offerPush(Push push) {
        int room = push.isMoment() ? PUSHES_MAX / 2 : PUSHES_MAX;
        if (pushes.incrementAndGet() > room) {
            pushes.decrementAndGet();
            if (!push.isMoment()) {
                dropped.set(true);
            }
            return;
        }
        add(new InboxEntry.Pushed(push));
    }

    /// Makes a waiting session look at its ending, or at the clock.
    void signal() {
        if (!isRung.getAndSet(true)) {
            waiter.ifPresent(LockSupport::unpark);
        }
    }

    /// Says that a frame has been answered for good.
    void answered() {
        unanswered.decrementAndGet();
    }

    /// Whether a push was dropped since the last call.
    boolean takeDropped() {
        return dropped.getAndSet(false);
    }

    Optional<InboxEntry> poll() {
        Optional<InboxEntry> entry = Optional.ofNullable(entries.poll());
        entry.filter(InboxEntry.Pushed.class::isInstance)
                .ifPresent(push -> pushes.decrementAndGet());
        return entry;
    }

    /// Waits for an arrival or a signal since the last wait. Without end: a wait with an end would
    /// set and stop a timer for each frame, so whoever wants to be woken later has somebody signal.
    void await() throws InterruptedException {
        waiter = Optional.of(Thread.currentThread());
        while (!isRung.getAndSet(false)) {
            LockSupport.park(this);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private boolean add(InboxEntry entry) {
        entries.add(entry);
        signal();
        return true;
    }
}
