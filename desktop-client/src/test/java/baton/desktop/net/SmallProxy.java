package baton.desktop.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// An HTTP proxy that knows one way: whatever host it is asked for, it leads to the same port of
/// this computer. Takes `CONNECT HOST:PORT` and requests that name a whole address.
final class SmallProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final RelayAddress behind;

    /// @param behind where everything goes
    SmallProxy(RelayAddress behind) throws IOException {
        this.behind = behind;
        Thread.ofVirtual().start(this::serve);
    }

    ProxyChoice choice() {
        return new ProxyChoice.Through("127.0.0.1", server.getLocalPort());
    }

    /// The first lines of what was asked, oldest first.
    List<String> asked() {
        return asked;
    }

    private void serve() {
        try {
            while (true) {
                Socket caller = server.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> lead(caller));
            }
        } catch (IOException closed) {
            open.forEach(SmallProxy::end);
        }
    }

    private void lead(Socket caller) {
        try {
            String head = head(new DataInputStream(caller.getInputStream()));
            String first = head.lines().findFirst().orElseThrow();
            asked.add(first);
            Socket target = new Socket(behind.host(), behind.port());
            open.add(target);
            if (first.startsWith("CONNECT ")) {
                say(caller, "HTTP/1.1 200 Connection established\r\n\r\n");
            } else {
                String address = first.split(" ", -1)[1];
                say(target, head.replace(address, URI.create(address).getPath()));
            }
            Thread.ofVirtual().start(() -> copy(target, caller));
            copy(caller, target);
        } catch (IOException broken) {
            end(caller);
        }
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void say(Socket to, String words) throws IOException {
        to.getOutputStream().write(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static void copy(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
        } catch (IOException broken) {
            // One of the two has left; so does the other.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It was closed already.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
