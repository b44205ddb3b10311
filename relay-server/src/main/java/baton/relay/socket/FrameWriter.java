package baton.relay.socket;

import baton.relay.session.FrameSink;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of one socket: a bounded queue, and at most one send under way. Whoever offers a
/// frame sends it too, if nobody is sending: most sends end at once, and a thread of its own would
/// cost as much as the send. A send that finds the socket full goes on when the socket has room,
/// and whoever ends it sends what waits by then. So the library, which queues without bound, never
/// has more than one frame. Frames leave in the order in which they were offered. A send that does
/// not end is ended by [StuckSocketReaper]. Pushes may fill a part of the queue only, so that a
/// device that reads slowly still gets its answers. May be used by any thread; never blocks.
final class FrameWriter implements FrameSink {
    static final int FRAMES_MAX = 1_024;
    static final int CHARS_MAX = 1024 * 1024;

    /// Frames that wait up to which a push is taken.
    static final int PUSHES_MAX = 512;

    /// Characters that wait up to which a push is taken.
    static final int PUSH_CHARS_MAX = 256 * 1024;

    /// Room for the request to close, behind a full queue.
    private static final int CLOSES_MAX = 8;

    private static final Logger LOG = LoggerFactory.getLogger(FrameWriter.class);

    private final Session session;
    private final LinkedBlockingQueue<Outgoing> queue =
            new LinkedBlockingQueue<>(FRAMES_MAX + CLOSES_MAX);
    private final AtomicInteger chars = new AtomicInteger();
    private final AtomicBoolean isClosing = new AtomicBoolean();

    /// Somebody sends, or a send is under way.
    private final AtomicBoolean isBusy = new AtomicBoolean();

    private volatile boolean isOver;
    private volatile long busySince;

    private sealed interface Outgoing {
        record Text(String frame) implements Outgoing {}

        record Close(int code, String reason) implements Outgoing {}
    }

    FrameWriter(Session session) {
        this.session = session;
    }

    @Override
    public boolean offer(String frame) {
        if (isClosing.get() || queue.size() >= FRAMES_MAX) {
            return false;
        }
        // A single frame always fits, however long it is.
        int waiting = chars.getAndAdd(frame.length());
        boolean fits = waiting == 0 || waiting + frame.length() <= CHARS_MAX;
        if (!fits || !queue.offer(new Outgoing.Text(frame))) {
            chars.addAndGet(-frame.length());
            return false;
        }
        send();
        return true;
    }

    @Override
    public boolean offerPush(String frame) {
        return queue.size() < PUSHES_MAX && chars.get() < PUSH_CHARS_MAX && offer(frame);
    }

    @Override
    public void close(int code, String reason) {
        if (isClosing.compareAndSet(false, true)) {
            if (!queue.offer(new Outgoing.Close(code, reason))) {
                throw new IllegalStateException("the place of the close was taken");
            }
            send();
        }
    }

    /// Sends what waits, unless somebody does. Looks again after it let go: a frame may have come
    /// just before.
    private void send() {
        while (!isOver && !queue.isEmpty() && isBusy.compareAndSet(false, true)) {
            if (!sendAll()) {
                return;
            }
            isBusy.set(false);
        }
    }

    /// @return false if a send is under way, which goes on from there, or if all is over
    private boolean sendAll() {
        try {
            Outgoing next = queue.poll();
            while (next != null) {
                switch (next) {
                    case Outgoing.Text text -> {
                        if (!isSent(text.frame())) {
                            return false;
                        }
                    }
                    case Outgoing.Close close -> {
                        close(close);
                        return false;
                    }
                }
                next = queue.poll();
            }
            return true;
        } catch (IOException | IllegalStateException e) {
            fail(e);
            return false;
        }
    }

    /// @return whether the send has ended, and well
    private boolean isSent(String frame) {
        busySince = System.nanoTime();
        Sending sending = new Sending(frame.length());
        session.getAsyncRemote().sendText(frame, sending);
        return sending.hasEnded();
    }

    private void close(Outgoing.Close close) throws IOException {
        isOver = true;
        session.close(
                new CloseReason(CloseReason.CloseCodes.getCloseCode(close.code()), close.reason()));
    }

    private void fail(Throwable reason) {
        LOG.debug("the socket went away while a frame was sent", reason);
        isOver = true;
        queue.clear();
    }

    /// One send. Either it ends before whoever began it looks, who then goes on; or later, and then
    /// whoever ends it goes on.
    private final class Sending implements SendHandler {
        private final int length;
        private final AtomicBoolean isMet = new AtomicBoolean();
        private volatile boolean isWell;

        Sending(int length) {
            this.length = length;
        }

        @Override
        public void onResult(SendResult result) {
            busySince = 0;
            chars.addAndGet(-length);
            isWell = result.isOK();
            if (!isWell) {
                fail(result.getException());
            }
            if (!isMet.compareAndSet(false, true) && isWell) {
                isBusy.set(false);
                send();
            }
        }

        /// Called once, by whoever began it.
        boolean hasEnded() {
            return !isMet.compareAndSet(false, true) && isWell;
        }
    }

    /// For a socket that is gone; a send under way has failed by itself.
    void stop() {
        isClosing.set(true);
        isOver = true;
        queue.clear();
    }

    /// Whether one send has taken longer than this.
    boolean isStuckFor(Duration patience) {
        long since = busySince;
        return since != 0 && System.nanoTime() - since > patience.toNanos();
    }

    boolean isClosing() {
        return isClosing.get();
    }

    int waitingChars() {
        return chars.get();
    }
}
