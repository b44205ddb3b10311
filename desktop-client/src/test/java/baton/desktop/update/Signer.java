package baton.desktop.update;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;

/// Signs announcements as `installers/common/feed` does, with a key of its own.
public final class Signer {
    private final KeyPair keys;

    public Signer() {
        try {
            keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public PublicKey key() {
        return keys.getPublic();
    }

    public byte[] signed(String text) {
        try {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(body);
            String first = "signature " + Base64.getEncoder().encodeToString(signature.sign());
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            out.writeBytes((first + "\n").getBytes(StandardCharsets.US_ASCII));
            out.writeBytes(body);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
