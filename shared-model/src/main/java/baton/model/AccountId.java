package baton.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// A person or bot, named by its lower-case handle: 3 to 32 of `a-z 0-9 . _ -`.
public record AccountId(String handle) implements Comparable<AccountId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9._-]{3,32}");

    /// @throws IllegalArgumentException if the handle is malformed; see [#parse] for input of
    ///   people
    public AccountId {
        if (!SHAPE.matcher(handle).matches()) {
            throw new IllegalArgumentException("malformed handle");
        }
    }

    /// Reads what a person typed: spaces around it, a leading `@` and upper case are forgiven.
    public static Optional<AccountId> parse(String typed) {
        String handle = typed.strip().toLowerCase(java.util.Locale.ROOT);
        if (handle.startsWith("@")) {
            handle = handle.substring(1);
        }
        return SHAPE.matcher(handle).matches()
                ? Optional.of(new AccountId(handle))
                : Optional.empty();
    }

    @Override
    public int compareTo(AccountId other) {
        return handle.compareTo(other.handle);
    }

    @Override
    public String toString() {
        return handle;
    }
}
