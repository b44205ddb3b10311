package baton.model;

/// What ids are made of. Looked at one by one and without a pattern: every event names several ids,
/// and every one is checked.
final class Signs {
    private Signs() {}

    /// Whether `text[from, to)` has `a-z 0-9` and `more` only, and a length within the bounds.
    static boolean areOnly(String more, String text, int from, int to, int min, int max) {
        if (to - from < min || to - from > max) {
            return false;
        }
        for (int i = from; i < to; i++) {
            char sign = text.charAt(i);
            boolean isPlain = (sign >= 'a' && sign <= 'z') || (sign >= '0' && sign <= '9');
            if (!isPlain && more.indexOf(sign) < 0) {
                return false;
            }
        }
        return true;
    }
}
