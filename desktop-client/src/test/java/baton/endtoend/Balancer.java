package baton.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands in front of several relays: takes TCP connections on one port and hands each to the
/// next relay that accepts it. May be used by any thread.
final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Balancer() {
        try {
            this.door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("balancer").start(this::takeAll);
    }

    /// Where devices connect.
    String address() {
        return "ws://127.0.0.1:" + door.getLocalPort();
    }

    void add(int port) {
        ports.add(port);
    }

    /// Hands nobody to it any more; who is there stays.
    void remove(int port) {
        ports.removeIf(known -> known == port);
    }

    private void takeAll() {
        while (!door.isClosed()) {
            try {
                Socket device = door.accept();
                Thread.ofVirtual().name("balanced").start(() -> pass(device));
            } catch (IOException e) {
                // The door was closed, or the device has gone already.
            }
        }
    }

    private void pass(Socket device) {
        try (device;
                Socket relay = next()) {
            Thread back = Thread.ofVirtual().start(() -> copy(relay, device));
            copy(device, relay);
            back.join();
        } catch (IOException e) {
            // Nobody is there: the device finds its connection closed.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Socket next() throws IOException {
        List<Integer> now = List.copyOf(ports);
        IOException last = new IOException("no relay");
        for (int i = 0; i < now.size(); i++) {
            int port = now.get(Math.floorMod(turn.getAndIncrement(), now.size()));
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException e) {
                last = e;
            }
        }
        throw last;
    }

    /// Ends both ways when one has ended: a WebSocket is never half closed for long.
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As good as the end of the stream.
        } finally {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
