package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.common.EmojiNames.Named;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EmojiNamesTest {
    private static List<String> offered(String typed) {
        return EmojiNames.startingWith(typed, 6).stream().map(Named::emoji).toList();
    }

    @Test
    void shortcodesOfOtherChatsAreKnown() {
        assertEquals(Optional.of("👍"), EmojiNames.of("+1"));
        assertEquals(Optional.of("👍"), EmojiNames.of("thumbsup"));
        assertEquals(Optional.of("❤️"), EmojiNames.of("heart"));
        assertEquals(Optional.of("👨‍👩‍👧"), EmojiNames.of("man-woman-girl"));
        assertEquals(Optional.empty(), EmojiNames.of("no_such_thing"));
    }

    @Test
    void theWholeNameComesFirstThenBeginningsThenLaterWords() {
        assertEquals("😄", offered("smile").getFirst());
        assertEquals("😃", offered("smi").getFirst());
        assertTrue(offered("eyes").contains("👀"));
        assertTrue(offered("tada").contains("🎉"));
        assertEquals(List.of(), offered("qqq"));
    }

    @Test
    void chineseWordsFindThemToo() {
        assertTrue(offered("点赞").contains("👍") || offered("赞").contains("👍"));
        assertTrue(offered("笑脸").contains("😀"));
    }

    @Test
    void everyNameHasItsImage() {
        for (String typed : List.of("a", "e", "k", "s", "t")) {
            for (Named named : EmojiNames.startingWith(typed, 2_000)) {
                assertTrue(Emoji.isKnown(named.emoji()), named.name());
            }
        }
    }
}
