package baton.relay.node;

import java.util.regex.Pattern;

/// One run of one relay process: 1 to 32 of `a-z 0-9`, drawn at random at every start, so that what
/// an earlier run left behind is never mistaken for this one's.
public record NodeId(String value) implements Comparable<NodeId> {
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]{1,32}");

    /// @throws IllegalArgumentException if the value has another shape
    public NodeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("malformed node id");
        }
    }

    @Override
    public int compareTo(NodeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
