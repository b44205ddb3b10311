package baton.desktop.ui.common.markup;

import baton.desktop.ui.common.Addresses;
import java.util.Arrays;

/// What a chat means by the marks of CommonMark, as a copy of a line in which signs that are no
/// marks here are replaced one for one by signs that never are. Emphasis stands around words, not
/// in them: `2*3*4`, `f(*args)`, `src/**/x`, `__init__` and `.*x.*` stay as typed.
final class MeantMarks {
    private static final char LETTER = 'x';
    private static final char DASH = '-';
    private static final String MARKS = "*_`[";

    /// What may stand before emphasis, apart from a space.
    private static final String BEFORE = "([{\"'-*_`";

    /// What may stand behind emphasis, apart from a space.
    private static final String BEHIND = ")]}\"'-.,;:!?*_`";

    /// What ends a sentence or a bracket does not begin emphasis.
    private static final String NO_BEGINNING = ")]}.,;:!?/\\=";

    private static final int STRONGEST = 3;

    private MeantMarks() {}

    static boolean areIn(String line) {
        return line.chars().anyMatch(sign -> MARKS.indexOf(sign) >= 0);
    }

    static String masked(String line) {
        char[] signs = line.toCharArray();
        hideSigns(signs);
        hideRuns(line, signs);
        for (Addresses.Place place : Addresses.in(line)) {
            for (int i = place.start(); i < place.end(); i++) {
                if ("*_[]!&<>\\".indexOf(line.charAt(i)) >= 0) {
                    signs[i] = LETTER;
                }
            }
        }
        return new String(signs);
    }

    /// No HTML, entities or definitions of references. Signs beyond ASCII count as letters:
    /// CommonMark's rules about what may stand beside a mark know of spaces between words.
    private static void hideSigns(char[] signs) {
        for (int i = 0; i < signs.length; i++) {
            char sign = signs[i];
            boolean defines = sign == ']' && i + 1 < signs.length && signs[i + 1] == ':';
            if (sign == '<' || sign == '&' || defines) {
                signs[i] = DASH;
            } else if (sign > 0x7f
                    && !Character.isSurrogate(sign)
                    && !Character.isWhitespace(sign)
                    && !Character.isSpaceChar(sign)) {
                signs[i] = LETTER;
            }
        }
    }

    private static void hideRuns(String line, char[] signs) {
        int from = 0;
        while (from < signs.length) {
            char mark = line.charAt(from);
            int to = from + 1;
            if (mark == '*' || mark == '_') {
                while (to < signs.length && line.charAt(to) == mark) {
                    to++;
                }
                if (isMark(line, mark, from, to)) {
                    level(line, signs, from - 1, to);
                    level(line, signs, to, from - 1);
                } else {
                    Arrays.fill(signs, from, to, LETTER);
                }
            }
            from = to;
        }
    }

    /// A sign beyond ASCII counts like the one on the other side of a mark: CommonMark takes a mark
    /// between a letter and a punctuation mark to look one way only.
    private static void level(String line, char[] signs, int at, int other) {
        boolean both = Math.min(at, other) >= 0 && Math.max(at, other) < signs.length;
        if (both && line.charAt(at) > 0x7f && signs[at] == LETTER && isPunctuation(signs[other])) {
            signs[at] = DASH;
        }
    }

    private static boolean isPunctuation(char sign) {
        return sign < 0x7f && !Character.isLetterOrDigit(sign) && !isSpace(sign);
    }

    private static boolean isMark(String line, char mark, int from, int to) {
        int longest = mark == '_' ? 1 : STRONGEST;
        return to - from <= longest && (mayBegin(line, from, to) || mayEnd(line, from, to));
    }

    private static boolean mayBegin(String line, int from, int to) {
        return to < line.length()
                && !isSpace(line.charAt(to))
                && NO_BEGINNING.indexOf(line.charAt(to)) < 0
                && (from == 0 || isBeside(line.charAt(from - 1), BEFORE));
    }

    private static boolean mayEnd(String line, int from, int to) {
        return from > 0
                && !isSpace(line.charAt(from - 1))
                && (to == line.length() || isBeside(line.charAt(to), BEHIND));
    }

    private static boolean isBeside(char sign, String allowed) {
        boolean spacesWords = sign < 0x2e80 && Character.isLetterOrDigit(sign);
        return isSpace(sign) || allowed.indexOf(sign) >= 0 || (sign > 0x7f && !spacesWords);
    }

    private static boolean isSpace(char sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
