package baton.endtoend;

import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A device that never reads and lies about it: it asks, gives back credit for what it never took,
/// and comes again when the relay has cut it off. One thread of its own.
public final class StuckDevice implements Runnable {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final int RECEIVE_BYTES = 4_096;
    private static final Duration STEP = Duration.ofMillis(500);

    private final URI relay;
    private final String token;
    private final AtomicInteger cuts;
    private volatile boolean isLeaving;

    /// @param cuts counts how often the relay cut one off
    public StuckDevice(URI relay, String token, AtomicInteger cuts) {
        this.relay = relay;
        this.token = token;
        this.cuts = cuts;
    }

    @Override
    public void run() {
        while (!isLeaving) {
            try (Socket socket = new Socket()) {
                socket.setReceiveBufferSize(RECEIVE_BYTES);
                socket.connect(new InetSocketAddress(relay.getHost(), relay.getPort()));
                lie(socket);
            } catch (IOException e) {
                cuts.incrementAndGet();
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /// Ends it soon.
    public void leave() {
        isLeaving = true;
    }

    private void lie(Socket socket) throws IOException {
        socket.getOutputStream().write(handshake(token).getBytes(StandardCharsets.US_ASCII));
        say(socket, new ClientFrame.Sync(0));
        while (!isLeaving) {
            say(socket, new ClientFrame.Credit(Limits.CREDIT_MAX, Limits.CREDIT_MAX));
            say(socket, new ClientFrame.Beat(0, 0, 0, false));
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    /// What a device says first on its socket.
    public static String handshake(String token) {
        return String.join(
                "\r\n",
                "GET " + ProtocolVersion.PATH + " HTTP/1.1",
                "Host: relay",
                "Upgrade: websocket",
                "Connection: Upgrade",
                "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                "Sec-WebSocket-Version: 13",
                ProtocolVersion.HEADER + ": " + ProtocolVersion.CURRENT,
                "Authorization: Bearer " + token,
                "",
                "");
    }

    /// A text frame of RFC 6455 of less than 126 bytes, masked with zeros.
    private static void say(Socket socket, ClientFrame frame) throws IOException {
        byte[] text = CODEC.encode(frame).getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(0x81);
        bytes.write(0x80 | text.length);
        bytes.write(new byte[4]);
        bytes.write(text);
        socket.getOutputStream().write(bytes.toByteArray());
    }
}
