package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import java.text.Bidi;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SafeTextTest {
    private static final String HEBREW = "\u05d0\u05d1\u05d2";

    @Test
    void ordinaryTextIsLeftAlone() {
        for (String text :
                List.of("", "a\nb", "Zürich 字 👨‍👩‍👧 ❤️ 👍🏽", "ชื่อ", "\tx", HEBREW)) {
            assertEquals(text, SafeText.words(text));
        }
        assertEquals("Ben Okafor", SafeText.line("Ben Okafor"));
    }

    @Test
    void aTowerOfMarksIsCutToWhatLanguagesNeed() {
        assertEquals(
                "e" + "\u0301".repeat(8) + "x", SafeText.words("e" + "\u0301".repeat(7_999) + "x"));
        String woven = "e" + "\u0301\u200d".repeat(3_000);
        assertEquals(8, SafeText.words(woven).chars().filter(sign -> sign == 0x301).count());
    }

    @Test
    void nothingTurnsItsNeighboursAround() {
        for (char turn = '\u202a'; turn <= '\u202e'; turn++) {
            assertEquals("ab", SafeText.words("a" + turn + "b"));
        }
        for (char turn = '\u2066'; turn <= '\u2069'; turn++) {
            assertEquals("ab", SafeText.line("a" + turn + "b"));
        }
        String listed = SafeText.line(HEBREW) + ", " + SafeText.line(HEBREW) + " 10:31";
        Bidi bidi = new Bidi(listed, Bidi.DIRECTION_LEFT_TO_RIGHT);
        assertEquals(0, bidi.getLevelAt(listed.indexOf(',')), "the comma stays between the names");
        assertEquals(0, bidi.getLevelAt(listed.indexOf("10")), "and the time behind them");
    }

    @Test
    void controlCharactersAreVisibleAndLinesAreLines() {
        assertEquals(
                "a\u2400b\u241b[0m\u2421\ufffd", SafeText.words("a\u0000b\u001b[0m\u007f\u0080"));
        assertEquals("a\nb\nc\nd\ne", SafeText.words("a\r\nb\rc\u2028d\u0085e"));
        assertEquals("\ufffd", SafeText.words("\ud800"));
        assertEquals("a b c d", SafeText.line(" a\n\n b\t\u2028c\u3000d "));
    }

    @Test
    void aNameThatCannotBeSeenIsReplaced() {
        for (String name :
                List.of("", " ", "\u200b\u200d", "\u202e", "\u3164", "\u2800", "\u0301")) {
            assertFalse(SafeText.isVisible(name));
            assertEquals("@ben", SafeText.name(name, "@ben"));
        }
        assertTrue(SafeText.isVisible("字"));
        assertTrue(SafeText.isVisible("👍"));
    }

    /// Look-alikes exist among names only: those show their handle when pointed at.
    @Test
    void aHandleHasNoLettersThatLookLikeOthers() {
        for (String handle :
                List.of("b\u0435n", "\u03b2en", "ben\u200b", "be\u0301n", "bén", "ｂｅｎ")) {
            assertEquals(Optional.empty(), AccountId.parse(handle), handle);
            assertThrows(IllegalArgumentException.class, () -> new AccountId(handle));
        }
    }
}
