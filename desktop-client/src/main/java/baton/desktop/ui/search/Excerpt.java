package baton.desktop.ui.search;

import baton.desktop.store.SearchHit.Mark;
import baton.desktop.ui.common.SafeText;
import java.util.List;

/// One line of a message around what was found, safe to draw: no line breaks, no marks that turn
/// the direction of writing or take no room, no more than two accents on a letter. Pure.
///
/// @param before what stands before the hit, a few words at most
/// @param hit as it is written in the message; empty if nothing was sought by words
/// @param after as much as a line could need
record Excerpt(String before, String hit, String after) {
    private static final int BEFORE_MAX = 20;
    private static final int HIT_MAX = 32;
    private static final int AFTER_MAX = 160;
    private static final int ACCENTS_MAX = 2;
    private static final String MORE = "…";
    private static final int JOINER = 0x200d;
    private static final int WIDE_FROM = 0x2e80;

    static Excerpt of(String text, List<Mark> marks) {
        if (marks.isEmpty()) {
            return new Excerpt("", "", beginning(text, AFTER_MAX).stripLeading());
        }
        Mark first = marks.getFirst();
        String hit = beginning(text.substring(first.from(), first.to()), HIT_MAX);
        return new Excerpt(
                ending(text.substring(0, first.from())),
                hit,
                beginning(text.substring(first.to()), AFTER_MAX));
    }

    /// All of it in one piece.
    String whole() {
        return before + hit + after;
    }

    private static String beginning(String text, int most) {
        StringBuilder kept = new StringBuilder();
        int room = most;
        int accents = 0;
        for (int at = 0; at < text.length(); ) {
            int letter = text.codePointAt(at);
            at += Character.charCount(letter);
            accents = SafeText.isMark(letter) ? accents + 1 : 0;
            if (accents > ACCENTS_MAX || isDropped(letter)) {
                continue;
            }
            room -= width(letter);
            if (room < 0) {
                return kept + MORE;
            }
            add(letter, kept);
        }
        return kept.toString();
    }

    private static void add(int letter, StringBuilder kept) {
        boolean space = Character.isWhitespace(letter) || Character.isISOControl(letter);
        if (!space && Character.getType(letter) != Character.SURROGATE) {
            kept.appendCodePoint(letter);
        } else if (!space) {
            kept.append('\ufffd');
        } else if (kept.isEmpty() || kept.charAt(kept.length() - 1) != ' ') {
            kept.append(' ');
        }
    }

    /// The last words, cut where one begins if there is such a place.
    private static String ending(String text) {
        int from = text.length();
        int room = BEFORE_MAX;
        while (from > 0 && room > 0) {
            int letter = text.codePointBefore(from);
            from -= Character.charCount(letter);
            room -= width(letter);
        }
        String kept = beginning(text.substring(from), Integer.MAX_VALUE);
        if (from == 0) {
            return kept.stripLeading();
        }
        int word = kept.indexOf(' ');
        boolean hasWord = word >= 0 && word < kept.length() - 1;
        return MORE + (hasWord ? kept.substring(word + 1) : kept);
    }

    private static boolean isDropped(int letter) {
        return Character.getType(letter) == Character.FORMAT && letter != JOINER;
    }

    private static int width(int letter) {
        return SafeText.isMark(letter) ? 0 : letter >= WIDE_FROM ? 2 : 1;
    }
}
