package baton.relay.tls;

import baton.model.KeyFingerprint;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A private key and the certificates that speak for it.
///
/// @param chain the relay's own certificate first
public record RelayKey(PrivateKey key, List<X509Certificate> chain) {
    /// All that a relay speaks.
    public static final String PROTOCOL = "TLSv1.3";

    private static final char[] IN_MEMORY = new char[0];

    public RelayKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a key without a certificate");
        }
    }

    /// What devices remember it by.
    public KeyFingerprint fingerprint() {
        return KeyFingerprint.of(chain.getFirst().getPublicKey());
    }

    /// For the relay's side of connections.
    ///
    /// @throws GeneralSecurityException if key and certificate are of no use to each other
    public SSLContext context() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, IN_MEMORY);
            store.setKeyEntry("relay", key, IN_MEMORY, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, IN_MEMORY);
            SSLContext context = SSLContext.getInstance(PROTOCOL);
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (IOException e) {
            throw new GeneralSecurityException("an empty key store cannot be made", e);
        }
    }

    /// Prints no key.
    @Override
    public String toString() {
        return "RelayKey[" + fingerprint() + "]";
    }
}
