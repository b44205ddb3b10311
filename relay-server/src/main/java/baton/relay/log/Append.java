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
public record Append(
        ConversationId conversation,
        AccountId author,
        DeviceId device,
        long fence,
        long clientSeq,
        MessageId id,
        Instant at,
        EventBody body) {

    public Append {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    /// The event as far as it is known before the log has given it a place.
    public Event event() {
        return placed(0, 0, 0);
    }

    /// The event at its place.
    public Event placed(long seq, long count, long digest) {
        long hash = LogDigest.bodyHash(body);
        return new Event(
                seq, count, digest, author, device, clientSeq, id, at, new Seal(hash, 0), body);
    }
}
