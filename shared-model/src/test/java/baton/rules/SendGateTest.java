package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Target;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SendGateTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId DIRECT = ConversationId.direct(ANA, new AccountId("ben"));
    private static final ConversationId GROUP = ConversationId.group("0123456789abcdef");

    private static final Target TARGET = new Target(3, MessageId.of(1, 2, 3));

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
    void aMessageMentionsAtMostSoMany() {
        List<AccountId> crowd = Collections.nCopies(Limits.MENTIONS_MAX + 1, ANA);

        assertEquals(
                Optional.of(Refusal.TOO_MANY_MENTIONS),
                SendGate.refusalOf(DIRECT, new EventBody.Message("x", Target.NONE, crowd)));
        assertEquals(
                Optional.of(Refusal.TOO_MANY_MENTIONS),
                SendGate.refusalOf(DIRECT, new EventBody.Edited(TARGET, "x", crowd)));
    }

    @Test
    void aReactionIsAnEmojiAndNoText() {
        for (String emoji : List.of("\uD83D\uDC4D\uD83C\uDFFD", "\u2764\uFE0F", "1\uFE0F\u20E3")) {
            assertEquals(
                    Optional.empty(),
                    SendGate.refusalOf(DIRECT, new EventBody.Reacted(TARGET, emoji, true)));
        }
        for (String text : List.of("", "ok", "好", "\u0007", "\uD83D\uDC4D".repeat(17))) {
            assertEquals(
                    Optional.of(Refusal.EMOJI_MALFORMED),
                    SendGate.refusalOf(DIRECT, new EventBody.Reacted(TARGET, text, true)));
        }
    }

    @Test
    void nobodySendsWhatIsGone() {
        assertEquals(
                Optional.of(Refusal.NOT_ALLOWED),
                SendGate.refusalOf(DIRECT, new EventBody.Gone("message", true)));
    }

    @Test
    void notesNeedNoGuardAndNoClaim() {
        for (EventBody body :
                List.of(
                        new EventBody.Guarded(true),
                        new EventBody.Claimed(false),
                        new EventBody.Released())) {
            assertEquals(
                    Optional.of(Refusal.NOT_ALLOWED),
                    SendGate.refusalOf(ConversationId.notes(ANA), body));
            assertEquals(Optional.empty(), SendGate.refusalOf(GROUP, body));
        }
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
