package baton.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A conversation. The id says what kind it is, and a direct conversation's id follows from its two
/// handles, so that both sides open the same one without asking:
///
/// - `d:ana:ben` direct, handles in alphabetical order
/// - `n:ana` notes to self
/// - `g:KEY` group, KEY chosen by the creating device (16 to 32 of `a-z 0-9`), so that creating may
///   be repeated safely
public record ConversationId(String value) implements Comparable<ConversationId> {
    private static final String HANDLE = "[a-z0-9._-]{3,32}";
    private static final Pattern SHAPE =
            Pattern.compile("d:" + HANDLE + ":" + HANDLE + "|n:" + HANDLE + "|g:[a-z0-9]{16,32}");

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
        return SHAPE.matcher(value).matches() && !isMisordered(value);
    }

    private static boolean isMisordered(String value) {
        if (!value.startsWith("d:")) {
            return false;
        }
        String[] parts = value.split(":", -1);
        return parts[1].compareTo(parts[2]) >= 0;
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
