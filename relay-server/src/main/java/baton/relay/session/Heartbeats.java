package baton.relay.session;

import baton.model.Limits;
import baton.model.Register;
import baton.relay.node.HeldLease;
import java.time.Duration;
import java.time.Instant;

/// Signs of life of one device: when it last spoke, and what it last said about itself. Confined to
/// the session's thread.
final class Heartbeats {
    private static final Duration REPORT_EVERY = Duration.ofSeconds(1);

    private final Identity identity;
    private Instant heardAt;
    private Instant reportedAt = Instant.MIN;
    private long beat;

    Heartbeats(Identity identity, Instant now) {
        this.identity = identity;
        this.heardAt = now;
    }

    void heard(Instant now) {
        heardAt = now;
    }

    boolean isSilent(Instant now) {
        return !now.isBefore(heardAt.plus(Limits.LEASE));
    }

    /// How long the device may still be silent.
    Duration patience(Instant now) {
        return Duration.between(now, heardAt.plus(Limits.LEASE));
    }

    /// Whether the device matrix may be written again.
    boolean isReportDue(Instant now) {
        return !now.isBefore(reportedAt.plus(REPORT_EVERY));
    }

    /// The device's register, newer than all that this session wrote before.
    Register.Device report(
            HeldLease lease, long held, long outgoing, Instant now, Instant currentAt) {
        reportedAt = now;
        beat++;
        return new Register.Device(
                identity.device(),
                identity.deviceName(),
                identity.platform(),
                lease.fence(),
                beat,
                true,
                Math.max(0, held),
                Math.max(0, outgoing),
                now,
                currentAt);
    }
}
