package baton.desktop.ui.timeline;

/// What is shown of a very long message until a person asks for all of it, so that no message makes
/// a row that takes screens to scroll past. Pure.
///
/// @param head the message, or its beginning
/// @param cut whether there is more
record Fold(String head, boolean cut) {
    private static final int CHARS_MAX = 3_000;
    private static final int LINES_MAX = 50;

    /// Less than the most, lest unfolding brings a line.
    private static final int CHARS_SHOWN = 2_400;

    private static final int LINES_SHOWN = 40;

    static Fold of(String text) {
        boolean isLong = text.length() > CHARS_MAX || ends(text, LINES_MAX) < text.length();
        if (!isLong) {
            return new Fold(text, false);
        }
        int end = Math.min(CHARS_SHOWN, ends(text, LINES_SHOWN));
        int whole = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return new Fold(text.substring(0, whole).stripTrailing() + "…", true);
    }

    /// Where that many lines end, however lines are broken there.
    private static int ends(String text, int lines) {
        int left = lines;
        for (int i = 0; i < text.length(); i++) {
            boolean breaks = "\n\r\u000b\f\u0085\u2028\u2029".indexOf(text.charAt(i)) >= 0;
            left -= breaks ? 1 : 0;
            if (left == 0) {
                return Math.max(1, i);
            }
        }
        return text.length();
    }
}
