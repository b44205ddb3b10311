package baton.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IdsTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");

    @Test
    void bothSidesOpenTheSameDirectConversation() {
        assertEquals(ConversationId.direct(ANA, BEN), ConversationId.direct(BEN, ANA));
        assertEquals("d:ana:ben", ConversationId.direct(BEN, ANA).value());
        assertEquals(Optional.of(BEN), ConversationId.direct(ANA, BEN).peerOf(ANA));
    }

    @Test
    void theIdSaysWhatAConversationIs() {
        assertEquals(ConversationId.Kind.NOTES, ConversationId.notes(ANA).kind());
        assertEquals(List.of(ANA), ConversationId.notes(ANA).namedMembers());
        ConversationId group = ConversationId.group("0123456789abcdef");
        assertEquals(ConversationId.Kind.GROUP, group.kind());
        assertEquals(List.of(), group.namedMembers());
        assertEquals(Optional.empty(), group.peerOf(ANA));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "d:",
                "d:ana",
                "d:ben:ana",
                "d:ana:ana",
                "d:ana:ben:mia",
                "g:short",
                "x:ana",
                "n:Ana",
                "d:ana:b}n",
                "g:0123456789ABCDEF"
            })
    void anotherShapeIsNoConversation(String value) {
        assertThrows(IllegalArgumentException.class, () -> new ConversationId(value));
    }

    @Test
    void typedHandlesAreForgivenCaseSpacesAndAt() {
        assertEquals(Optional.of(ANA), AccountId.parse("  @Ana "));
        assertEquals(Optional.empty(), AccountId.parse("an"));
        assertEquals(Optional.empty(), AccountId.parse("ana novak"));
        assertEquals(Optional.empty(), AccountId.parse("an\u0430"));
    }

    @Test
    void messageIdsSortByTimeAndKeepVersionAndVariant() {
        MessageId early = MessageId.of(1_000, -1, -1);
        MessageId late = MessageId.of(1_001, 0, 0);

        assertTrue(early.compareTo(late) < 0);
        assertEquals(7, early.value().version());
        assertEquals(2, early.value().variant());
        assertEquals(early, MessageId.parse(early.toString()));
    }
}
