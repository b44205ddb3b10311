package baton.rules;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The SHA-1 of a text that is put together piece by piece, and then of the next one: several
/// hashes share one algorithm and one buffer. One thread.
final class Sha1 {
    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGIT_BITS = 4;
    private static final int BUFFER = 192;

    private final MessageDigest sha = sha1();
    private byte[] bytes = new byte[BUFFER];
    private int length;

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /// @param ascii one character
    Sha1 sign(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Sha1 text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    Sha1 number(long number) {
        return text(Long.toString(number));
    }

    /// 16 hexadecimal digits.
    Sha1 hex(long value) {
        room(Long.SIZE / DIGIT_BITS);
        for (int shift = Long.SIZE - DIGIT_BITS; shift >= 0; shift -= DIGIT_BITS) {
            bytes[length++] = DIGITS[(int) (value >>> shift) & (DIGITS.length - 1)];
        }
        return this;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, 2 * bytes.length + more);
        }
    }

    /// The first half of the hash of all that was put in since the last time.
    long first64() {
        sha.update(bytes, 0, length);
        length = 0;
        byte[] hash = sha.digest();
        long first = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            first = (first << Byte.SIZE) | Byte.toUnsignedLong(hash[i]);
        }
        return first;
    }
}
