package baton.desktop.ui.composer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.Member;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MentionCompletionTest {
    private static final Member BEN = new Member(new AccountId("ben"), "Ben Okafor");
    private static final Member MIA = new Member(new AccountId("mia"), "Mia Chen");
    private static final Member LI_WEI = new Member(new AccountId("liwei"), "李伟");
    private static final List<Member> ALL = List.of(BEN, MIA, LI_WEI);

    private static List<Member> offered(String text) {
        return MentionCompletion.at(text, text.length(), ALL)
                .map(MentionCompletion::choices)
                .orElse(List.of());
    }

    @Test
    void lettersAfterTheSignChooseByHandleAndByEveryName() {
        assertEquals(ALL, offered("@"));
        assertEquals(List.of(BEN), offered("thanks @be"));
        assertEquals(List.of(BEN), offered("@oka"));
        assertEquals(List.of(LI_WEI), offered("谢谢 @李"));
        assertEquals(List.of(), offered("@nobody"));
    }

    @Test
    void addressesAndFinishedNamesOfferNobody() {
        assertEquals(List.of(), offered("ana@be"));
        assertEquals(List.of(), offered("@ben "));
        assertEquals(List.of(), offered("no sign"));
    }

    @Test
    void completingReplacesWhatWasTypedAndNothingElse() {
        String text = "hi @be, and more";
        MentionCompletion completion = MentionCompletion.at(text, 6, ALL).orElseThrow();
        assertEquals("@be", text.substring(completion.start(), completion.caret()));
        assertEquals("@ben ", completion.wordsOf(BEN));
    }

    @Test
    void aLargeGroupOffersAFew() {
        List<Member> many =
                IntStream.range(0, 400)
                        .mapToObj(i -> new Member(new AccountId("user" + i), "User " + i))
                        .toList();
        MentionCompletion completion = MentionCompletion.at("@u", 2, many).orElseThrow();
        assertEquals(MentionCompletion.SHOWN_MAX, completion.choices().size());
        assertTrue(MentionCompletion.at("@user399", 8, many).isPresent());
    }
}
