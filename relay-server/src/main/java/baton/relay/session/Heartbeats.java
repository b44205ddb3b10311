package baton.relay.session;

import baton.model.Limits;
import java.time.Duration;
import java.time.Instant;

/// Signs of life of one device: when it last spoke, and when its lease was last renewed. Confined
/// to the session's thread.
final class Heartbeats {
    private Instant heardAt;
    private Instant renewedAt = Instant.MIN;

    Heartbeats(Instant now) {
        this.heardAt = now;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    /// Whether it is time to see if the lease is still held, whatever the device says.
    boolean isRenewalDue(Instant now) {
        return !now.isBefore(renewedAt.plus(Limits.BEAT));
    }

    void renewed(Instant now) {
        renewedAt = now;
    }

    boolean isSilent(Instant now) {
        return !now.isBefore(heardAt.plus(Limits.LEASE));
    }

    /// How long the device may still be silent.
    Duration patience(Instant now) {
        return Duration.between(now, heardAt.plus(Limits.LEASE));
    }
}
