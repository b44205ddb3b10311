package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Revised;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.CloseCode;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A device is signed out by another one while messages pour in, over real sockets and two relays
/// on one Redis.
final class RevocationTest {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final ConversationId PAIR = new ConversationId("d:ana:ben");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PROMISED = Duration.ofSeconds(2);
    private static final int BEFORE = 20;
    private static final int AFTER = 100;

    @TempDir private Path folder;
    private int sent;

    /// A device that reads as fast as it can and notes when it read what.
    private static final class Device implements WebSocket.Listener {
        private final List<ServerFrame> frames = new CopyOnWriteArrayList<>();
        private final List<Integer> closed = new CopyOnWriteArrayList<>();
        private final Client.Heard heard = new Client.Heard();
        private final WebSocket socket;
        private volatile long readAt;

        Device(Relay relay, String token) throws Exception {
            socket = new Client(relay.uri()).open(token, this);
            say(new ClientFrame.Sync(0));
            say(new ClientFrame.Credit(0, 512));
            Eventually.holds("it is in sync", PATIENCE, () -> count(ServerFrame.Feed.class) > 0);
        }

        /// Has stored a message and can take another one.
        void giveBack() throws Exception {
            say(new ClientFrame.Credit(1, 512));
        }

        void say(ClientFrame frame) throws Exception {
            socket.sendText(CODEC.encode(frame), true).get(10, TimeUnit.SECONDS);
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            readAt = System.nanoTime();
            CompletionStage<?> stage = heard.onText(from, data, last);
            List<String> whole = new java.util.ArrayList<>();
            heard.frames.drainTo(whole);
            whole.forEach(this::note);
            return stage;
        }

        private void note(String text) {
            try {
                frames.add(CODEC.decodeServer(text));
            } catch (MalformedFrameException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed.add(code);
            return heard.onClose(from, code, reason);
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            closed.add(1006);
        }

        long count(Class<? extends ServerFrame> type) {
            return frames.stream().filter(type::isInstance).count();
        }

        /// Newest seq that was pushed; 0 for none.
        long newestPushed() {
            return frames.stream()
                    .filter(ServerFrame.Page.class::isInstance)
                    .mapToLong(frame -> ((ServerFrame.Page) frame).to())
                    .max()
                    .orElse(0);
        }
    }

    /// One message, and the relay's word that it is stored and was pushed.
    private void write(Device ben) throws Exception {
        sent++;
        MessageId id = MessageId.of(sent, sent, 7);
        EventBody body = new EventBody.Message("message " + sent);
        ben.say(new ClientFrame.Send(PAIR, sent, id, 0, 0, body));
        Eventually.holds(
                "message " + sent + " is stored",
                PATIENCE,
                () -> ben.count(ServerFrame.Ack.class) == sent);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void revokedDeviceReadsNothingMore(boolean isOnTheSameNode) throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, Thread::new);
                Relay here = Relay.start(config(redis));
                Relay there = Relay.start(config(redis))) {
            Client client = new Client(here.uri());
            AccountApi.SignedIn ana = client.signUp("ana");
            AccountApi.SignedIn lost =
                    CODEC.decodeApi(
                            client.signIn("ana", Client.PASSWORD).body(),
                            AccountApi.SignedIn.class);
            Device desk = new Device(here, ana.token());
            Device laptop = new Device(isOnTheSameNode ? here : there, lost.token());
            Device ben = new Device(here, client.signUp("ben").token());
            while (laptop.newestPushed() < BEFORE) {
                write(ben);
                laptop.giveBack();
                desk.giveBack();
            }
            String path = AccountApi.pathOf(lost.device());
            assertEquals(204, client.ask("DELETE", path, ana.token()).statusCode());
            long revokedAt = System.nanoTime();
            while (laptop.closed.isEmpty()) {
                write(ben);
                desk.giveBack();
            }
            int known = laptop.frames.size();
            for (int i = 0; i < AFTER; i++) {
                write(ben);
                desk.giveBack();
            }
            Eventually.holds("the others read on", PATIENCE, () -> desk.newestPushed() == sent);
            assertEquals(known, laptop.frames.size());
            assertEquals(List.of(CloseCode.SIGNED_OUT), laptop.closed);
            assertEquals(
                    new ServerFrame.Bye(Refusal.DEVICE_SIGNED_OUT.code(), 0),
                    laptop.frames.getLast());
            Duration late = Duration.ofNanos(laptop.readAt - revokedAt);
            assertTrue(late.compareTo(PROMISED) < 0, () -> "it read for another " + late);
            assertTrue(isStruckOff(desk, lost), "the matrix of the others says so");
            assertTrue(
                    client.handshake(
                                    "/v1/sync",
                                    "Baton-Protocol: 1",
                                    "Authorization: Bearer " + lost.token())
                            .startsWith("HTTP/1.1 401 "));
        }
    }

    @Test
    void renamedDeviceIsRenamedOnEveryNode() throws Exception {
        try (EmbeddedRedis redis = EmbeddedRedis.start(folder, Thread::new);
                Relay here = Relay.start(config(redis));
                Relay there = Relay.start(config(redis))) {
            Client client = new Client(here.uri());
            AccountApi.SignedIn ana = client.signUp("ana");
            String laptop =
                    CODEC.decodeApi(
                                    client.signIn("ana", Client.PASSWORD).body(),
                                    AccountApi.SignedIn.class)
                            .token();
            Device desk = new Device(there, ana.token());
            new Device(here, laptop);
            client.rename(ana.device().value(), "{\"name\":\"厨房\"}", laptop);
            Eventually.holds(
                    "the device itself learns it",
                    PATIENCE,
                    () ->
                            lines(desk).stream()
                                    .anyMatch(line ->
                                            line.device().equals(ana.device())
                                                    && line.name().equals("厨房")));
        }
    }

    private static RelayConfig config(EmbeddedRedis redis) {
        return RelayConfig.onThisMachine(new RelayConfig.Store.Server(redis.endpoint(), false), 0);
    }

    private static List<Register.Device> lines(Device device) {
        return device.frames.stream()
                .filter(ServerFrame.Feed.class::isInstance)
                .flatMap(frame -> ((ServerFrame.Feed) frame).registers().stream())
                .map(Revised::register)
                .filter(Register.Device.class::isInstance)
                .map(Register.Device.class::cast)
                .toList();
    }

    private static boolean isStruckOff(Device witness, AccountApi.SignedIn gone) {
        return lines(witness).stream()
                .anyMatch(line -> line.device().equals(gone.device()) && line.wasSignedOut());
    }
}
