package baton.desktop.net;

import baton.model.KeyFingerprint;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/// Whether the key that a relay shows is the right one: the one place for that rule, for sign-in
/// and socket alike. It decides before anything but the handshake has left.
///
/// 1. If the address names a key, it must be that one, by TLS 1.3. Names and dates of the
///    certificate do not count, and nobody else's word does.
/// 2. If not, this computer must trust the certificate, as it does in a browser.
///
/// Any thread.
final class RelayTrust extends X509ExtendedTrustManager {
    private static final String PROTOCOL = "TLSv1.3";
    private static final X509Certificate[] NO_ISSUERS = new X509Certificate[0];

    private final Optional<KeyFingerprint> expected;
    private final X509ExtendedTrustManager ordinary;
    private volatile Optional<UntrustedKeyException> refused = Optional.empty();

    RelayTrust(Optional<KeyFingerprint> expected) {
        this(expected, Ordinary.OF_SYSTEM);
    }

    /// The same on a computer that trusts others, for tests.
    RelayTrust(Optional<KeyFingerprint> expected, X509ExtendedTrustManager ordinary) {
        this.expected = expected;
        this.ordinary = ordinary;
    }

    /// What this computer trusts; read once, when it is first needed.
    private static final class Ordinary {
        static final X509ExtendedTrustManager OF_SYSTEM = trusting(null);
    }

    /// @param roots null for those that this computer came with
    static X509ExtendedTrustManager trusting(@Nullable KeyStore roots) {
        try {
            TrustManagerFactory factory =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(roots);
            return Stream.of(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java trusts nobody", e);
        }
    }

    /// For one side of connections that go by this rule.
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(null, new TrustManager[] {this}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java speaks no TLS", e);
        }
    }

    /// The last key that was refused; empty if none was.
    Optional<UntrustedKeyException> refused() {
        return refused;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        check(
                chain,
                engine.getHandshakeSession(),
                () -> ordinary.checkServerTrusted(chain, kind, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        if (!(socket instanceof SSLSocket tls)) {
            throw new CertificateException("not a socket of TLS");
        }
        check(
                chain,
                tls.getHandshakeSession(),
                () -> ordinary.checkServerTrusted(chain, kind, socket));
    }

    /// Asks what this computer trusts.
    @FunctionalInterface
    private interface Vouching {
        void check() throws CertificateException;
    }

    private void check(X509Certificate[] chain, SSLSession session, Vouching others)
            throws CertificateException {
        KeyFingerprint shown = KeyFingerprint.of(chain[0].getPublicKey());
        if (expected.isPresent()) {
            if (!expected.get().equals(shown)) {
                throw refusal(UntrustedKeyException.changed(shown));
            }
            if (!session.getProtocol().equals(PROTOCOL)) {
                throw new CertificateException("a relay's own key goes with " + PROTOCOL);
            }
            return;
        }
        try {
            others.check();
        } catch (CertificateException e) {
            throw refusal(
                    isOwn(chain)
                            ? UntrustedKeyException.unknown(shown, e)
                            : UntrustedKeyException.untrusted(shown, e));
        }
    }

    private UntrustedKeyException refusal(UntrustedKeyException refusal) {
        refused = Optional.of(refusal);
        return refusal;
    }

    /// Whether a relay made it itself. What others signed and is not valid, for another name or no
    /// longer, is nothing that a person could judge by its fingerprint.
    private static boolean isOwn(X509Certificate[] chain) {
        PublicKey key = chain[0].getPublicKey();
        try {
            chain[0].verify(key);
            return chain.length == 1;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("a chain without its connection");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind)
            throws CertificateException {
        throw new CertificateException("a device serves nobody");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
            throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
            throws CertificateException {
        checkClientTrusted(chain, kind);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return NO_ISSUERS;
    }
}
