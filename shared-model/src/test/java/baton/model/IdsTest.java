package baton.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    void shapesAreThoseOfThePatternsThatDescribeThem() {
        String handle = "[a-z0-9._-]{3,32}";
        Pattern conversation =
                Pattern.compile(
                        "d:(" + handle + "):(" + handle + ")|n:" + handle + "|g:[a-z0-9]{16,32}");
        Seeds.run(
                1,
                20_000,
                random -> {
                    String text = nearlyAnId(random);
                    Matcher matcher = conversation.matcher(text);
                    boolean isOne = matcher.matches();
                    boolean inOrder = !text.startsWith("d:") || (isOne && isInOrder(matcher));
                    assertEquals(isOne && inOrder, ConversationId.isWellFormed(text), text);
                    assertEquals(text.matches(handle), isMade(() -> new AccountId(text)), text);
                    assertEquals(
                            text.matches("[a-z0-9]{1,32}"), isMade(() -> new DeviceId(text)), text);
                });
    }

    private static boolean isInOrder(Matcher pair) {
        return pair.group(1).compareTo(pair.group(2)) < 0;
    }

    private static boolean isMade(Supplier<?> id) {
        try {
            return !id.get().toString().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Now and then one sign that fits nowhere, or a length at a border.
    private static String nearlyAnId(RandomGenerator random) {
        String[] heads = {"", "d:", "n:", "g:", "x:", "d", ":"};
        StringBuilder text = new StringBuilder(heads[random.nextInt(heads.length)]);
        int parts = random.nextInt(1, 4);
        for (int part = 0; part < parts; part++) {
            text.append(part == 0 ? "" : ":");
            int[] lengths = {0, 1, 2, 3, 4, 15, 16, 31, 32, 33};
            int length = lengths[random.nextInt(lengths.length)];
            boolean isPlain = random.nextBoolean();
            for (int i = 0; i < length; i++) {
                String signs = isPlain ? "abz059" : "az09._-";
                text.append(signs.charAt(random.nextInt(signs.length())));
            }
        }
        if (!text.isEmpty() && random.nextInt(4) == 0) {
            String odd = "A:`{/ é\u0430\n,";
            text.setCharAt(random.nextInt(text.length()), odd.charAt(random.nextInt(odd.length())));
        }
        return text.toString();
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
