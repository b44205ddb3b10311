package baton.protocol;

/// An event as a log keeps it: what the append gave it, and the rest as the JSON text that
/// [FrameCodec#encodeEntry] made once. Pages are built from that text without reading it again.
public record StoredEvent(long seq, long count, long digest, String entry) {
    /// Prints no entry: bodies must never reach a log.
    @Override
    public String toString() {
        return "StoredEvent[" + seq + ", " + entry.length() + " chars]";
    }
}
