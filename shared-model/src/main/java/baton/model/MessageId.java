package baton.model;

import java.util.UUID;

/// A message's identity, chosen once by the sending device and kept for ever: a UUID version 7 (RFC
/// 9562). It names a message on screen and in links; it never decides order, cursors or dedupe at
/// the relay.
public record MessageId(UUID value) implements Comparable<MessageId> {

    /// Builds a version 7 id from the wall clock and 74 random bits, both given by the caller.
    ///
    /// @param epochMillis milliseconds since 1970, of which the low 48 bits are used
    /// @param randomHigh source of 12 random bits
    /// @param randomLow source of 62 random bits
    public static MessageId of(long epochMillis, long randomHigh, long randomLow) {
        long high = (epochMillis & 0xFFFF_FFFF_FFFFL) << 16 | 0x7000L | (randomHigh & 0x0FFFL);
        long low = (randomLow & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new MessageId(new UUID(high, low));
    }

    /// @throws IllegalArgumentException if the text is no UUID
    public static MessageId parse(String text) {
        return new MessageId(UUID.fromString(text));
    }

    @Override
    public int compareTo(MessageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
