package baton.relay.socket;

import baton.model.Limits;
import baton.relay.session.CloseCode;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks twice a second for sockets that hold something up: a send that does not end, a device that
/// says nothing, a peer that does not answer a close, a connection that never asks for anything.
/// One thread; never sends itself.
final class StuckSocketReaper implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StuckSocketReaper.class);
    private static final long ROUND_MILLIS = 500;
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);
    private static final Duration REQUEST_PATIENCE = Duration.ofSeconds(30);

    private final OpenSockets sockets;
    private final Duration sendPatience;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// @param sendPatience how long one send may take
    StuckSocketReaper(OpenSockets sockets, Duration sendPatience) {
        this.sockets = sockets;
        this.sendPatience = sendPatience;
    }

    @Override
    public void run() {
        try {
            while (!stopped.await(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                sockets.sockets().forEach(this::look);
                sockets.cutYoungOlderThan(REQUEST_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(DeviceSocket socket) {
        if (socket.isStuckFor(sendPatience)) {
            LOG.info("{} does not read; cut off", socket.admitted().identity().device());
            socket.cut();
        } else if (socket.lingersFor(CLOSE_PATIENCE)) {
            socket.cut();
        } else if (socket.isSilentFor(Limits.LEASE)) {
            socket.close(CloseCode.SILENT, "silent");
        }
    }

    void stop() {
        stopped.countDown();
    }
}
