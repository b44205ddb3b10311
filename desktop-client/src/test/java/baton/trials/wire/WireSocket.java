package baton.trials.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One WebSocket of a [WireLoop]. Masks with zeros: the relay unmasks as ever, and the sender has
/// nothing to compute. Belongs to the loop's thread.
public final class WireSocket {
    /// The code that no peer sends: the connection broke.
    public static final int BROKEN = 1006;

    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ADMITTED = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = new byte[0];
    private static final int FINAL = 0x80;
    private static final int MASKED = 0x80;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int SHORT_MAX = 125;
    private static final int TWO_BYTES = 126;
    private static final int TWO_BYTES_MAX = 0xffff;
    private static final int EIGHT_BYTES = 127;
    private static final int MASK_BYTES = 4;

    private final WireLoop loop;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final WireListener listener;
    private byte[] rest = NOTHING;
    private byte[] out = NOTHING;
    private int outFrom;
    private int outTo;
    private int code = BROKEN;
    private boolean isOpen;
    private boolean isOver;

    WireSocket(WireLoop loop, SocketChannel channel, SelectionKey key, WireListener listener) {
        this.loop = loop;
        this.channel = channel;
        this.key = key;
        this.listener = listener;
    }

    /// Whether the relay has let it in and it is not over.
    public boolean isOpen() {
        return isOpen && !isOver;
    }

    /// Sends a frame when the loop turns.
    public void say(String frame) {
        say(TEXT, frame.getBytes(StandardCharsets.UTF_8));
    }

    private void say(int kind, byte[] payload) {
        int length = payload.length;
        room(length + 10 + MASK_BYTES);
        out[outTo++] = (byte) (FINAL | kind);
        if (length <= SHORT_MAX) {
            out[outTo++] = (byte) (MASKED | length);
        } else if (length <= TWO_BYTES_MAX) {
            out[outTo++] = (byte) (MASKED | TWO_BYTES);
            out[outTo++] = (byte) (length >>> 8);
            out[outTo++] = (byte) length;
        } else {
            throw new IllegalArgumentException("no device sends " + length + " bytes");
        }
        Arrays.fill(out, outTo, outTo + MASK_BYTES, (byte) 0);
        outTo += MASK_BYTES;
        System.arraycopy(payload, 0, out, outTo, length);
        outTo += length;
        loop.willWrite(this);
    }

    /// Ends it without a word, as a device does whose network is gone.
    public void cut() {
        end();
    }

    void greet(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.US_ASCII);
        room(bytes.length);
        System.arraycopy(bytes, 0, out, outTo, bytes.length);
        outTo += bytes.length;
    }

    private void room(int more) {
        if (outTo + more > out.length) {
            byte[] larger = new byte[Math.max(512, (outTo - outFrom + more) * 2)];
            System.arraycopy(out, outFrom, larger, 0, outTo - outFrom);
            outTo -= outFrom;
            outFrom = 0;
            out = larger;
        }
    }

    void ready() {
        try {
            if (key.isConnectable()) {
                channel.finishConnect();
                key.interestOps(SelectionKey.OP_READ);
                loop.willWrite(this);
            } else {
                if (key.isWritable()) {
                    write();
                }
                if (key.isReadable()) {
                    read();
                }
            }
        } catch (IOException e) {
            end();
        }
    }

    void write() {
        if (isOver || channel.isConnectionPending()) {
            return;
        }
        try {
            int written = channel.write(ByteBuffer.wrap(out, outFrom, outTo - outFrom));
            loop.sent(written);
            outFrom += written;
            boolean isAll = outFrom == outTo;
            if (isAll) {
                outFrom = 0;
                outTo = 0;
            }
            key.interestOps(SelectionKey.OP_READ | (isAll ? 0 : SelectionKey.OP_WRITE));
        } catch (IOException e) {
            end();
        }
    }

    private void read() throws IOException {
        byte[] in = loop.in();
        System.arraycopy(rest, 0, in, 0, rest.length);
        int read = channel.read(ByteBuffer.wrap(in, rest.length, in.length - rest.length));
        if (read < 0) {
            end();
            return;
        }
        loop.received(read);
        int to = rest.length + read;
        int taken = isOpen ? frames(in, 0, to) : admitted(in, to);
        rest = taken == to ? NOTHING : Arrays.copyOfRange(in, taken, to);
    }

    /// @return where the first byte is that was not taken
    private int admitted(byte[] bytes, int to) throws IOException {
        int end = Bytes.find(bytes, 0, to, HEAD_END);
        if (end < 0) {
            return 0;
        }
        if (!Bytes.startsWith(bytes, 0, to, ADMITTED)) {
            throw new IOException(new String(bytes, 0, end, StandardCharsets.US_ASCII));
        }
        isOpen = true;
        listener.opened();
        return frames(bytes, end + HEAD_END.length, to);
    }

    private int frames(byte[] bytes, int start, int to) {
        int from = start;
        while (!isOver && to - from >= 2) {
            int length = bytes[from + 1] & 0x7f;
            int head = 2 + (length == TWO_BYTES ? 2 : length == EIGHT_BYTES ? 8 : 0);
            if (to - from < head) {
                return from;
            }
            if (length > SHORT_MAX) {
                length = 0;
                for (int i = from + 2; i < from + head; i++) {
                    length = (length << 8) | (bytes[i] & 0xff);
                }
            }
            if (to - from - head < length) {
                return from;
            }
            frame(bytes[from] & 0x0f, bytes, from + head, from + head + length);
            from += head + length;
        }
        return from;
    }

    private void frame(int kind, byte[] bytes, int from, int to) {
        switch (kind) {
            case TEXT -> listener.heard(bytes, from, to);
            case PING -> say(PONG, Arrays.copyOfRange(bytes, from, to));
            case CLOSE -> {
                code =
                        to - from < 2
                                ? 1005
                                : ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff);
                say(CLOSE, Arrays.copyOfRange(bytes, from, Math.min(to, from + 2)));
                write();
                end();
            }
            default -> throw new IllegalStateException("the relay sent a frame of kind " + kind);
        }
    }

    private void end() {
        if (isOver) {
            return;
        }
        isOver = true;
        try {
            key.cancel();
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } finally {
            listener.closed(code);
        }
    }
}
