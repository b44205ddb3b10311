package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Limits;
import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import baton.relay.admission.RateLimits;
import baton.relay.session.CloseCode;
import baton.relay.session.FrameSink;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a WebSocket of the relay does, over real sockets.
final class SocketTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir private Path folder;
    private final AtomicBoolean takesFrames = new AtomicBoolean(true);
    private Edge edge;
    private AccountApi.SignedIn ana;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(folder, RateLimits.Quota.STANDARD, (sink, frame) -> takesFrames.get());
        ana = edge.client().signUp("ana");
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private WebSocket open(Client.Heard heard) throws Exception {
        // Sinks leave again when an earlier session ends; identities only come.
        int before = edge.identities.size();
        WebSocket socket = edge.client().open(ana.token(), heard);
        Eventually.holds("the session is there", PATIENCE, () -> edge.identities.size() > before);
        return socket;
    }

    /// Does not wait: the relay may close before it has read all.
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void send(WebSocket socket, String text) {
        socket.sendText(text, true);
    }

    private static String beat(long revision) {
        return "{\"t\":\"beat\",\"revision\":" + revision + ",\"held\":0,\"outgoing\":0}";
    }

    @Test
    void theSessionLearnsWhoSpeaks() throws Exception {
        open(new Client.Heard());
        assertEquals(ana.account(), edge.identities.getFirst().account());
        assertEquals("Name of ana", edge.identities.getFirst().name());
        assertEquals("desk", edge.identities.getFirst().deviceName());
        assertEquals("linux", edge.identities.getFirst().platform());
    }

    @Test
    void framesLeaveInTheOrderInWhichTheyWereOffered() throws Exception {
        Client.Heard heard = new Client.Heard();
        open(heard);
        FrameSink sink = edge.sinks.getFirst();
        for (int i = 0; i < 1_000; i++) {
            assertTrue(sink.offer("{\"n\":" + i + "}"));
        }
        sink.close(CloseCode.REPLACED, "session-replaced");
        for (int i = 0; i < 1_000; i++) {
            assertEquals("{\"n\":" + i + "}", heard.next());
        }
        assertEquals(CloseCode.REPLACED, heard.closeCode());
        assertFalse(sink.offer("too late"));
    }

    @Test
    void whatIsNoFrameEndsTheConnectionWithItsReason() throws Exception {
        for (String bad : List.of("nonsense", "{\"t\":\"dance\"}", "[]", "{\"t\":\"fetch\"}")) {
            Client.Heard heard = new Client.Heard();
            open(heard).sendText(bad, true).get(5, TimeUnit.SECONDS);
            assertEquals(
                    "{\"t\":\"bye\",\"code\":\"frame-malformed\",\"retryAfterMillis\":0}",
                    heard.next());
            assertEquals(1008, heard.closeCode());
        }
        assertEquals(List.of(), edge.frames);
    }

    @Test
    void bytesAreNoFrame() throws Exception {
        Client.Heard heard = new Client.Heard();
        open(heard).sendBinary(ByteBuffer.wrap(new byte[3]), true).get(5, TimeUnit.SECONDS);
        assertEquals(1003, heard.closeCode());
    }

    @Test
    void aFrameThatIsTooLongClosesWith1009() throws Exception {
        Client.Heard heard = new Client.Heard();
        send(open(heard), "x".repeat(Limits.CLIENT_FRAME_CHARS_MAX + 1));
        assertEquals(1009, heard.closeCode());
    }

    @Test
    void aHugeFrameIsNotEvenReadToItsEnd() throws Exception {
        Client.Heard heard = new Client.Heard();
        send(open(heard), "x".repeat(20_000_000));
        // Whether the close or the reset of the connection arrives first is up to TCP.
        assertTrue(List.of(1009, 1006).contains(heard.closeCode()));
        assertEquals(List.of(), edge.frames);
    }

    @Test
    void aFrameOfTheGreatestLengthIsRead() throws Exception {
        Client.Heard heard = new Client.Heard();
        String filling = "\u6f22".repeat(Limits.CLIENT_FRAME_CHARS_MAX - beat(1).length() - 5);
        String longest = beat(1).replace("}", ",\"x\":\"" + filling.substring(2) + "\"}");
        assertTrue(longest.length() <= Limits.CLIENT_FRAME_CHARS_MAX);
        send(open(heard), longest);
        Eventually.holds("the frame is there", PATIENCE, () -> edge.frames.size() == 1);
    }

    @Test
    void aBusySessionStopsTheSocketAndLosesNoFrame() throws Exception {
        Client.Heard heard = new Client.Heard();
        WebSocket socket = open(heard);
        takesFrames.set(false);
        int frames = 3_000;
        for (int i = 0; i < frames; i++) {
            socket.sendText(beat(i), true).get(10, TimeUnit.SECONDS);
        }
        takesFrames.set(true);
        Eventually.holds("all are there", PATIENCE, () -> edge.frames.size() == frames);
        for (int i = 0; i < frames; i++) {
            assertEquals(new ClientFrame.Beat(i, 0, 0, false), edge.frames.get(i));
        }
    }

    @Test
    void aFloodAgainstABusySessionIsHeldBackByTcp() throws Exception {
        takesFrames.set(false);
        String filled = beat(1).replace("}", ",\"x\":\"" + "y".repeat(10_000) + "\"}");
        WebSocket socket = open(new Client.Heard());
        int sent = 0;
        boolean goesOn = true;
        while (goesOn && sent < 20_000) {
            try {
                socket.sendText(filled, true).get(2, TimeUnit.SECONDS);
                sent++;
            } catch (java.util.concurrent.TimeoutException e) {
                goesOn = false;
            }
        }
        assertFalse(goesOn, "200 MB were taken without a session");
        socket.abort();
        takesFrames.set(true);
        Eventually.holds("the session ended", PATIENCE, () -> edge.sinks.isEmpty());
    }

    @Test
    void aDeviceThatNeverReadsIsCutAndItsMemoryIsBounded() throws Exception {
        try (Socket stuck =
                edge.client()
                        .handshaking(
                                ProtocolVersion.PATH,
                                ProtocolVersion.HEADER + ": 1",
                                "Authorization: Bearer " + ana.token())) {
            Eventually.holds("the session is there", PATIENCE, () -> !edge.sinks.isEmpty());
            FrameSink sink = edge.sinks.getFirst();
            Client.Heard other = new Client.Heard();
            open(other);
            long before = heap();
            String frame = "{\"x\":\"" + "y".repeat(10_000) + "\"}";
            long taken = 0;
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!edge.sinks.isEmpty()
                    && edge.sinks.contains(sink)
                    && System.nanoTime() < deadline) {
                taken += sink.offer(frame) ? 1 : 0;
            }
            assertFalse(edge.sinks.contains(sink), "the stuck device was not cut");
            assertTrue(taken < 5_000, taken + " frames of 10 KB were taken");
            long grown = heap() - before;
            assertTrue(grown < 8 * 1024 * 1024, "the heap grew by " + grown);
            edge.sinks.getFirst().offer("{\"still\":\"here\"}");
            assertEquals("{\"still\":\"here\"}", other.next());
            assertTrue(stuck.isConnected());
        }
    }

    @Test
    void pushesToADeviceThatNeverReadsLeaveRoomForItsAnswers() throws Exception {
        try (Socket stuck =
                edge.client()
                        .handshaking(
                                ProtocolVersion.PATH,
                                ProtocolVersion.HEADER + ": 2",
                                "Authorization: Bearer " + ana.token())) {
            Eventually.holds("the session is there", PATIENCE, () -> !edge.sinks.isEmpty());
            FrameSink sink = edge.sinks.getFirst();
            String frame = "{\"x\":\"" + "y".repeat(10_000) + "\"}";
            int taken = 0;
            while (sink.offerPush(frame)) {
                taken++;
            }
            assertTrue(taken < 10_000, taken + " pushes were taken");
            assertTrue(sink.offer(frame), "an answer finds room");
            assertTrue(stuck.isConnected());
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aHundredDevicesAreToldThatTheRelayStopsWithinASecond() throws Exception {
        List<Client.Heard> all = new ArrayList<>();
        Client client = edge.client();
        for (int i = 0; i < 100; i++) {
            Client.Heard heard = new Client.Heard();
            all.add(heard);
            client.open(ana.token(), heard);
        }
        Eventually.holds("all are in", PATIENCE, () -> edge.sinks.size() == 100);
        long start = System.nanoTime();
        edge.sinks.forEach(sink -> sink.close(CloseCode.STOPPING, "relay-stopping"));
        edge.socket.stop(Duration.ofSeconds(2));
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        for (Client.Heard heard : all) {
            assertEquals(CloseCode.STOPPING, heard.closeCode());
        }
        assertTrue(took.compareTo(Duration.ofSeconds(1)) < 0, took.toString());
    }

    @Test
    void theSessionEndsWhenTheDeviceGoesWithoutAWord() throws Exception {
        open(new Client.Heard()).abort();
        Eventually.holds("the session ended", PATIENCE, () -> edge.sinks.isEmpty());
        Eventually.holds("the socket is gone", PATIENCE, () -> edge.socket.openSockets() == 0);
    }
}
