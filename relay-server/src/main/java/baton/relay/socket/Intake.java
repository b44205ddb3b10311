package baton.relay.socket;

import baton.protocol.ClientFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.IOEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands frames to a session in order, and stops reading from the socket while the session cannot
/// take them: TCP then tells the device to wait. What had been read by then waits here,
/// [#WAITING_MAX] frames at most. Fed by one selector; a thread of its own runs only while
/// something waits.
final class Intake {
    /// More than one read of the socket can hold, unless its frames are tiny.
    static final int WAITING_MAX = 4_096;

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Connected session;
    private final Connection<?> connection;
    private final Executor threads;
    private final ConcurrentLinkedQueue<ClientFrame> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile boolean closed;

    Intake(Connected session, Connection<?> connection, Executor threads) {
        this.session = session;
        this.connection = connection;
        this.threads = threads;
    }

    /// Takes one frame; called by the socket's selector only.
    ///
    /// @return false if more wait than may
    boolean take(ClientFrame frame) {
        if (count.get() == 0 && session.offer(frame)) {
            return true;
        }
        if (count.get() >= WAITING_MAX) {
            return false;
        }
        waiting.add(frame);
        if (count.getAndIncrement() == 0) {
            reading(false);
            threads.execute(this::drain);
        }
        return true;
    }

    private void drain() {
        ClientFrame next = waiting.peek();
        while (next != null && !closed) {
            if (!session.offer(next)) {
                LockSupport.parkNanos(PAUSE.toNanos());
                continue;
            }
            waiting.poll();
            if (count.decrementAndGet() == 0) {
                reading(true);
                return;
            }
            next = waiting.peek();
        }
    }

    private void reading(boolean on) {
        try {
            if (on) {
                connection.enableIOEvent(IOEvent.READ);
            } else {
                connection.disableIOEvent(IOEvent.READ);
            }
        } catch (IOException e) {
            LOG.debug("the socket is gone", e);
        }
    }

    /// Says that the socket is gone.
    void close() {
        closed = true;
        session.disconnected();
    }
}
