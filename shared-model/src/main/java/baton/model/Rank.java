package baton.model;

/// How a joining register is compared: the greater (major, minor) wins on every device and at the
/// relay.
public record Rank(long major, long minor) implements Comparable<Rank> {
    @Override
    public int compareTo(Rank other) {
        int byMajor = Long.compare(major, other.major);
        return byMajor != 0 ? byMajor : Long.compare(minor, other.minor);
    }
}
