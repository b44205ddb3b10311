package baton.relay.socket;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.glassfish.grizzly.Connection;

/// All connections of this relay: those that have not said what they want yet, and those that
/// became WebSockets. May be used by any thread.
final class OpenSockets {
    private static final Duration STEP = Duration.ofMillis(5);

    private final Map<Connection<?>, Long> young = new ConcurrentHashMap<>();
    private final Set<DeviceSocket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean draining;

    void accepted(Connection<?> connection) {
        young.put(connection, System.nanoTime());
    }

    void opened(DeviceSocket socket) {
        young.remove(socket.connection());
        sockets.add(socket);
    }

    void closed(Connection<?> connection) {
        young.remove(connection);
    }

    void closed(DeviceSocket socket) {
        sockets.remove(socket);
    }

    Set<DeviceSocket> sockets() {
        return Set.copyOf(sockets);
    }

    int count() {
        return sockets.size();
    }

    /// Cuts connections that are no WebSocket and older than this.
    void cutYoungOlderThan(Duration age) {
        long now = System.nanoTime();
        young.forEach((connection, since) -> {
            if (now - since > age.toNanos()) {
                young.remove(connection);
                connection.terminateSilently();
            }
        });
    }

    /// From now on nobody comes in any more.
    void drain() {
        draining = true;
    }

    boolean isDraining() {
        return draining;
    }

    /// Waits until all WebSockets are closed, for so long at most.
    void awaitNone(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!sockets.isEmpty() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(STEP.toNanos());
        }
    }
}
