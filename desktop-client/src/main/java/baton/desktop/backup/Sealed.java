package baton.desktop.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/// Encryption of the two parts of a backup by Tink's streaming AEAD (AES-256-GCM, in segments of 1
/// MiB, of which the last one is marked): a byte that was changed, left out, moved or added is
/// noticed, as is an end that is missing. Each part is bound to the header and to its own name.
final class Sealed {
    private static final String HMAC = "HmacSha256";
    private static final int KEY_BYTES = 32;
    private static final int SEGMENT_BYTES = 1 << 20;

    private final AesGcmHkdfStreaming cipher;
    private final byte[] header;

    Sealed(byte[] key, byte[] header) {
        this.header = header.clone();
        try {
            cipher = new AesGcmHkdfStreaming(key, HMAC, KEY_BYTES, SEGMENT_BYTES, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java lacks AES-GCM or HMAC", e);
        }
    }

    private byte[] bound(String part) {
        byte[] name = part.getBytes(StandardCharsets.US_ASCII);
        byte[] all = new byte[header.length + name.length];
        System.arraycopy(header, 0, all, 0, header.length);
        System.arraycopy(name, 0, all, header.length, name.length);
        return all;
    }

    void writeManifest(Manifest manifest, OutputStream out) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream in = encrypting(sealed, "manifest")) {
            in.write(manifest.bytes());
        }
        out.write(sealed.toByteArray());
    }

    /// Reads the manifest and not a byte more.
    ///
    /// @throws BackupException `backup-passphrase-wrong` or `backup-damaged`
    Manifest readManifest(InputStream in) throws IOException, BackupException {
        int length = Math.toIntExact(cipher.expectedCiphertextSize(Manifest.BYTES));
        byte[] sealed = in.readNBytes(length);
        if (sealed.length < length) {
            throw new BackupException(BackupException.DAMAGED);
        }
        byte[] manifest;
        try (InputStream opened = decrypting(new ByteArrayInputStream(sealed), "manifest")) {
            manifest = opened.readAllBytes();
        } catch (IOException e) {
            throw new BackupException(BackupException.PASSPHRASE_WRONG, e);
        }
        return Manifest.of(manifest);
    }

    /// @param out is closed with what is answered
    OutputStream encryptingBody(OutputStream out) throws IOException {
        return encrypting(out, "body");
    }

    /// Reading from it fails with an `IOException` if something was altered.
    InputStream decryptingBody(InputStream in) throws IOException {
        return decrypting(in, "body");
    }

    private OutputStream encrypting(OutputStream out, String part) throws IOException {
        try {
            return cipher.newEncryptingStream(out, bound(part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this length must be good", e);
        }
    }

    private InputStream decrypting(InputStream in, String part) throws IOException {
        try {
            return cipher.newDecryptingStream(in, bound(part));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key of this length must be good", e);
        }
    }
}
