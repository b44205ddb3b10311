package baton.desktop.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.protocol.AccountApi;
import baton.protocol.ServerFrame;
import baton.relay.tls.KeyFile;
import baton.relay.tls.RelayKey;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a device says to whom, by the key that is shown; over real sockets.
@Timeout(60)
class RelayTrustTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final AccountApi.SignIn SIGN_IN =
            new AccountApi.SignIn("ana", "correct horse", "Laptop", "linux");

    @TempDir Path folder;
    private RelayKey own;
    private RelayKey other;
    private final AccountHttp http = new AccountHttp(new Proxies(new ProxyChoice.Direct()));

    @BeforeEach
    void makeKeys() throws Exception {
        own = KeyFile.ownIn(folder.resolve("own.pem"), Instant.now(), RANDOM);
        other = KeyFile.ownIn(folder.resolve("other.pem"), Instant.now(), RANDOM);
    }

    @AfterEach
    void close() {
        http.close();
    }

    @Test
    void keyOfTheInviteIsSpokenTo() throws Exception {
        try (TlsPeer peer = new TlsPeer(own, "TLSv1.3")) {
            RelayAddress invited = peer.address().withKey(own.fingerprint());
            assertEquals("t", http.signIn(invited, SIGN_IN).token());
            assertTrue(peer.heard().contains("POST /v1/devices"));
            FutureTask<String> end = new FutureTask<>(() -> socketTo(invited));
            Thread.ofVirtual().start(end);
            assertTrue(peer.heard().contains("Authorization: Bearer secret"));
            end.get();
        }
    }

    @Test
    void anotherKeyStopsBeforeAnythingIsSaid() throws Exception {
        try (TlsPeer peer = new TlsPeer(other, "TLSv1.3")) {
            RelayAddress known = peer.address().withKey(own.fingerprint());
            RelayRefusedException refused = refusal(known);
            assertEquals("relay-key-changed", refused.code());
            assertEquals(Optional.empty(), refused.unknownKey(), "there is nothing to click");
            assertEquals("", peer.heard());
            assertEquals(
                    "closed relay-key-changed 3600000",
                    socketTo(known),
                    "nobody is asked again and again");
            assertEquals("", peer.heard(), "the token never leaves");
        }
    }

    @Test
    void ownKeyThatNobodyKnowsIsAskedAboutAndToldNothing() throws Exception {
        try (TlsPeer peer = new TlsPeer(own, "TLSv1.3")) {
            RelayRefusedException refused = refusal(peer.address());
            assertEquals("relay-not-trusted", refused.code());
            assertEquals(Optional.of(own.fingerprint()), refused.unknownKey());
            assertEquals("", peer.heard());
            assertEquals("closed relay-not-trusted 0", socketTo(peer.address()));
            assertEquals("", peer.heard());
        }
    }

    @Test
    void knownKeyCountsByTheNewestTlsOnly() throws Exception {
        try (TlsPeer peer = new TlsPeer(own, "TLSv1.2")) {
            RelayAddress known = peer.address().withKey(own.fingerprint());
            assertEquals("relay-not-trusted", refusal(known).code());
            assertEquals("", peer.heard());
        }
    }

    @Test
    void certificateOfOthersGoesByNameAndIsNothingToClick() throws Exception {
        KeyPair root = keyPair();
        RelayKey signed = signedBy(root, "localhost");
        RelayKey elsewhere = signedBy(root, "other.example");
        KeyStore roots = KeyStore.getInstance("PKCS12");
        roots.load(null, null);
        roots.setCertificateEntry("root", certificate(root, root, "root.example", true));
        try (TlsPeer peer = new TlsPeer(signed, "TLSv1.3")) {
            assertEquals(Optional.empty(), refusal(peer.address()).unknownKey());
            assertEquals("", peer.heard());
            handshake(peer.address(), roots);
        }
        try (TlsPeer peer = new TlsPeer(elsewhere, "TLSv1.3")) {
            assertThrows(SSLException.class, () -> handshake(peer.address(), roots));
        }
    }

    private RelayRefusedException refusal(RelayAddress relay) {
        return assertThrows(RelayRefusedException.class, () -> http.signIn(relay, SIGN_IN));
    }

    /// How a socket with the token `secret` ends.
    private static String socketTo(RelayAddress relay) throws Exception {
        BlockingQueue<String> ends = new ArrayBlockingQueue<>(10);
        new RelayConnector(
                        relay,
                        "secret",
                        new Proxies(new ProxyChoice.Direct()),
                        task -> Thread.ofVirtual().start(task),
                        Duration.ofSeconds(10))
                .open(
                        new ConnectionListener() {
                            @Override
                            public void opened() {
                                ends.add("opened");
                            }

                            @Override
                            public void received(ServerFrame frame) {
                                ends.add("received");
                            }

                            @Override
                            public void closed(String code, long retryAfterMillis) {
                                ends.add("closed " + code + " " + retryAfterMillis);
                            }
                        });
        return String.valueOf(ends.poll(30, TimeUnit.SECONDS));
    }

    /// As a browser does it, on a computer that trusts these.
    private static void handshake(RelayAddress relay, KeyStore roots) throws IOException {
        RelayTrust trust = new RelayTrust(Optional.empty(), RelayTrust.trusting(roots));
        try (SSLSocket socket = (SSLSocket) trust.context().getSocketFactory().createSocket()) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setServerNames(List.of(new javax.net.ssl.SNIHostName("localhost")));
            socket.setSSLParameters(parameters);
            socket.connect(
                    new java.net.InetSocketAddress(
                            InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}),
                            relay.port()));
            socket.startHandshake();
        }
    }

    private static RelayKey signedBy(KeyPair root, String name) throws Exception {
        KeyPair pair = keyPair();
        return new RelayKey(pair.getPrivate(), List.of(certificate(pair, root, name, false)));
    }

    private static KeyPair keyPair() throws Exception {
        return KeyPairGenerator.getInstance("EC").generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair of, KeyPair by, String name, boolean isRoot)
            throws Exception {
        JcaX509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        new X500Name("CN=root.example"),
                        new BigInteger(64, RANDOM),
                        Date.from(Instant.now().minusSeconds(3600)),
                        Date.from(Instant.now().plusSeconds(3600)),
                        new X500Name("CN=" + name),
                        of.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(isRoot));
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.dNSName, name)));
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(
                                new JcaContentSignerBuilder("SHA256withECDSA")
                                        .build(by.getPrivate())));
    }
}
