package baton.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// What stands in front of several relays, or of one Redis: takes TCP connections on one port and
/// hands each to the next server that accepts it, through a [Cable] with the faults that links
/// have. May be used by any thread.
public final class Balancer implements AutoCloseable {
    private final ServerSocket door;
    private final List<Integer> ports = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private final Set<Cable> cables = ConcurrentHashMap.newKeySet();
    private final Handshakes handshakes = new Handshakes();
    private volatile Weather weather = Weather.CLEAR;

    public Balancer() {
        try {
            this.door = new ServerSocket(0, 1_024, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("balancer").start(this::takeAll);
    }

    /// Where devices connect.
    public String address() {
        return "ws://127.0.0.1:" + door.getLocalPort();
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Those that are plugged in now.
    public List<Cable> cables() {
        return List.copyOf(cables);
    }

    /// Of all cables, now and later.
    public void set(Weather next) {
        weather = next;
        cables.forEach(cable -> cable.set(next));
    }

    public void add(int port) {
        ports.add(port);
    }

    /// Hands nobody to it any more; who is there stays.
    public void remove(int port) {
        ports.removeIf(known -> known == port);
    }

    /// Lets it be one that does not speak the newest version, to whoever comes from now on.
    public void age(int port) {
        handshakes.age(port);
    }

    /// Lets it be one of this build again, to whoever comes from now on.
    public void renew(int port) {
        handshakes.renew(port);
    }

    /// Lets those come again that speak an older version than the newest.
    public void resetOlder() {
        cables.stream().filter(Cable::isOlder).forEach(Cable::reset);
    }

    /// How many devices have come so far with an older version than the newest.
    public int olderSpoken() {
        return handshakes.olderSpoken();
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
            Cable cable = new Cable(device, relay, weather, handshakes);
            cables.add(cable);
            try {
                cable.carry();
            } finally {
                cables.remove(cable);
            }
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

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
