package baton.model;

import java.util.List;
import java.util.Optional;

/// A conversation. The id says what kind it is, and a direct conversation's id follows from its two
/// handles, so that both sides open the same one without asking:
///
/// - `d:ana:ben` direct, handles in alphabetical order
/// - `n:ana` notes to self
/// - `g:KEY` group, KEY chosen by the creating device (16 to 32 of `a-z 0-9`), so that creating may
///   be repeated safely
public record ConversationId(String value) implements Comparable<ConversationId> {
    private static final int PREFIX = 2;
    private static final int KEY_CHARS_MIN = 16;
    private static final int KEY_CHARS_MAX = 32;

    /// What an id stands for.
    public enum Kind {
        DIRECT,
        NOTES,
        GROUP
    }

    /// @throws IllegalArgumentException if the value has none of the three shapes, or if the
    ///   handles of a direct conversation are equal or out of order
    public ConversationId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("malformed conversation id");
        }
    }

    /// Whether a text is the id of a conversation.
    public static boolean isWellFormed(String value) {
        int end = value.length();
        if (end < PREFIX || value.charAt(1) != ':') {
            return false;
        }
        return switch (value.charAt(0)) {
            case 'd' -> isPair(value, value.indexOf(':', PREFIX));
            case 'n' -> AccountId.isHandle(value, PREFIX, end);
            case 'g' -> Signs.areOnly("", value, PREFIX, end, KEY_CHARS_MIN, KEY_CHARS_MAX);
            default -> false;
        };
    }

    private static boolean isPair(String value, int colon) {
        return colon > 0
                && AccountId.isHandle(value, PREFIX, colon)
                && AccountId.isHandle(value, colon + 1, value.length())
                && value.substring(PREFIX, colon).compareTo(value.substring(colon + 1)) < 0;
    }

    /// The one direct conversation of two different accounts.
    public static ConversationId direct(AccountId one, AccountId other) {
        boolean inOrder = one.compareTo(other) < 0;
        AccountId first = inOrder ? one : other;
        AccountId second = inOrder ? other : one;
        return new ConversationId("d:" + first + ":" + second);
    }

    /// The notes of an account to itself.
    public static ConversationId notes(AccountId account) {
        return new ConversationId("n:" + account);
    }

    /// A group named by a key of 16 to 32 of `a-z 0-9`, drawn at random by its creator.
    public static ConversationId group(String key) {
        return new ConversationId("g:" + key);
    }

    public Kind kind() {
        return switch (value.charAt(0)) {
            case 'd' -> Kind.DIRECT;
            case 'n' -> Kind.NOTES;
            default -> Kind.GROUP;
        };
    }

    /// The accounts that the id itself names: two for direct, one for notes, none for a group.
    public List<AccountId> namedMembers() {
        String[] parts = value.split(":", -1);
        return switch (kind()) {
            case DIRECT -> List.of(new AccountId(parts[1]), new AccountId(parts[2]));
            case NOTES -> List.of(new AccountId(parts[1]));
            case GROUP -> List.of();
        };
    }

    /// The other side of a direct conversation, seen by one of its two accounts.
    public Optional<AccountId> peerOf(AccountId self) {
        if (kind() != Kind.DIRECT) {
            return Optional.empty();
        }
        return namedMembers().stream().filter(member -> !member.equals(self)).findFirst();
    }

    @Override
    public int compareTo(ConversationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
