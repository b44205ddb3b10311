package baton.relay.app;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A TCP connection that says any bytes, and frames of RFC 6455 with any fault. One thread.
final class RawSocket implements AutoCloseable {
    static final int TEXT = 0x81;
    static final int CLOSE = 0x88;
    static final int PING = 0x89;

    /// What comes to an end without a close frame.
    static final int NO_CODE = -1;

    private static final int PATIENCE_MILLIS = 60_000;
    private static final int MASKED = 0x80;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;
    private static final int LENGTH_BITS = 0x7f;

    private final Socket socket;

    RawSocket(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(PATIENCE_MILLIS);
    }

    /// Reads the answer to a handshake.
    ///
    /// @return its first line
    String answer() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                break;
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1).split("\r\n", 2)[0];
    }

    /// Says bytes; whoever has hung up meanwhile hears less of them.
    ///
    /// @return whether all were taken
    boolean say(byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /// A masked frame whose length is what it says.
    ///
    /// @param first byte: final bit, reserved bits, opcode
    static byte[] frame(int first, byte[] payload) {
        return frame(first, payload.length, payload);
    }

    /// A masked frame that says another length than it has.
    static byte[] frame(int first, long length, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + payload.length);
        bytes.put((byte) first);
        if (length >= 0 && length <= SHORT_MAX) {
            bytes.put((byte) (MASKED | length));
        } else if (length >= 0 && length <= 0xffff) {
            bytes.put((byte) (MASKED | TWO_BYTES)).putShort((short) length);
        } else {
            bytes.put((byte) (MASKED | EIGHT_BYTES)).putLong(length);
        }
        bytes.putInt(0).put(payload);
        return written(bytes);
    }

    /// The same with a longer way to say its length than needed.
    static byte[] wasteful(int first, boolean eightBytes, byte[] payload) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + payload.length).put((byte) first);
        if (eightBytes) {
            bytes.put((byte) (MASKED | EIGHT_BYTES)).putLong(payload.length);
        } else {
            bytes.put((byte) (MASKED | TWO_BYTES)).putShort((short) payload.length);
        }
        return written(bytes.putInt(0).put(payload));
    }

    /// A frame without a mask, which only a relay may send.
    static byte[] unmasked(int first, byte[] payload) {
        return written(
                ByteBuffer.allocate(2 + payload.length)
                        .put((byte) first)
                        .put((byte) payload.length)
                        .put(payload));
    }

    private static byte[] written(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    static byte[] close(int code, byte[] reason) {
        return frame(
                CLOSE,
                ByteBuffer.allocate(2 + reason.length).putShort((short) code).put(reason).array());
    }

    /// Reads frames until a text begins so.
    ///
    /// @return false if the connection ended before
    boolean hears(String begin) throws IOException {
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload(in);
                if (first == TEXT
                        && new String(payload, StandardCharsets.UTF_8).startsWith(begin)) {
                    return true;
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the relay says nothing and does not end", e);
        } catch (IOException ended) {
            return false;
        }
    }

    /// Reads until the relay ends the connection.
    ///
    /// @return the code of its close frame, or [#NO_CODE]
    int ending() {
        int code = NO_CODE;
        try {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            while (true) {
                int first = in.readUnsignedByte();
                byte[] payload = payload(in);
                if (first == CLOSE && payload.length >= 2) {
                    code = ByteBuffer.wrap(payload).getShort() & 0xffff;
                }
            }
        } catch (SocketTimeoutException e) {
            throw new AssertionError("the relay does not end the connection", e);
        } catch (IOException ended) {
            return code;
        }
    }

    private static byte[] payload(DataInputStream in) throws IOException {
        int length = in.readUnsignedByte() & LENGTH_BITS;
        long real = length;
        if (length == TWO_BYTES) {
            real = in.readUnsignedShort();
        } else if (length == EIGHT_BYTES) {
            real = in.readLong();
        }
        return in.readNBytes(Math.toIntExact(real));
    }

    /// Whether the relay has ended the connection by now, or does so soon.
    boolean isEndedWithin(Duration patience) {
        try {
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            return socket.getInputStream().skip(Long.MAX_VALUE) >= 0
                    && socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException ended) {
            return true;
        }
    }

    /// As a process that dies: no close frame, and a reset.
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
