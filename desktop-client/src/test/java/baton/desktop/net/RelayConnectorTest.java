package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.ServerFrame;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class RelayConnectorTest {
    private static final FrameCodec CODEC = new FrameCodec();
    private static final ServerFrame WELCOME =
            new ServerFrame.Welcome(
                    new AccountId("ana"), new DeviceId("d1"), "Ana", Instant.EPOCH, 1, 0);

    /// What a listener heard, in order.
    private static final class Heard implements ConnectionListener {
        private final BlockingQueue<Object> calls = new ArrayBlockingQueue<>(1000);

        @Override
        public void opened() {
            calls.add("opened");
        }

        @Override
        public void received(ServerFrame frame) {
            calls.add(frame);
        }

        @Override
        public void closed(String code, long retryAfterMillis) {
            calls.add("closed " + code + " " + retryAfterMillis);
        }

        Object next() throws InterruptedException {
            Object call = calls.poll(30, TimeUnit.SECONDS);
            return call == null ? "nothing" : call;
        }

        void assertNothingMore() throws InterruptedException {
            Object more = calls.poll(200, TimeUnit.MILLISECONDS);
            assertTrue(more == null, "after the end came " + more);
        }
    }

    private static Connection open(RelayAddress address, ConnectionListener listener) {
        Executor threads = task -> Thread.ofVirtual().start(task);
        Proxies none = new Proxies(new ProxyChoice.Direct());
        return new RelayConnector(address, "secret", none, threads, Duration.ofSeconds(2))
                .open(listener);
    }

    @Test
    void framesGoBothWaysBehindTokenAndVersion() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            Connection connection = open(peer.address(), heard);
            RawPeer.Caller caller = peer.accept();
            String request = caller.request().toLowerCase(java.util.Locale.ROOT);
            assertTrue(request.startsWith("get /v1/sync "), request);
            assertTrue(request.contains("authorization: bearer secret"), request);
            assertTrue(request.contains("baton-protocol: 2"), request);
            caller.upgrade();
            assertEquals("opened", heard.next());
            caller.text(CODEC.encode(WELCOME));
            assertEquals(WELCOME, heard.next());
            ClientFrame sync = new ClientFrame.Sync(7);
            ClientFrame beat = new ClientFrame.Beat(7, 8, 9, false);
            assertTrue(connection.send(sync));
            assertTrue(connection.send(beat));
            assertEquals(sync, CODEC.decodeClient(caller.readText()));
            assertEquals(beat, CODEC.decodeClient(caller.readText()));
            connection.close();
            connection.close();
            assertEquals("closed relay-unreachable 0", heard.next());
            assertFalse(connection.send(beat));
            heard.assertNothingMore();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "401, device-signed-out",
        "403, origin-refused",
        "404, not-a-relay",
        "200, not-a-relay",
        "429, rate-limited",
        "503, relay-unavailable"
    })
    void refusedHandshakeSaysWhy(int status, String code) throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            peer.accept().answer(status, "{}");
            assertEquals("closed " + code + " 0", heard.next());
            heard.assertNothingMore();
        }
    }

    @Test
    void olderRelayIsSpokenToInItsOwnVersion() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            RawPeer.Caller first = peer.accept();
            assertTrue(first.request().contains("Baton-Protocol: 2"), first.request());
            first.answer(426, "{}");
            RawPeer.Caller second = peer.accept();
            assertTrue(second.request().contains("Baton-Protocol: 1"), second.request());
            second.upgrade();
            assertEquals("opened", heard.next());
        }
    }

    @Test
    void relayWithoutACommonVersionIsUnsupported() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            peer.accept().answer(426, "{}");
            peer.accept().answer(426, "{}");
            assertEquals("closed protocol-unsupported 0", heard.next());
            heard.assertNothingMore();
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        RelayAddress nobody;
        try (RawPeer peer = new RawPeer()) {
            nobody = peer.address();
        }
        Heard heard = new Heard();
        open(nobody, heard);
        assertEquals("closed relay-unreachable 0", heard.next());
        heard.assertNothingMore();
    }

    @Test
    void peerThatHangsUpIsUnreachable() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            peer.accept().socket().close();
            assertEquals("closed relay-unreachable 0", heard.next());
        }
    }

    @Test
    void peerThatNeverAnswersIsGivenUp() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            peer.accept();
            assertEquals("closed relay-unreachable 0", heard.next());
        }
    }

    @Test
    void closingWhileDiallingEndsItOnce() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            Connection connection = open(peer.address(), heard);
            peer.accept();
            connection.close();
            assertEquals("closed relay-unreachable 0", heard.next());
            heard.assertNothingMore();
        }
    }

    @Test
    void byeSaysWhyAndWhenToComeBack() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            RawPeer.Caller caller = peer.accept();
            caller.upgrade();
            assertEquals("opened", heard.next());
            ServerFrame bye = new ServerFrame.Bye(Refusal.SESSION_REPLACED.code(), 1500);
            caller.text(CODEC.encode(bye));
            assertEquals(bye, heard.next());
            caller.closeWith(1000);
            assertEquals("closed session-replaced 1500", heard.next());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, relay-unreachable",
        "1009, frame-malformed",
        "1012, relay-stopping",
        "1013, relay-unavailable"
    })
    void closeWithoutByeIsReadFromItsCode(int code, String word) throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            RawPeer.Caller caller = peer.accept();
            caller.upgrade();
            assertEquals("opened", heard.next());
            caller.closeWith(code);
            assertEquals("closed " + word + " 0", heard.next());
        }
    }

    @Test
    void cutConnectionIsUnreachable() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            RawPeer.Caller caller = peer.accept();
            caller.upgrade();
            assertEquals("opened", heard.next());
            caller.socket().setSoLinger(true, 0);
            caller.socket().close();
            assertEquals("closed relay-unreachable 0", heard.next());
            heard.assertNothingMore();
        }
    }

    @Test
    void nonsenseEndsTheConnection() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            open(peer.address(), heard);
            RawPeer.Caller caller = peer.accept();
            caller.upgrade();
            assertEquals("opened", heard.next());
            caller.text("{\"t\":\"nonsense\"}");
            assertEquals("closed frame-malformed 0", heard.next());
            heard.assertNothingMore();
        }
    }

    @Test
    void relayThatDoesNotReadIsGivenUpWhenTheQueueIsFull() throws Exception {
        Heard heard = new Heard();
        try (RawPeer peer = new RawPeer()) {
            Connection connection = open(peer.address(), heard);
            peer.accept().upgrade();
            assertEquals("opened", heard.next());
            ClientFrame large = large();
            int taken = 0;
            while (connection.send(large)) {
                taken++;
            }
            assertTrue(taken >= 8_192, "only " + taken);
            assertEquals("closed relay-unreachable 0", heard.next());
        }
    }

    private static ClientFrame large() throws IOException {
        String text = "x".repeat(8000);
        return new ClientFrame.Draft(
                baton.model.ConversationId.notes(new AccountId("ana")), text, 0, 1);
    }
}
