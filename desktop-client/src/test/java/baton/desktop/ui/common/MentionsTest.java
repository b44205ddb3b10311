package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionsTest {
    private static final AccountId BEN = new AccountId("ben");
    private static final AccountId BEN_DOT = new AccountId("ben.");
    private static final AccountId BENNY = new AccountId("benny");

    private static List<AccountId> named(String text, AccountId... known) {
        return Mentions.of(text, List.of(known));
    }

    @Test
    void membersAreFoundByHandleInAnyCase() {
        assertEquals(List.of(BEN), named("thanks @Ben!", BEN, BENNY));
        assertEquals(List.of(BEN, BENNY), named("@ben and @benny and @ben", BEN, BENNY));
    }

    @Test
    void strangersAreText() {
        assertEquals(List.of(), named("@ben", BENNY));
        assertEquals(List.of(), named("@bennyboy", BENNY));
    }

    @Test
    void whatEndsASentenceBelongsToTheHandleOnlyIfSomebodyIsCalledSo() {
        assertEquals(List.of(BEN), named("ask @ben.", BEN));
        assertEquals(List.of(BEN_DOT), named("ask @ben.", BEN, BEN_DOT));
        assertEquals(
                new Mentions.Place(4, 8, BEN), Mentions.in("ask @ben.", List.of(BEN)).getFirst());
    }

    @Test
    void anAddressNamesNobody() {
        assertEquals(List.of(), named("mail ana@ben.example", BEN));
    }
}
