package baton.desktop.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The way of one device to the relay, which can be pulled out and put in again. Any thread.
final class Cord implements AutoCloseable {
    private final URI relay;
    private final int port;
    private final Set<Socket> ends = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket near;

    private Cord(ServerSocket near, URI relay) {
        this.near = near;
        this.port = near.getLocalPort();
        this.relay = relay;
    }

    /// @param relay where it leads, for example `ws://127.0.0.1:41234`
    /// @param port where it begins on this machine; 0 for any
    static Cord to(String relay, int port) {
        Cord cord = new Cord(listenAt(port), URI.create(relay));
        cord.listen();
        return cord;
    }

    private static ServerSocket listenAt(int port) {
        try {
            return new ServerSocket(port, 16, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the device connects instead.
    String address() {
        return relay.getScheme() + "://127.0.0.1:" + port;
    }

    boolean isOut() {
        return near.isClosed();
    }

    /// Cuts what goes through it; nobody answers there until [#plugIn].
    void pullOut() {
        try {
            near.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ends.forEach(Cord::end);
    }

    void plugIn() {
        near = listenAt(port);
        listen();
    }

    private void listen() {
        ServerSocket from = near;
        Thread.ofVirtual().name("cord").start(() -> accept(from));
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket device = from.accept();
                Thread.ofVirtual().name("cord").start(() -> carry(device));
            } catch (IOException e) {
                // It was pulled out, or that one connection failed: the device tries again.
            }
        }
    }

    private void carry(Socket device) {
        try (device;
                Socket far = new Socket(relay.getHost(), relay.getPort())) {
            ends.add(device);
            ends.add(far);
            Thread back = Thread.ofVirtual().name("cord").start(() -> pump(far, device));
            pump(device, far);
            back.join();
        } catch (IOException e) {
            // The relay has gone, and so has the device's connection.
            end(device);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ends.removeIf(Socket::isClosed);
        }
    }

    private void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As good as the end of the stream.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pullOut();
    }
}
