package baton.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// One TCP connection that goes through a [Balancer], with the faults that links have. For any
/// threads.
public final class Cable {
    private static final int CHUNK = 16_384;
    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Socket near;
    private final Socket far;
    private final Handshakes handshakes;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private Weather weather;
    private boolean isCut;
    private boolean isTearing;
    private volatile boolean isOlder;

    Cable(Socket near, Socket far, Weather weather, Handshakes handshakes) {
        this.near = near;
        this.far = far;
        this.handshakes = handshakes;
        this.weather = weather;
    }

    /// Carries bytes both ways until either side ends: a WebSocket is never half closed for long.
    void carry() throws InterruptedException {
        Thread back = Thread.ofVirtual().start(() -> pump(far, near));
        pump(near, far);
        back.join();
    }

    private void pump(Socket from, Socket to) {
        byte[] chunk = new byte[CHUNK];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            int length = in.read(chunk);
            if (length > 0 && to.equals(far)) {
                isOlder = handshakes.pass(far.getPort(), chunk, length);
            }
            while (length >= 0) {
                int passed = pass(length);
                out.write(chunk, 0, passed);
                length = passed < length ? -1 : in.read(chunk);
            }
        } catch (IOException e) {
            // As good as the end of the stream.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            cut();
        }
    }

    /// Waits until these bytes may go on.
    ///
    /// @return how many of them may
    private int pass(int length) throws InterruptedException {
        lock.lock();
        try {
            while (weather.isSilent() && !isCut) {
                changed.await();
            }
            long perSecond = weather.bytesPerSecond();
            long narrow = perSecond == 0 ? 0 : length * NANOS / perSecond;
            long nanos = weather.delay().toNanos() + narrow;
            Weather before = weather;
            while (nanos > 0 && !isCut && weather.equals(before)) {
                nanos = changed.awaitNanos(nanos);
            }
            return isTearing ? length / 2 : length;
        } finally {
            lock.unlock();
        }
    }

    /// From now on.
    public void set(Weather next) {
        lock.lock();
        try {
            weather = next;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether the device offered an older version of the protocol than the newest.
    boolean isOlder() {
        return isOlder;
    }

    /// Ends it in the middle of whatever comes next, most likely within a frame.
    public void tear() {
        lock.lock();
        try {
            isTearing = true;
        } finally {
            lock.unlock();
        }
    }

    /// Ends it; both sides see the end of their stream.
    public void cut() {
        end(false);
    }

    /// Ends it as a middle box does that forgot the connection: both sides see a reset.
    public void reset() {
        end(true);
    }

    private void end(boolean byReset) {
        lock.lock();
        try {
            isCut = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        close(near, byReset);
        close(far, byReset);
    }

    private static void close(Socket socket, boolean byReset) {
        try (socket) {
            if (byReset && !socket.isClosed()) {
                socket.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // It has gone already.
        }
    }
}
