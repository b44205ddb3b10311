package baton.relay.socket;

import baton.relay.session.FrameSink;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of one socket: a bounded queue, and a virtual thread that sends what it holds,
/// one blocking send after the other. Frames leave in the order in which they were offered. A send
/// that does not end is ended by [StuckSocketReaper]. Pushes may fill a part of the queue only, so
/// that a device that reads slowly still gets its answers.
final class FrameWriter implements FrameSink, Runnable {
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
    private volatile long busySince;

    private sealed interface Outgoing {
        record Text(String frame) implements Outgoing {}

        record Close(int code, String reason) implements Outgoing {}

        record End() implements Outgoing {}
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
        return true;
    }

    @Override
    public boolean offerPush(String frame) {
        return queue.size() < PUSHES_MAX && chars.get() < PUSH_CHARS_MAX && offer(frame);
    }

    @Override
    public void close(int code, String reason) {
        if (isClosing.compareAndSet(false, true)
                && !queue.offer(new Outgoing.Close(code, reason))) {
            throw new IllegalStateException("the place of the close was taken");
        }
    }

    /// Sends until the socket is closed.
    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Outgoing next = queue.take();
                busySince = System.nanoTime();
                goesOn = send(next);
                busySince = 0;
            }
        } catch (InterruptedException e) {
            LOG.trace("the writer ends with its socket", e);
        } catch (IOException | IllegalStateException e) {
            LOG.debug("the socket went away while a frame was sent", e);
        }
    }

    /// @return whether there may be more to send
    private boolean send(Outgoing next) throws IOException {
        switch (next) {
            case Outgoing.Text text -> {
                session.getBasicRemote().sendText(text.frame());
                chars.addAndGet(-text.frame().length());
                return true;
            }
            case Outgoing.Close close -> {
                session.close(
                        new CloseReason(
                                CloseReason.CloseCodes.getCloseCode(close.code()), close.reason()));
                return false;
            }
            case Outgoing.End end -> {
                return false;
            }
        }
    }

    /// Ends the thread of a socket that is gone; a send under way has failed by itself.
    void stop() {
        isClosing.set(true);
        queue.clear();
        queue.offer(new Outgoing.End());
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
