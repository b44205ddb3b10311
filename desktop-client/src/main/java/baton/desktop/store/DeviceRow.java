package baton.desktop.store;

import baton.model.DeviceId;
import java.time.Instant;

/// One line of the device matrix.
///
/// @param pending messages that the account has and that device has not stored, as far as it
///   reported
/// @param outgoing messages in its outbox when it last reported
/// @param at its last sign of life
/// @param currentAt when it last had everything; [Instant#EPOCH] for never
public record DeviceRow(
        DeviceId id,
        String name,
        String platform,
        boolean thisDevice,
        boolean online,
        long pending,
        long outgoing,
        Instant at,
        Instant currentAt) {

    /// Whether it is known to hold all that the relay had at a moment.
    public boolean holdsAllOf(Instant moment) {
        return thisDevice || pending == 0 || currentAt.isAfter(moment);
    }
}
