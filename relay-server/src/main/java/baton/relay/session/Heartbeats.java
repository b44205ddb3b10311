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
    private Instant renewedAt = Instant.MIN;
    private String name;
    private long beat;

    Heartbeats(Identity identity, Instant now) {
        this.identity = identity;
        this.heardAt = now;
        this.name = identity.deviceName();
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

    /// Whether it is time to see if the lease is still held, whatever the device says.
    boolean isRenewalDue(Instant now) {
        return !now.isBefore(renewedAt.plus(Limits.BEAT));
    }

    void renewed(Instant now) {
        renewedAt = now;
    }

    /// What the person calls the device by now.
    String name() {
        return name;
    }

    /// Builds upon the register as it stands, which may have been renamed from outside: a report
    /// that does not know that loses against it and is made up for by the next.
    void follow(Register.Device current, HeldLease lease) {
        name = current.name();
        if (current.fence() == lease.fence()) {
            beat = Math.max(beat, current.beat());
        }
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
                name,
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
