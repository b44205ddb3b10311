package baton.relay.app;

import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A device on a real socket that may say anything, and keeps each text that it hears.
final class WireDevice {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final int FRAMES_MAX = 5_000;

    final List<String> texts = new ArrayList<>();
    private final Client.Heard heard = new Client.Heard();
    private final WebSocket socket;

    /// Connects and hears the welcome.
    WireDevice(Relay relay, int version, String token) throws Exception {
        socket = new Client(relay.uri()).open(version, token, heard);
        until(ServerFrame.Welcome.class);
    }

    /// Connects and has caught up.
    static WireDevice synced(Relay relay, int version, String token) throws Exception {
        WireDevice device = new WireDevice(relay, version, token);
        device.say(new ClientFrame.Sync(0));
        device.until(ServerFrame.Feed.class);
        return device;
    }

    void say(ClientFrame frame) throws Exception {
        say(CODEC.encode(frame));
    }

    void say(String text) throws Exception {
        socket.sendText(text, true).get(10, TimeUnit.SECONDS);
    }

    /// Does not wait: the relay may close before it has read all.
    @SuppressWarnings("FutureReturnValueIgnored")
    void shout(String text) {
        socket.sendText(text, true);
    }

    void say(byte[] bytes) throws Exception {
        socket.sendBinary(ByteBuffer.wrap(bytes), true).get(10, TimeUnit.SECONDS);
    }

    <T extends ServerFrame> T until(Class<T> type) throws Exception {
        return until(type, _ -> true);
    }

    /// The next frame that is wanted; others are passed over.
    <T extends ServerFrame> T until(Class<T> type, Predicate<T> wanted) throws Exception {
        while (texts.size() < FRAMES_MAX) {
            texts.add(heard.next());
            ServerFrame frame = CODEC.decodeServer(texts.getLast());
            if (type.isInstance(frame) && wanted.test(type.cast(frame))) {
                return type.cast(frame);
            }
        }
        throw new AssertionError("never heard " + type.getSimpleName());
    }

    int closeCode() throws InterruptedException {
        return heard.closeCode();
    }

    void leave() {
        socket.abort();
    }
}
