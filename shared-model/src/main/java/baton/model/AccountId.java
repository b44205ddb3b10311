package baton.model;

import java.util.Optional;

/// A person or bot, named by its lower-case handle: 3 to 32 of `a-z 0-9 . _ -`.
public record AccountId(String handle) implements Comparable<AccountId> {
    private static final int CHARS_MIN = 3;
    private static final int CHARS_MAX = 32;

    /// @throws IllegalArgumentException if the handle is malformed; see [#parse] for input of
    ///   people
    public AccountId {
        if (!isHandle(handle, 0, handle.length())) {
            throw new IllegalArgumentException("malformed handle");
        }
    }

    /// Whether `text[from, to)` is a handle.
    static boolean isHandle(String text, int from, int to) {
        return Signs.areOnly("._-", text, from, to, CHARS_MIN, CHARS_MAX);
    }

    /// Reads what a person typed: spaces around it, a leading `@` and upper case are forgiven.
    public static Optional<AccountId> parse(String typed) {
        String handle = typed.strip().toLowerCase(java.util.Locale.ROOT);
        if (handle.startsWith("@")) {
            handle = handle.substring(1);
        }
        return isHandle(handle, 0, handle.length())
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
