package baton.desktop.ui.common;

import java.text.Bidi;

/// Text of other people made safe to draw: it cannot turn its neighbours around, grow out of its
/// line, or hide that it says nothing. What a person copies is the text itself. Pure.
public final class SafeText {
    /// Marks on one letter; more than any language needs, and no tower.
    private static final int MARKS_MAX = 8;

    private static final char LEFT_TO_RIGHT = '\u200e';
    private static final int PICTURES = 0x2400;
    private static final int DELETED = 0x7f;
    private static final int UNKNOWN = 0xfffd;

    private SafeText() {}

    /// A text of several lines. Control characters become visible; what changes the direction of
    /// everything behind it is left out.
    public static String words(String text) {
        if (isTame(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length());
        int marks = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (isMark(point)) {
                marks++;
            } else if (Character.getType(point) != Character.FORMAT) {
                marks = 0;
            }
            boolean doubled = point == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (marks <= MARKS_MAX && !isTurning(point) && !doubled) {
                safe.appendCodePoint(visible(point));
            }
        }
        return safe.toString();
    }

    /// A name, a title, a preview: one line that keeps its own direction to itself.
    public static String line(String text) {
        String line = words(text).replaceAll("[\\s\\p{Z}]+", " ").strip();
        return Bidi.requiresBidi(line.toCharArray(), 0, line.length())
                ? LEFT_TO_RIGHT + line + LEFT_TO_RIGHT
                : line;
    }

    /// Whether there is anything to see.
    public static boolean isVisible(String text) {
        return text.codePoints().anyMatch(SafeText::isInked);
    }

    /// The name, in one line, or another one if it cannot be seen.
    public static String name(String name, String otherwise) {
        return isVisible(name) ? line(name) : otherwise;
    }

    private static boolean isTame(String text) {
        return text.chars().allMatch(sign -> (sign >= ' ' && sign < DELETED) || sign == '\n');
    }

    /// Whether it stands on the letter before it, such as an accent.
    public static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /// Embeddings, overrides and isolates.
    private static boolean isTurning(int point) {
        return (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
    }

    private static int visible(int point) {
        return switch (point) {
            case '\t', '\n' -> point;
            case '\r', 0x0b, 0x0c, 0x85, 0x2028, 0x2029 -> '\n';
            case DELETED -> PICTURES + 0x21;
            default ->
                    point < ' '
                            ? PICTURES + point
                            : Character.isISOControl(point)
                                            || Character.getType(point) == Character.SURROGATE
                                    ? UNKNOWN
                                    : point;
        };
    }

    private static boolean isInked(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.NON_SPACING_MARK ->
                    false;
            // Letters of Hangul and a pattern of Braille that have no ink.
            default ->
                    point != 0x115f
                            && point != 0x1160
                            && point != 0x3164
                            && point != 0xffa0
                            && point != 0x2800;
        };
    }
}
