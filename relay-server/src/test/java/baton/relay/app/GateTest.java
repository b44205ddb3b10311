package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.protocol.AccountApi;
import baton.protocol.ProtocolVersion;
import baton.relay.admission.RateLimits;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who does not come in gets an answer of known length, and the connection is closed.
final class GateTest {
    private static final String VERSION = ProtocolVersion.HEADER + ": 1";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir private Path folder;
    private Edge edge;
    private Client client;

    @BeforeEach
    void start() throws Exception {
        edge = new Edge(folder, new RateLimits.Quota(100, 3, false), (sink, frame) -> true);
        client = edge.client();
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    private static void assertRejected(String answer, int status, String code) {
        String head = answer.toLowerCase(Locale.ROOT);
        String body = "{\"code\":\"" + code + "\"}";
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(head.contains("content-length: " + body.length() + "\r\n"), answer);
        assertTrue(head.contains("connection: close\r\n"), answer);
        assertTrue(answer.endsWith("\r\n\r\n" + body), answer);
    }

    @Test
    void aHandshakeWithoutTokenIsRefused() throws Exception {
        assertRejected(client.handshake(ProtocolVersion.PATH, VERSION), 401, "wrong-credentials");
    }

    @Test
    void aForgedTokenIsRefusedLikeARevokedOne() throws Exception {
        AccountApi.SignedIn ana = client.signUp("ana");
        String forged = ana.token().substring(0, ana.token().length() - 43) + "A".repeat(43);
        assertRejected(
                client.handshake(ProtocolVersion.PATH, VERSION, "Authorization: Bearer " + forged),
                401,
                "device-signed-out");
        assertEquals(204, client.ask("DELETE", AccountApi.THIS_DEVICE, ana.token()).statusCode());
        assertEquals(List.of(ana.device()), edge.signedOut);
        assertRejected(
                client.handshake(
                        ProtocolVersion.PATH, VERSION, "Authorization: Bearer " + ana.token()),
                401,
                "device-signed-out");
        assertEquals(0, edge.connected().count());
    }

    @Test
    void anotherVersionIsToldWhichOnesAreSpoken() throws Exception {
        for (String version : List.of("0", "3", "x", "99999999999")) {
            String answer =
                    client.handshake(ProtocolVersion.PATH, ProtocolVersion.HEADER + ": " + version);
            assertRejected(answer, 426, "protocol-unsupported");
            assertTrue(answer.contains(ProtocolVersion.RANGE_HEADER + ": 1-2\r\n"), answer);
        }
        assertRejected(client.handshake(ProtocolVersion.PATH), 426, "protocol-unsupported");
    }

    @Test
    void aPageInABrowserIsRefusedUnlessListed() throws Exception {
        assertRejected(
                client.handshake(ProtocolVersion.PATH, VERSION, "Origin: https://evil.example"),
                403,
                "origin-refused");
        assertRejected(
                client.handshake(ProtocolVersion.PATH, VERSION, "Origin: https://listed.example"),
                401,
                "wrong-credentials");
    }

    @Test
    void anotherPathIsRefused() throws Exception {
        assertRejected(client.handshake("/v1/other", VERSION), 404, "frame-malformed");
    }

    @Test
    void tooManyConnectionsOfOneAddressAreRefusedUntilOneGoes() throws Exception {
        List<Socket> held = new ArrayList<>();
        // Whoever knocks takes a place for a moment, so that an idle one may have found none.
        Eventually.holds(
                "all places are taken",
                PATIENCE,
                () -> {
                    held.add(idle());
                    return client.handshake(ProtocolVersion.PATH, VERSION)
                            .startsWith("HTTP/1.1 429 ");
                });
        assertRejected(client.handshake(ProtocolVersion.PATH, VERSION), 429, "rate-limited");
        for (Socket socket : held) {
            socket.close();
        }
        Eventually.holds(
                "a place is free",
                PATIENCE,
                () -> client.handshake(ProtocolVersion.PATH, VERSION).startsWith("HTTP/1.1 401 "));
    }

    private Socket idle() throws IOException {
        return new Socket(edge.socket.uri().getHost(), edge.socket.uri().getPort());
    }

    @Test
    void onlyTheGivenAddressIsBound() throws Exception {
        int port = edge.socket.uri().getPort();
        List<InetAddress> others =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> address instanceof Inet4Address)
                        .filter(address -> !address.isLoopbackAddress())
                        .toList();
        List<InetAddress> loopbackToo =
                java.util.stream.Stream.concat(
                                others.stream(),
                                java.util.stream.Stream.of(InetAddress.getByName("127.0.0.2")))
                        .toList();
        for (InetAddress other : loopbackToo) {
            boolean answers;
            try (Socket socket = new Socket(other, port)) {
                answers = socket.isConnected();
            } catch (IOException e) {
                answers = false;
            }
            assertEquals(false, answers, other.toString());
        }
    }
}
