package baton.model;

import java.util.Optional;
import java.util.regex.Pattern;

/// One installation or profile signed in to an account. Given by the relay at sign-in, unique
/// within the relay: 1 to 32 of `a-z 0-9`.
public record DeviceId(String value) implements Comparable<DeviceId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{1,32}");

    /// @throws IllegalArgumentException if the value has another shape
    public DeviceId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed device id");
        }
    }

    /// Reads a text that may be no id at all.
    public static Optional<DeviceId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new DeviceId(text)) : Optional.empty();
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
