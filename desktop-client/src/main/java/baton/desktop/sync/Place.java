package baton.desktop.sync;

import baton.model.Event;
import baton.rules.LogDigest;

/// Where a log stands at an event that this device holds.
///
/// @param count prefix count at `seq`
/// @param entryHash of the event, from which the digest follows the one before
public record Place(long seq, long count, long digest, long entryHash) {
    public static Place of(Event event) {
        return new Place(event.seq(), event.count(), event.digest(), LogDigest.entryHash(event));
    }
}
