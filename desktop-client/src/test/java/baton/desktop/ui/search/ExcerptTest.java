package baton.desktop.ui.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.SearchHit.Mark;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    private static Excerpt of(String text, String sought) {
        int from = text.indexOf(sought);
        return Excerpt.of(text, List.of(new Mark(from, from + sought.length())));
    }

    @Test
    void shortTextIsShownWhole() {
        assertEquals(new Excerpt("it is ", "back", " now"), of("it is back now", "back"));
    }

    @Test
    void fewWordsBeforeTheHitAreKeptAndBeginWithAWord() {
        Excerpt excerpt = of("Card payments time out since 18:02, refunds are fine.", "refunds");
        assertEquals(new Excerpt("…out since 18:02, ", "refunds", " are fine."), excerpt);
    }

    @Test
    void textWithoutMarksIsShownFromItsBeginning() {
        assertEquals(new Excerpt("", "", "one two"), Excerpt.of("\n one\n\ttwo", List.of()));
    }

    @Test
    void oneWordOfEightThousandLettersIsCutOnBothSides() {
        Excerpt excerpt = of("a".repeat(4_000) + "needle" + "b".repeat(4_000), "needle");
        assertTrue(excerpt.before().startsWith("…a"));
        assertTrue(excerpt.after().endsWith("b…"));
        assertTrue(excerpt.whole().length() < 250);
        assertTrue(of("x".repeat(8_000), "x".repeat(8_000)).hit().length() < 50);
    }

    @Test
    void nothingTurnsTheDirectionOrHidesOrPilesUp() {
        String hostile =
                "a\u202eb\u2066c\u200bd\u0000e\r\nf" + "\u0301".repeat(1_000) + "\ud800 hit";
        Excerpt excerpt = of(hostile, "hit");
        assertFalse(excerpt.whole().matches("(?s).*[\\p{Cf}\\p{Cc}\\p{Cs}].*"));
        assertTrue(excerpt.whole().chars().filter(letter -> letter == 0x301).count() <= 2);
    }

    @Test
    void emojiStaysInOnePiece() {
        assertEquals("👩‍💻 here", of("👩‍💻 here", "here").whole());
    }
}
