package baton.trials.wire;

import baton.endtoend.StuckDevice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The sockets of many devices, read and written by one thread, so that thousands of devices cost
/// little beside the relay that they try. That thread makes it, turns it and closes it.
public final class WireLoop implements AutoCloseable {
    private static final int READ_BYTES = 4 * 1024 * 1024;

    private final Selector selector;
    private final byte[] in = new byte[READ_BYTES];
    private final Set<WireSocket> toWrite = new LinkedHashSet<>();
    private long received;
    private long sent;

    public WireLoop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Begins to connect a device.
    ///
    /// @param relay without the path
    /// @param token of the device
    public WireSocket connect(URI relay, String token, WireListener listener) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            WireSocket socket = new WireSocket(this, channel, key, listener);
            key.attach(socket);
            socket.greet(StuckDevice.handshake(token));
            if (channel.connect(new InetSocketAddress(relay.getHost(), relay.getPort()))) {
                key.interestOps(SelectionKey.OP_READ);
                willWrite(socket);
            }
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Ends waits at a steady rate until it is closed: the system's own timeouts are whole
    /// milliseconds.
    public Pulse pulse(Duration every) {
        return new Pulse(every);
    }

    /// Wakes the loop. May be closed by any thread.
    public final class Pulse implements AutoCloseable {
        private volatile boolean isOver;

        Pulse(Duration every) {
            Thread.ofPlatform().daemon().name("pulse").start(() -> beat(every.toNanos()));
        }

        private void beat(long nanos) {
            long due = System.nanoTime();
            while (!isOver) {
                due += nanos;
                LockSupport.parkNanos(due - System.nanoTime());
                selector.wakeup();
            }
        }

        @Override
        public void close() {
            isOver = true;
        }
    }

    /// Writes what was said, waits for something to read, but not much longer than this, and hands
    /// it over.
    public void turn(long nanos) {
        try {
            write();
            if (nanos > 0) {
                selector.select(WireLoop::ready, Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            } else {
                selector.selectNow(WireLoop::ready);
            }
            write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void ready(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof WireSocket socket) {
            socket.ready();
        }
    }

    private void write() {
        if (!toWrite.isEmpty()) {
            List<WireSocket> now = new ArrayList<>(toWrite);
            toWrite.clear();
            now.forEach(WireSocket::write);
        }
    }

    void willWrite(WireSocket socket) {
        toWrite.add(socket);
    }

    byte[] in() {
        return in;
    }

    void received(long bytes) {
        received += bytes;
    }

    void sent(long bytes) {
        sent += bytes;
    }

    /// Bytes of all sockets so far, both ways, as TCP carries them.
    public long bytes() {
        return received + sent;
    }

    @Override
    public void close() {
        try {
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
