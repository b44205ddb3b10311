package baton.trials.wire;

/// Looks for ASCII words and numbers in frames, without making strings of them. Stateless.
public final class Bytes {
    private Bytes() {}

    public static boolean startsWith(byte[] bytes, int from, int to, byte[] word) {
        return to - from >= word.length && isAt(bytes, from, word);
    }

    private static boolean isAt(byte[] bytes, int at, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    /// @return where the word begins; -1 if it is not there
    public static int find(byte[] bytes, int from, int to, byte[] word) {
        byte first = word[0];
        for (int i = from; i <= to - word.length; i++) {
            if (bytes[i] == first && isAt(bytes, i, word)) {
                return i;
            }
        }
        return -1;
    }

    /// The number whose first digit is at a place.
    public static long number(byte[] bytes, int at) {
        long number = 0;
        for (int i = at; bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    /// The number behind a word.
    ///
    /// @throws IllegalStateException if the word is not there
    public static long numberAfter(byte[] bytes, int from, int to, byte[] word) {
        int at = find(bytes, from, to, word);
        if (at < 0) {
            throw new IllegalStateException(
                    "a frame lacks "
                            + new String(word, java.nio.charset.StandardCharsets.US_ASCII));
        }
        return number(bytes, at + word.length);
    }
}
