package baton.model;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a relay's key is known by: the SHA-256 of its `SubjectPublicKeyInfo`. A certificate may be
/// made anew around the same key; whoever remembers this does not notice.
///
/// @param hex 64 hexadecimal digits, small letters
public record KeyFingerprint(String hex) {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");
    private static final int GROUP = 4;

    public KeyFingerprint {
        if (!HEX.matcher(hex).matches()) {
            throw new IllegalArgumentException("no fingerprint: " + hex);
        }
    }

    public static KeyFingerprint of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new KeyFingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Reads what people type or copy: spaces and colons between the digits do not count.
    public static Optional<KeyFingerprint> parse(String text) {
        String digits = text.replaceAll("[\\s:]", "").toLowerCase(Locale.ROOT);
        return HEX.matcher(digits).matches()
                ? Optional.of(new KeyFingerprint(digits))
                : Optional.empty();
    }

    /// For eyes that compare: sixteen groups of four digits.
    public String shown() {
        return hex.replaceAll("(.{" + GROUP + "})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return hex;
    }
}
