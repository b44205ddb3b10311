package baton.relay.account;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The secret with which a device shows who it is: `HANDLE~DEVICE~SECRET`, the secret being 256
/// random bits. It names its account, so that it can be looked up where the account lives, and a
/// hash without salt is enough to keep it, since nobody can guess it. May be used by any thread.
public final class DeviceTokens {
    private static final int SECRET_BYTES = 32;
    private static final int DEVICE_CHARS = 16;
    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE =
            Pattern.compile("([a-z0-9._-]{3,32})~([a-z0-9]{1,32})~[A-Za-z0-9_-]{43}");

    private final RandomGenerator random;

    /// Whom a token speaks for, if it is genuine.
    record Claim(AccountId account, DeviceId device) {}

    /// @param random that nobody can predict
    public DeviceTokens(RandomGenerator random) {
        this.random = random;
    }

    /// An id that no other device has.
    DeviceId newDevice() {
        StringBuilder id = new StringBuilder(DEVICE_CHARS);
        for (int i = 0; i < DEVICE_CHARS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new DeviceId(id.toString());
    }

    String newToken(AccountId account, DeviceId device) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        return account + "~" + device + "~" + text;
    }

    /// Reads a token without believing it.
    static Optional<Claim> read(String token) {
        Matcher parts = SHAPE.matcher(token);
        return parts.matches()
                ? Optional.of(
                        new Claim(new AccountId(parts.group(1)), new DeviceId(parts.group(2))))
                : Optional.empty();
    }

    /// Whether a token is the one whose hash was kept; takes equally long wherever they differ.
    static boolean matches(String token, String hash) {
        return MessageDigest.isEqual(
                hash(token).getBytes(StandardCharsets.US_ASCII),
                hash.getBytes(StandardCharsets.US_ASCII));
    }

    /// SHA-256 as hexadecimal digits.
    static String hash(String token) {
        try {
            byte[] sha =
                    MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
