package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiCompletionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                ":smi",
                "all good :smi",
                "(:smi",
                "好了:smi",
                "a\n:Smi",
                ":笑",
                "好 :笑脸",
                "👍:smi"
            })
    void aNameBehindAColonIsCompleted(String text) {
        EmojiCompletion begun = EmojiCompletion.at(text, text.length()).orElseThrow();
        assertEquals(':', text.charAt(begun.start()));
        assertEquals(text.length(), begun.caret());
        assertTrue(begun.choices().size() <= EmojiCompletion.SHOWN_MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":s",
                ":",
                ":)",
                ":-)",
                ":D",
                "10:30",
                "at 10:30pm",
                "http://smi",
                "https:smile",
                "x:smile",
                "注意:笑脸",
                "a :smi ",
                "`:smi",
                "```\n:smile",
                "::smile",
                ":qqqqq",
                "std::sm"
            })
    void whereAColonMeansSomethingElseNothingIsOffered(String text) {
        assertTrue(EmojiCompletion.at(text, text.length()).isEmpty(), text);
    }

    @Test
    void theNameEndsAtTheCaret() {
        EmojiCompletion begun = EmojiCompletion.at("a :tada and b", 6).orElseThrow();
        assertEquals(2, begun.start());
        assertEquals("🎉", begun.wordsOf(begun.choices().getFirst()));
    }

    @Test
    void aSecondColonEndsAWholeName() {
        assertEquals(
                "👍",
                EmojiCompletion.closedAt(":+1", 3).orElseThrow().choices().getFirst().emoji());
        assertFalse(EmojiCompletion.closedAt("10:30", 5).isPresent());
        assertFalse(EmojiCompletion.closedAt(":smil", 5).isPresent());
        assertFalse(EmojiCompletion.closedAt("`:smile", 7).isPresent());
    }
}
