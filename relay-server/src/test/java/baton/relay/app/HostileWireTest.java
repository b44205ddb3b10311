package baton.relay.app;

import static baton.relay.app.RawSocket.TEXT;
import static baton.relay.app.RawSocket.frame;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.protocol.AccountApi;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Bytes that no WebSocket library sends, over bare sockets: each case ends as it must, after each
/// an innocent device is served, and in the end nothing is left of them. What well-formed frames
/// may say wrongly is in [BadInputTest].
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class HostileWireTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Connections to Redis and workers that the relay keeps for later; far fewer than came here.
    private static final int SPARE = 16;

    private static final long GROWTH_MAX = 64L << 20;

    /// Held, because a logger that nobody holds forgets its handler.
    private static final Logger LIBRARIES = Logger.getLogger("org.glassfish");

    private final LongWords longWords = new LongWords();
    private final List<RawSocket> slow = new ArrayList<>();
    private Relay relay;
    private Client client;
    private AccountApi.SignedIn ben;
    private WireDevice ana;
    private long heapBefore;
    private long socketsBefore;
    private long threadsBefore;

    /// Lines of the libraries that come with the way that led there: a caller could fill a disk.
    private static final class LongWords extends Handler {
        private final List<String> heard = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            if (line.getThrown() != null) {
                heard.add(line.getMessage() + ": " + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        LIBRARIES.addHandler(longWords);
        relay = Relay.start(RelayConfig.inFolder(folder, 0));
        client = new Client(relay.uri());
        ana = WireDevice.synced(relay, 2, client.signUp("ana").token());
        ben = client.signUp("ben");
        benIsServed();
        everybodyElseIsGone();
        heapBefore = heap();
        socketsBefore = sockets();
        threadsBefore = threads();
        linger();
    }

    @AfterAll
    void stop() {
        LIBRARIES.removeHandler(longWords);
        relay.close();
    }

    /// Connections that say less than they should, and are looked at when everything else is over.
    private void linger() throws Exception {
        slow.add(knock(new byte[0]));
        slow.add(knock("G".getBytes(ISO_8859_1)));
        slow.add(
                knock(
                        ("GET " + ProtocolVersion.PATH + " HTTP/1.1\r\nHost: r")
                                .getBytes(ISO_8859_1)));
        slow.add(
                knock(
                        "POST /v1/accounts HTTP/1.1\r\nHost: r\r\nContent-Length: 99\r\n\r\n{"
                                .getBytes(ISO_8859_1)));
        slow.add(inside(client.signUp("cleo")));
        slow.getLast().say(new byte[] {(byte) TEXT});
    }

    private RawSocket knock(byte[] bytes) throws IOException {
        RawSocket socket = new RawSocket(new Socket(relay.uri().getHost(), relay.uri().getPort()));
        socket.say(bytes);
        return socket;
    }

    private RawSocket inside() throws IOException {
        return inside(ben);
    }

    private RawSocket inside(AccountApi.SignedIn who) throws IOException {
        RawSocket socket =
                new RawSocket(
                        client.handshaking(
                                ProtocolVersion.PATH,
                                ProtocolVersion.HEADER + ": 2",
                                "Authorization: Bearer " + who.token()));
        String answer = socket.answer();
        assertTrue(answer.startsWith("HTTP/1.1 101"), answer);
        return socket;
    }

    private void anaIsServed() throws Exception {
        ana.say(new ClientFrame.Beat(0, 0, 0, false));
        ana.until(ServerFrame.Beat.class);
    }

    private void benIsServed() throws IOException {
        try (RawSocket socket = inside()) {
            socket.say(frame(TEXT, HostileBytes.BEAT));
            assertTrue(socket.hears("{\"t\":\"beat\""), "Ben's beat was not answered");
        }
    }

    private void everybodyElseIsGone() throws Exception {
        Eventually.holds(
                "only Ana's session is there",
                PATIENCE,
                () -> client.ask("GET", "/v1/metrics", "").body().contains("baton_sessions 1.0"));
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /// Open sockets of this process; 0 where the system does not say. Selectors are left out: the
    /// server keeps a few for later.
    private static long sockets() throws IOException {
        Path folder = Path.of("/proc/self/fd");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(HostileWireTest::isSocket).count();
        }
    }

    private static boolean isSocket(Path file) {
        try {
            return Files.readSymbolicLink(file).toString().startsWith("socket:");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private static long threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    @ParameterizedTest
    @MethodSource("baton.relay.app.HostileBytes#attacks")
    @Order(1)
    void attackEndsItsConnectionAndNoOther(HostileBytes.Attack attack) throws Exception {
        try (RawSocket socket = inside()) {
            attack.bytes().forEach(socket::say);
            int code = socket.ending();
            assertTrue(attack.codes().contains(code), "closed with " + code);
        }
        anaIsServed();
    }

    @ParameterizedTest
    @MethodSource("baton.relay.app.HostileBytes#odd")
    @Order(2)
    void whatIsOnlyOddIsAnswered(HostileBytes.Attack attack) throws Exception {
        try (RawSocket socket = inside()) {
            Thread speaking = Thread.startVirtualThread(() -> attack.bytes().forEach(socket::say));
            assertTrue(socket.hears("{\"t\":\"beat\""), "the beat was not answered");
            speaking.join();
            socket.reset();
        }
        anaIsServed();
    }

    @ParameterizedTest
    @MethodSource("baton.relay.app.HostileBytes#knocks")
    @Order(3)
    void knockingWronglyLetsNobodyIn(HostileBytes.Knock knock) throws Exception {
        RawSocket socket = knock(knock.bytes());
        slow.add(socket);
        anaIsServed();
        benIsServed();
    }

    @Test
    @Order(4)
    void resetInTheMiddleOfAFrameLeavesNothing() throws Exception {
        for (int i = 0; i < 50; i++) {
            RawSocket socket = inside();
            socket.say(frame(TEXT, 1_000, "{\"t\":\"be".getBytes(UTF_8)));
            socket.reset();
        }
        anaIsServed();
        benIsServed();
    }

    /// She would be cut off herself if she said nothing for so long.
    private void holdsWhileAnaTalks(String what, Callable<Boolean> condition) throws Exception {
        Eventually.holds(
                what,
                PATIENCE,
                () -> {
                    anaIsServed();
                    return condition.call();
                });
    }

    /// Reads what the relay says until it hangs up.
    private static String endingOf(RawSocket socket) throws IOException {
        try (socket) {
            String answer = socket.answer();
            assertTrue(socket.isEndedWithin(PATIENCE), "a connection was held for ever");
            return answer;
        } catch (SocketException reset) {
            return "";
        }
    }

    @Test
    @Order(5)
    void whoeverSaysTooLittleIsCutOffAndNothingIsLeft() throws Exception {
        List<FutureTask<String>> endings = new ArrayList<>();
        for (RawSocket socket : slow) {
            FutureTask<String> ending = new FutureTask<>(() -> endingOf(socket));
            endings.add(ending);
            Thread.ofVirtual().start(ending);
        }
        holdsWhileAnaTalks(
                "the relay has ended what says too little",
                () -> endings.stream().allMatch(FutureTask::isDone));
        for (FutureTask<String> ending : endings) {
            assertFalse(ending.get().contains(" 101 "), "somebody was let in");
        }
        everybodyElseIsGone();
        holdsWhileAnaTalks("no socket is left", () -> sockets() <= socketsBefore + SPARE);
        holdsWhileAnaTalks("no thread is left", () -> threads() <= threadsBefore + SPARE);
        holdsWhileAnaTalks("no memory is left", () -> heap() - heapBefore < GROWTH_MAX);
        assertEquals(List.of(), longWords.heard);
        assertFalse(ana.texts.stream().anyMatch(frame -> frame.contains("bye")));
        anaIsServed();
    }
}
