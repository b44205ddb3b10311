package baton.protocol;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A one-time code that signs a further device in: [#CHARS] characters of [#ALPHABET], which has no
/// two that look alike. People see it in two groups, `H7KM-3QXA`. It has 38 random bits: enough for
/// [baton.model.Limits#LINK_CODE] with the relay's limits on tries, and for nothing else.
///
/// @param value without dash, in capitals
public record LinkCode(String value) {
    /// Of the letters and digits that are taken for each other at most one is in it: 0 O, 1 I L, 2
    /// Z, 5 S, 8 B, U V.
    public static final String ALPHABET = "ACDEFGHJKMNPQRTVWXY23456789";

    public static final int CHARS = 8;
    private static final int GROUP = 4;
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{" + CHARS + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]+");

    /// @throws IllegalArgumentException if the value has another shape
    public LinkCode {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed link code");
        }
    }

    /// Reads what people type: in any case, with or without dash, also in the full-width letters of
    /// an input method.
    public static Optional<LinkCode> parse(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String value = BETWEEN.matcher(plain).replaceAll("").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() ? Optional.of(new LinkCode(value)) : Optional.empty();
    }

    /// As people read and type it.
    public String shown() {
        return value.substring(0, GROUP) + "-" + value.substring(GROUP);
    }

    /// Prints no code.
    @Override
    public String toString() {
        return "LinkCode";
    }
}
