package baton.endtoend;

import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A device that reads all that it is told, notes how long each message was on its way, and gives
/// its credit back. Messages begin with [#MARK] and the nanoseconds at which they were sent.
final class ReadingDevice implements WebSocket.Listener {
    static final String MARK = "sent ";

    private static final FrameCodec CODEC = new FrameCodec();
    private static final String PAGE = "{\"t\":\"page\"";
    private static final String TEXT = "\"text\":\"" + MARK;

    final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    final AtomicInteger acks = new AtomicInteger();
    private final StringBuilder partial = new StringBuilder();
    private final Object sending = new Object();
    private CompletableFuture<WebSocket> sent = new CompletableFuture<>();
    private volatile boolean closed;
    private int stored;

    private ReadingDevice() {}

    static ReadingDevice connect(WebSocket.Builder builder, URI relay) {
        ReadingDevice device = new ReadingDevice();
        device.sent = builder.buildAsync(relay, device);
        device.sent.join();
        device.say(new ClientFrame.Sync(0));
        return device;
    }

    /// One frame after the other, as the library demands.
    void say(ClientFrame frame) {
        String text = CODEC.encode(frame);
        synchronized (sending) {
            sent = sent.thenCompose(socket -> socket.sendText(text, true));
        }
    }

    boolean isClosed() {
        return closed;
    }

    void beat() {
        say(new ClientFrame.Beat(0, 0, 0, false));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // Nothing waits for a socket that is thrown away.
    void leave() {
        synchronized (sending) {
            sent.thenAccept(WebSocket::abort);
        }
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard(partial.toString());
            partial.setLength(0);
        }
        socket.request(1);
        return CompletableFuture.completedStage(data);
    }

    private void heard(String frame) {
        long now = System.nanoTime();
        if (frame.startsWith("{\"t\":\"ack\"")) {
            acks.incrementAndGet();
        }
        if (!frame.startsWith(PAGE)) {
            return;
        }
        int at = frame.indexOf(TEXT);
        while (at >= 0) {
            int from = at + TEXT.length();
            int to = frame.indexOf(' ', from);
            nanos.add(now - Long.parseLong(frame.substring(from, to)));
            stored++;
            at = frame.indexOf(TEXT, to);
        }
        if (stored >= Limits.CREDIT_MIN) {
            say(new ClientFrame.Credit(stored, Limits.CREDIT_MAX));
            stored = 0;
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        closed = true;
        return CompletableFuture.completedStage(code);
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        closed = true;
    }
}
