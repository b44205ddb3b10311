package baton.model;

import java.util.Optional;

/// One installation or profile signed in to an account. Given by the relay at sign-in, unique
/// within the relay: 1 to 32 of `a-z 0-9`.
public record DeviceId(String value) implements Comparable<DeviceId> {
    private static final int CHARS_MAX = 32;

    /// @throws IllegalArgumentException if the value has another shape
    public DeviceId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("malformed device id");
        }
    }

    private static boolean isWellFormed(String text) {
        return Signs.areOnly("", text, 0, text.length(), 1, CHARS_MAX);
    }

    /// Reads a text that may be no id at all.
    public static Optional<DeviceId> parse(String text) {
        return isWellFormed(text) ? Optional.of(new DeviceId(text)) : Optional.empty();
    }

    @Override
    public int compareTo(DeviceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
