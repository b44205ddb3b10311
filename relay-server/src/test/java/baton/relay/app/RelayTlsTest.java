package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.KeyFingerprint;
import baton.relay.tls.KeyFile;
import baton.relay.tls.RelayKey;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// TLS as somebody meets it who connects, and the key behind it.
final class RelayTlsTest {
    private static final Path STANDARD = Path.of("/standard");

    @TempDir private Path folder;

    private RelayConfig secured() {
        return new RelayConfig(
                "127.0.0.1",
                0,
                new RelayConfig.Store.Folder(folder),
                true,
                Set.of(),
                baton.relay.log.KeptHistory.EVERYTHING,
                new RelayConfig.Tls.Own(folder.resolve("relay-key.pem")));
    }

    @Test
    void speaksTls13AndNothingElse() throws Exception {
        try (Relay relay = Relay.start(secured())) {
            assertEquals("wss", relay.uri().getScheme());
            try (SSLSocket socket = connect(relay)) {
                socket.startHandshake();
                assertEquals("TLSv1.3", socket.getSession().getProtocol());
                assertEquals(relay.ownKey(), Optional.of(shownBy(socket)));
                OutputStream out = socket.getOutputStream();
                out.write(
                        "GET /readyz HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                out.flush();
                String answer =
                        new String(
                                socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                assertTrue(answer.startsWith("HTTP/1.1 200"), answer);
            }
            try (SSLSocket old = connect(relay)) {
                old.setEnabledProtocols(new String[] {"TLSv1.2"});
                assertThrows(SSLException.class, old::startHandshake);
            }
            try (Socket plain =
                    new Socket(InetAddress.getLoopbackAddress(), relay.uri().getPort())) {
                plain.getOutputStream()
                        .write("GET /readyz HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                byte[] answer = readUntilCut(plain);
                assertTrue(
                        !new String(answer, StandardCharsets.US_ASCII).contains("HTTP"),
                        "said something plainly");
            }
        }
    }

    private static byte[] readUntilCut(Socket socket) {
        try {
            return socket.getInputStream().readAllBytes();
        } catch (IOException cut) {
            return new byte[0];
        }
    }

    @Test
    void keepsItsKeyOverARestartForItsOwnerAlone() throws Exception {
        Optional<KeyFingerprint> before;
        try (Relay relay = Relay.start(secured())) {
            before = relay.ownKey();
        }
        Path file = folder.resolve("relay-key.pem");
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        try (Relay relay = Relay.start(secured())) {
            assertEquals(before, relay.ownKey());
        }
        Files.delete(file);
        try (Relay relay = Relay.start(secured())) {
            assertNotEquals(before, relay.ownKey());
        }
    }

    @Test
    void aBrokenKeyIsNamedAndNotReplaced() throws Exception {
        Path file = folder.resolve("relay-key.pem");
        Files.writeString(file, "-----BEGIN PRIVATE KEY-----\nnonsense\n");
        RelayStartException refused =
                assertThrows(RelayStartException.class, () -> Relay.start(secured()).close());
        assertEquals(RelayStartException.Reason.KEY, refused.reason());
        assertTrue(String.valueOf(refused.getMessage()).contains("relay-key.pem"));
        assertTrue(Files.readString(file).contains("nonsense"));
    }

    @Test
    void takesACertificateOfItsOwnersAsPemOrPkcs12() throws Exception {
        Path pem = folder.resolve("both.pem");
        RelayKey given = KeyFile.ownIn(pem, Instant.EPOCH, new SecureRandom());
        String[] parts = Files.readString(pem).split("(?<=END PRIVATE KEY-----\n)", 2);
        Path key = Files.writeString(folder.resolve("key.pem"), parts[0]);
        Path certificate = Files.writeString(folder.resolve("certificate.pem"), parts[1]);
        assertEquals(given.fingerprint(), KeyFile.fromPem(List.of(certificate, key)).fingerprint());
        Path p12 = folder.resolve("relay.p12");
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "any",
                given.key(),
                "secret".toCharArray(),
                given.chain().toArray(Certificate[]::new));
        try (OutputStream out = Files.newOutputStream(p12)) {
            store.store(out, "secret".toCharArray());
        }
        assertEquals(given.fingerprint(), KeyFile.fromPkcs12(p12, "secret").fingerprint());
        assertThrows(IOException.class, () -> KeyFile.fromPkcs12(p12, "wrong"));
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, auto, '', Off",
        "localhost, auto, '', Off",
        "::1, auto, '', Off",
        "127.0.0.1, on, '', Own",
        "0.0.0.0, auto, '', Own",
        "192.168.1.20, auto, '', Own",
        "chat.example.org, auto, '', Own",
        "0.0.0.0, off, '', Off",
        "127.0.0.1, auto, cert.pem, Given"
    })
    void whoeverListensBeyondThisMachineSpeaksTls(
            String host, String tls, String certificate, String kind) {
        RelayTlsWords words = new RelayTlsWords(tls, certificate, "", "");
        assertEquals(List.of(), words.mistakes(host, false));
        assertEquals(
                kind,
                words.meant(host, new RelayConfig.Store.Folder(STANDARD))
                        .getClass()
                        .getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, maybe, '', '', false, --tls is maybe",
        "0.0.0.0, off, cert.pem, '', false, --certificate goes with TLS",
        "0.0.0.0, auto, '', key.pem, false, --certificate-key goes with",
        "0.0.0.0, auto, '', '', true, Name one with --certificate"
    })
    void whatMakesNoSenseIsSaid(
            String host, String tls, String certificate, String key, boolean redis, String words) {
        List<String> mistakes = new RelayTlsWords(tls, certificate, key, "").mistakes(host, redis);
        assertEquals(1, mistakes.size(), mistakes.toString());
        assertTrue(mistakes.getFirst().contains(words), mistakes.toString());
    }

    private static SSLSocket connect(Relay relay) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Anybody()}, null);
        return (SSLSocket)
                context.getSocketFactory()
                        .createSocket(InetAddress.getLoopbackAddress(), relay.uri().getPort());
    }

    private static KeyFingerprint shownBy(SSLSocket socket) throws Exception {
        return KeyFingerprint.of(socket.getSession().getPeerCertificates()[0].getPublicKey());
    }

    /// Believes everything, so that only what the relay does is tested.
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
