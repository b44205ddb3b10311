package baton.desktop.net;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Somebody at the other end of the cable, byte by byte, so that a test can say what no relay
/// would.
final class RawPeer implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final Pattern KEY = Pattern.compile("(?im)^sec-websocket-key: *(\\S+)");

    private final ServerSocket server;

    RawPeer() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    RelayAddress address() {
        return new RelayAddress(false, "127.0.0.1", server.getLocalPort());
    }

    /// Waits for a connection and reads its request up to the empty line.
    Caller accept() throws IOException {
        Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return new Caller(socket, in, head.toString(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /// One connection.
    record Caller(Socket socket, DataInputStream in, String request) {

        void answer(String response) throws IOException {
            send(response.getBytes(StandardCharsets.UTF_8));
        }

        void answer(int status, String body) throws IOException {
            int length = body.getBytes(StandardCharsets.UTF_8).length;
            answer(
                    "HTTP/1.1 %d Whatever\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                            .formatted(status, length, body));
        }

        void upgrade() throws Exception {
            Matcher key = KEY.matcher(request);
            if (!key.find()) {
                throw new IOException("no key in " + request.toLowerCase(Locale.ROOT));
            }
            byte[] sha =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key.group(1) + MAGIC).getBytes(StandardCharsets.US_ASCII));
            answer(
                    "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n"
                            + "Connection: Upgrade\r\nSec-WebSocket-Accept: "
                            + Base64.getEncoder().encodeToString(sha)
                            + "\r\n\r\n");
        }

        void text(String text) throws IOException {
            frame(0x81, text.getBytes(StandardCharsets.UTF_8));
        }

        void closeWith(int code) throws IOException {
            frame(0x88, new byte[] {(byte) (code >> 8), (byte) code});
        }

        private void frame(int opcode, byte[] payload) throws IOException {
            ByteArrayOutputStream frame = new ByteArrayOutputStream();
            frame.write(opcode);
            if (payload.length < 126) {
                frame.write(payload.length);
            } else {
                frame.write(126);
                frame.write(payload.length >> 8);
                frame.write(payload.length);
            }
            frame.writeBytes(payload);
            send(frame.toByteArray());
        }

        /// The text of the next frame; control frames are answered as if they were text.
        String readText() throws IOException {
            in.readByte();
            int length = in.readByte() & 0x7F;
            if (length == 126) {
                length = in.readUnsignedShort();
            }
            byte[] mask = in.readNBytes(4);
            byte[] payload = in.readNBytes(length);
            for (int i = 0; i < payload.length; i++) {
                payload[i] ^= mask[i % 4];
            }
            return new String(payload, StandardCharsets.UTF_8);
        }

        private void send(byte[] bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
        }
    }
}
