package baton.desktop.store.sqlite;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/// How texts are compared when somebody searches: letter by letter, so that a place in the folded
/// text is a place in the text. Pure.
///
/// 1. Case, accents and width do not matter: `Ａ`, `á` and `a` are one letter, `ß` is `ss`. Kana
///    keep their voice marks.
/// 2. What nobody sees is left out: zero-width characters, marks of writing direction, variation
///    selectors. Whatever separates is a space.
/// 3. For the index each letter of a script that writes words in one or two letters has a mark on
///    either side. So one Chinese character is three letters long already and two are five: both
///    are found by the index, which knows of three letters in a row.
final class SearchText {
    /// Another one whenever a text may fold to something else: by this class, or by what the
    /// runtime knows of Unicode.
    static final String RULE = "1-" + Runtime.version().feature();

    private static final char PAD = '\u001f';
    private static final int GRAM = 3;
    private static final int GRAMS_MAX = 64;
    private static final int FIRST_WIDE = 0x2190;
    private static final int VOICED = 0x3099;
    private static final int HALF_VOICED = 0x309A;
    private static final int TABLE_FROM = 0x80;
    private static final String[] TABLE =
            IntStream.range(TABLE_FROM, 0x600)
                    .mapToObj(SearchText::foldSlowly)
                    .toArray(String[]::new);

    private SearchText() {}

    static String fold(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            fold(letter, folded);
            at += Character.charCount(letter);
        }
        return folded.toString();
    }

    /// Appends what becomes of one letter; nothing if nobody sees it.
    static void fold(int letter, StringBuilder folded) {
        if (letter < TABLE_FROM) {
            boolean upper = letter >= 'A' && letter <= 'Z';
            boolean plain = letter > ' ' && letter != 0x7f;
            folded.append((char) (upper ? letter + 0x20 : plain ? letter : ' '));
        } else if (letter - TABLE_FROM < TABLE.length) {
            folded.append(TABLE[letter - TABLE_FROM]);
        } else if (isIdeograph(letter)) {
            folded.appendCodePoint(letter);
        } else {
            folded.append(foldSlowly(letter));
        }
    }

    private static boolean isIdeograph(int letter) {
        return (letter >= 0x3400 && letter <= 0x9FFF) || (letter >= 0x20000 && letter <= 0x2F7FF);
    }

    private static String foldSlowly(int letter) {
        if (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE) {
            return "\ufffd";
        }
        String parts =
                UnicodeScript.of(letter) == UnicodeScript.HANGUL
                        ? Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKC)
                        : Normalizer.normalize(Character.toString(letter), Normalizer.Form.NFKD);
        StringBuilder folded = new StringBuilder();
        parts.codePoints()
                .filter(part -> !isUnseen(part))
                .forEach(part -> {
                    if (isSpace(part)) {
                        folded.append(' ');
                    } else {
                        Character.toString(part)
                                .toUpperCase(Locale.ROOT)
                                .codePoints()
                                .map(Character::toLowerCase)
                                .filter(lower -> !isUnseen(lower))
                                .forEach(folded::appendCodePoint);
                    }
                });
        return folded.toString();
    }

    private static boolean isSpace(int letter) {
        return Character.isWhitespace(letter)
                || Character.isSpaceChar(letter)
                || Character.isISOControl(letter);
    }

    private static boolean isUnseen(int letter) {
        int type = Character.getType(letter);
        if (type == Character.FORMAT) {
            return true;
        }
        if (type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK) {
            return false;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        boolean accent = script == UnicodeScript.INHERITED || script == UnicodeScript.HEBREW;
        return accent && letter != VOICED && letter != HALF_VOICED;
    }

    /// The folded text as the index gets it.
    static String indexed(String folded) {
        StringBuilder marked = new StringBuilder(folded.length());
        boolean atMark = false;
        for (int at = 0; at < folded.length(); ) {
            int letter = folded.codePointAt(at);
            at += Character.charCount(letter);
            boolean word = isWordAlone(letter);
            if (word && !atMark) {
                marked.append(PAD);
            }
            marked.appendCodePoint(letter);
            if (word) {
                marked.append(PAD);
            }
            atMark = word;
        }
        return marked.toString();
    }

    private static boolean isWordAlone(int letter) {
        if (letter < FIRST_WIDE) {
            return false;
        }
        if (Character.isIdeographic(letter) || Character.isEmoji(letter)) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(letter);
        return script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.HANGUL;
    }

    /// What the index must know of a text that holds this folded one; empty if that is too short.
    /// Of a long one the beginning is enough, since every hit is looked at again.
    static Set<String> grams(String folded) {
        int[] letters = indexed(folded).codePoints().toArray();
        Set<String> grams = new LinkedHashSet<>();
        for (int at = 0; at + GRAM <= letters.length && grams.size() < GRAMS_MAX; at++) {
            grams.add(new String(letters, at, GRAM));
        }
        return grams;
    }
}
