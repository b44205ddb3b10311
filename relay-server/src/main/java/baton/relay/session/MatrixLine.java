package baton.relay.session;

import baton.model.Register;
import baton.model.Revised;
import baton.protocol.ClientFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.Written;
import baton.relay.node.HeldLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The device's own line in the account's device matrix: what the device last said about itself.
/// Written when that changed, and once per [#AGAIN_AFTER] so that others see how current it is, but
/// never more often than [#EVERY]. Each write builds upon the register as it stands, which may have
/// been renamed from outside; one that loses all the same is made up for by the next beat. Confined
/// to the session's thread; blocks on the store.
final class MatrixLine {
    static final Duration EVERY = Duration.ofSeconds(1);
    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final Identity identity;
    private final SessionPorts ports;
    private String name;
    private Line line = new Line(0, 0, Instant.EPOCH, false);
    private Line written = line;
    private boolean isShown;
    private Instant writtenAt = Instant.EPOCH;
    private long beat;

    /// What a device says about itself.
    private record Line(long held, long outgoing, Instant currentAt, boolean isCurrent) {
        boolean saysTheSameAs(Line other) {
            return held == other.held && outgoing == other.outgoing && isCurrent == other.isCurrent;
        }
    }

    MatrixLine(Identity identity, SessionPorts ports) {
        this.identity = identity;
        this.ports = ports;
        this.name = identity.deviceName();
    }

    /// What the person calls the device, as far as it is known here.
    String name() {
        return name;
    }

    /// Reads the line as it stands.
    ///
    /// @return whether the device was signed out
    boolean readSignedOut(HeldLease lease) {
        Optional<Register.Device> stands =
                ports.feed()
                        .registers(identity.account(), List.of("device/" + identity.device()))
                        .getFirst()
                        .map(Revised::register)
                        .filter(Register.Device.class::isInstance)
                        .map(Register.Device.class::cast);
        stands.ifPresent(register -> follow(register, lease));
        return stands.filter(Register.Device::wasSignedOut).isPresent();
    }

    private void follow(Register.Device stands, HeldLease lease) {
        name = stands.name();
        if (stands.fence() == lease.fence()) {
            beat = Math.max(beat, stands.beat());
        } else if (!isShown) {
            line = new Line(stands.held(), stands.outgoing(), stands.currentAt(), false);
        }
    }

    /// Shows the device online, with what its last session said.
    void open(HeldLease lease, Instant now) {
        write(lease, true, now);
    }

    /// Takes what a beat says.
    ///
    /// @return the account's newest revision, after a write if one was due
    long beaten(ClientFrame.Beat said, HeldLease lease, Instant now) {
        line =
                new Line(
                        Math.max(0, said.held()),
                        Math.max(0, said.outgoing()),
                        said.current() ? now : line.currentAt(),
                        said.current());
        boolean isNews = !isShown || !line.saysTheSameAs(written) || isPast(AGAIN_AFTER, now);
        if (!isNews || !isPast(EVERY, now)) {
            return ports.feed().newest(identity.account());
        }
        readSignedOut(lease);
        return write(lease, true, now).newest();
    }

    /// Shows the device offline, unless a newer session speaks for it.
    void close(HeldLease lease, Instant now) {
        boolean isWritten = false;
        if (isShown) {
            readSignedOut(lease);
            isWritten = write(lease, false, now).results().getFirst().isAccepted();
        }
        if (!isWritten) {
            ports.desk().presence().offline(lease);
        }
    }

    private boolean isPast(Duration time, Instant now) {
        return !now.isBefore(writtenAt.plus(time));
    }

    private Written write(HeldLease lease, boolean isOnline, Instant now) {
        beat++;
        Register.Device device =
                new Register.Device(
                        identity.device(),
                        name,
                        identity.platform(),
                        lease.fence(),
                        beat,
                        isOnline,
                        line.held(),
                        line.outgoing(),
                        now,
                        line.currentAt());
        Change change = new Change.Raise(device);
        Written answer =
                ports.desk()
                        .writer()
                        .write(List.of(new AccountChanges(identity.account(), List.of(change))))
                        .getFirst();
        isShown = answer.results().getFirst().isAccepted();
        written = line;
        writtenAt = now;
        return answer;
    }
}
