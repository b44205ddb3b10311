package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FoldTest {
    @Test
    void whatFitsIsShownWhole() {
        for (String text : new String[] {"", "a", "x".repeat(3_000), "a\n".repeat(49)}) {
            assertEquals(new Fold(text, false), Fold.of(text));
        }
    }

    @Test
    void tooManyLettersOrLinesAreCutByMoreThanAFew() {
        assertEquals(new Fold("x".repeat(2_400) + "…", true), Fold.of("x".repeat(3_001)));
        assertEquals(40, Fold.of("a\n".repeat(51)).head().lines().count());
        assertEquals(40, Fold.of("a\u2028".repeat(8_000)).head().split("\u2028", -1).length);
        assertTrue(Fold.of("\n".repeat(8_000)).cut());
    }

    @Test
    void noLetterIsCutInTwo() {
        String head = Fold.of("x" + "👍".repeat(3_999)).head();
        assertFalse(Character.isHighSurrogate(head.charAt(head.length() - 2)));
    }
}
