package baton.relay.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;

/// Stands before a server and hangs up on some of those who come. Ends with the test.
final class FlickeringDoor implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    private final int server;
    private final Set<Integer> cut;

    /// @param server its port on this machine
    /// @param cut the connections that end at once: 1 for the first one
    FlickeringDoor(int server, Set<Integer> cut) throws IOException {
        this.server = server;
        this.cut = cut;
        Thread.ofVirtual().start(this::takeAll);
    }

    int port() {
        return door.getLocalPort();
    }

    private void takeAll() {
        try {
            for (int number = 1; !door.isClosed(); number++) {
                Socket near = door.accept();
                if (cut.contains(number)) {
                    near.close();
                } else {
                    Thread.ofVirtual().start(() -> pass(near));
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void pass(Socket near) {
        try (near;
                Socket far = new Socket(InetAddress.getLoopbackAddress(), server)) {
            Thread.ofVirtual().start(() -> copy(far, near));
            copy(near, far);
        } catch (IOException e) {
            // As good as the end of both.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // As good as the end of both.
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
