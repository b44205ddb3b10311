package baton.desktop.backup;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/// What opens a backup. The same letters count as the same, however a keyboard puts them together.
public record Passphrase(String words) {
    /// The fewest letters that are taken.
    public static final int LETTERS_MIN = 8;

    static final int SALT_BYTES = 16;
    private static final int KEY_BYTES = 32;

    public Passphrase {
        words = Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    public boolean isTooShort() {
        return words.codePointCount(0, words.length()) < LETTERS_MIN;
    }

    /// How dear it is to try a passphrase, by Argon2id.
    record Cost(int kibibytes, int rounds, int lanes) {
        /// About half a second and 64 MiB: the second choice of RFC 9106, in one lane.
        static final Cost USUAL = new Cost(64 * 1024, 3, 1);

        private static final int KIBIBYTES_MAX = 1024 * 1024;
        private static final int ROUNDS_MAX = 64;
        private static final int LANES_MAX = 16;

        /// Whether a file may ask for it: nobody's file may take all memory and all day.
        boolean isBearable() {
            return kibibytes >= 8 * lanes
                    && kibibytes <= KIBIBYTES_MAX
                    && rounds >= 1
                    && rounds <= ROUNDS_MAX
                    && lanes >= 1
                    && lanes <= LANES_MAX;
        }
    }

    /// Takes as long as the cost says.
    byte[] key(byte[] salt, Cost cost) {
        return Argon2Function.getInstance(
                        cost.kibibytes(), cost.rounds(), cost.lanes(), KEY_BYTES, Argon2.ID)
                .hash(words.getBytes(StandardCharsets.UTF_8), salt)
                .getBytes();
    }

    /// Prints nothing of it.
    @Override
    public String toString() {
        return "Passphrase";
    }
}
