package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.rules.LogDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One event on its way into a log.
///
/// @param fence of the session that sends it; an older session of the same device is refused
/// @param at the relay's clock, whole milliseconds
/// @param terms under which it is sent
public record Append(
        ConversationId conversation,
        AccountId author,
        DeviceId device,
        long fence,
        long clientSeq,
        MessageId id,
        Instant at,
        Terms terms,
        EventBody body) {

    /// What its author knew, and what was tried before.
    ///
    /// @param seen newest seq that the author had been shown
    /// @param claim epoch of the claim under which it is sent; 0 for none
    /// @param again whether it was refused under another number before
    public record Terms(long seen, long claim, boolean again) {
        /// Nothing was shown, nothing claimed, nothing refused.
        public static final Terms NONE = new Terms(0, 0, false);
    }

    public Append {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The event as far as it is known before the log has vouched for it and given it a place.
    public Event event() {
        return placed(0, 0, 0, 0);
    }

    /// The event at its place.
    ///
    /// @param proof of the relay, see [Proofs]
    public Event placed(long seq, long count, long digest, long proof) {
        long hash = LogDigest.bodyHash(body);
        return new Event(
                seq, count, digest, author, device, clientSeq, id, at, new Seal(hash, proof), body);
    }
}
