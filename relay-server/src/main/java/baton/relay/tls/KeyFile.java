package baton.relay.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Reads keys from files, and makes the relay's own. PEM files may hold key and certificates in any
/// order, in one file or in several; the key must not be encrypted.
public final class KeyFile {
    private static final X500Name NAME = new X500Name("CN=Baton relay");

    /// Devices go by the key, so it never runs out; ten years more than a computer lives.
    private static final Duration LIFE = Duration.ofDays(30 * 365);

    private static final int SERIAL_BITS = 127;

    private KeyFile() {}

    /// The key in a file that only its owner can read; made if there is none. It is there as a
    /// whole or not at all, whenever the computer stops.
    ///
    /// @throws IOException if it cannot be read or written
    /// @throws GeneralSecurityException if what is there is no key and its certificate
    public static RelayKey ownIn(Path file, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            write(make(now, random), file);
        }
        return fromPem(List.of(file));
    }

    /// @param files that hold one key and the certificates for it, the relay's own first
    /// @throws GeneralSecurityException if one of these is missing or they do not fit
    public static RelayKey fromPem(List<Path> files) throws IOException, GeneralSecurityException {
        List<PrivateKey> keys = new ArrayList<>();
        List<X509Certificate> chain = new ArrayList<>();
        for (Path file : files) {
            try (Reader reader = Files.newBufferedReader(file);
                    PEMParser parser = new PEMParser(reader)) {
                for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                    switch (part) {
                        case PEMKeyPair pair ->
                                keys.add(
                                        new JcaPEMKeyConverter()
                                                .getPrivateKey(pair.getPrivateKeyInfo()));
                        case PrivateKeyInfo info ->
                                keys.add(new JcaPEMKeyConverter().getPrivateKey(info));
                        case X509CertificateHolder certificate ->
                                chain.add(
                                        new JcaX509CertificateConverter()
                                                .getCertificate(certificate));
                        default -> {
                            // Parameters of a curve, for example, which the key names again.
                        }
                    }
                }
            }
        }
        if (keys.size() != 1 || chain.isEmpty()) {
            throw new GeneralSecurityException(
                    "found " + keys.size() + " keys and " + chain.size() + " certificates");
        }
        return new RelayKey(keys.getFirst(), chain);
    }

    /// The first key of a PKCS #12 file.
    ///
    /// @param password of the file and of the key in it
    public static RelayKey fromPkcs12(Path file, String password)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream bytes = Files.newInputStream(file)) {
            store.load(bytes, password.toCharArray());
        }
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key) {
                List<X509Certificate> chain = new ArrayList<>();
                for (Certificate certificate : store.getCertificateChain(alias)) {
                    chain.add((X509Certificate) certificate);
                }
                return new RelayKey(key, chain);
            }
        }
        throw new GeneralSecurityException("there is no private key in it");
    }

    private static RelayKey make(Instant now, SecureRandom random) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        KeyPair pair = generator.generateKeyPair();
        try {
            X509CertificateHolder signed =
                    new JcaX509v3CertificateBuilder(
                                    NAME,
                                    new BigInteger(SERIAL_BITS, random),
                                    // Clocks of devices may be behind.
                                    Date.from(now.minus(Duration.ofDays(1))),
                                    Date.from(now.plus(LIFE)),
                                    NAME,
                                    pair.getPublic())
                            .build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(pair.getPrivate()));
            return new RelayKey(
                    pair.getPrivate(),
                    List.of(new JcaX509CertificateConverter().getCertificate(signed)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException("the certificate cannot be signed", e);
        }
    }

    private static void write(RelayKey made, Path file) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            PrivateKeyInfo key = PrivateKeyInfo.getInstance(made.key().getEncoded());
            writer.writeObject(new PKCS8Generator(key, null));
            writer.writeObject(made.chain().getFirst());
        }
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, ownerOnly(file));
        Files.writeString(next, text.toString(), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean isPosix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
