package baton.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkCodeTest {
    private static final LinkCode CODE = new LinkCode("H7KM3QXA");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H7KM3QXA",
                "H7KM-3QXA",
                "h7km-3qxa",
                " h7km 3qxa\n",
                "H7KM–3QXA",
                "Ｈ７ＫＭ３ＱＸＡ",
                "h-7-k-m-3-q-x-a"
            })
    void whatPeopleTypeIsUnderstood(String typed) {
        assertEquals(CODE, LinkCode.parse(typed).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "H7KM", "H7KM3QXAA", "O7KM3QXA", "17KM3QXA", "H7KM_3QXA", "厨房厨房厨房厨房"})
    void whatIsNoCodeIsRefused(String typed) {
        assertTrue(LinkCode.parse(typed).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> new LinkCode(typed));
    }

    @Test
    void codeIsShownInTwoGroupsAndPrintedNowhere() {
        assertEquals("H7KM-3QXA", CODE.shown());
        assertFalse(CODE.toString().contains("H7KM"));
    }

    @Test
    void noTwoCharactersLookAlike() {
        assertEquals(27, LinkCode.ALPHABET.chars().distinct().count());
        for (String alike : new String[] {"0O", "1IL", "2Z", "5S", "8B", "UV"}) {
            String both =
                    alike.chars()
                            .filter(c -> LinkCode.ALPHABET.indexOf(c) >= 0)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
            assertTrue(both.length() <= 1, () -> both + " are taken for each other");
        }
    }
}
