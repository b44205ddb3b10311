package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendGateTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId DIRECT = ConversationId.direct(ANA, new AccountId("ben"));
    private static final ConversationId GROUP = ConversationId.group("0123456789abcdef");

    private static Optional<Refusal> message(String text) {
        return SendGate.refusalOf(DIRECT, new EventBody.Message(text));
    }

    @Test
    void aMessageNeedsVisibleText() {
        assertEquals(Optional.of(Refusal.EMPTY_MESSAGE), message(""));
        assertEquals(Optional.of(Refusal.EMPTY_MESSAGE), message(" \n\t "));
        assertEquals(Optional.empty(), message("x"));
    }

    @Test
    void textOverTheLimitIsRefused() {
        String longest = "x".repeat(Limits.TEXT_CHARS_MAX);

        assertEquals(Optional.empty(), message(longest));
        assertEquals(Optional.of(Refusal.TEXT_TOO_LONG), message(longest + "x"));
    }

    @Test
    void onlyGroupsHaveMembersAndTitlesToChange() {
        for (EventBody body :
                List.of(
                        new EventBody.Invited(ANA),
                        new EventBody.Titled("Release"),
                        new EventBody.Left())) {
            assertEquals(Optional.of(Refusal.NOT_ALLOWED), SendGate.refusalOf(DIRECT, body));
            assertEquals(Optional.empty(), SendGate.refusalOf(GROUP, body));
        }
    }

    @Test
    void aGroupNeedsATitleAndRoom() {
        List<AccountId> crowd = Collections.nCopies(Limits.MEMBERS_MAX + 1, ANA);

        assertEquals(
                Optional.of(Refusal.TITLE_MALFORMED),
                SendGate.refusalOf(GROUP, new EventBody.Created(" ", List.of(ANA))));
        assertEquals(
                Optional.of(Refusal.TITLE_MALFORMED),
                SendGate.refusalOf(GROUP, new EventBody.Titled("x".repeat(101))));
        assertEquals(
                Optional.of(Refusal.TOO_MANY_MEMBERS),
                SendGate.refusalOf(GROUP, new EventBody.Created("Release", crowd)));
    }

    @Test
    void aBodyOfALaterVersionCannotBeSentByThisOne() {
        assertEquals(
                Optional.of(Refusal.NOT_ALLOWED),
                SendGate.refusalOf(GROUP, new EventBody.Unknown("poll", "{}", true)));
    }
}
