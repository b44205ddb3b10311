package baton.model;

import java.time.Instant;

/// One entry of a conversation's log, immutable once appended.
///
/// @param seq place in the log: 1, 2, 3 …, gapless, given by the relay inside the append
/// @param count how many countable events the log holds up to and including this one
/// @param digest rolling hash of the log up to and including this one; see `LogDigest`
/// @param clientSeq 1, 2, 3 … per (device, conversation), given by the sender's outbox
/// @param at the relay's clock at the append; shown to people, never used for order
/// @param seal hash of the body, and the relay's proof that it accepted the event
public record Event(
        long seq,
        long count,
        long digest,
        AccountId author,
        DeviceId device,
        long clientSeq,
        MessageId id,
        Instant at,
        Seal seal,
        EventBody body) {

    /// Of the body alone; see [Seal].
    public long hash() {
        return seal.hash();
    }

    /// The same event at another place of a log.
    public Event placed(long newSeq, long newCount, long newDigest) {
        return new Event(
                newSeq, newCount, newDigest, author, device, clientSeq, id, at, seal, body);
    }

    /// The same event with another body; its seal still vouches for the one before.
    public Event saying(EventBody other) {
        return new Event(seq, count, digest, author, device, clientSeq, id, at, seal, other);
    }

    /// How to name this event from another one.
    public Target asTarget() {
        return new Target(seq, id);
    }

    /// The prefix count just before this event.
    public long countBefore() {
        return body.isCountable() ? count - 1 : count;
    }
}
