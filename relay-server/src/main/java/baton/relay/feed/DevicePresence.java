package baton.relay.feed;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Register;
import baton.model.Revised;
import baton.relay.account.SignedInDevice;
import baton.relay.node.HeldLease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Changes a device's line in the device matrix of its account from outside its session: takes it
/// offline, renames it, strikes it off. The line is a join like every register: whoever writes
/// builds upon what stands, under the next beat, and looks again if somebody else was faster. May
/// be used by any thread; blocks.
public final class DevicePresence {
    private final AccountFeed feed;
    private final FeedWriter writer;
    private final InstantSource clock;

    public DevicePresence(AccountFeed feed, FeedWriter writer, InstantSource clock) {
        this.feed = feed;
        this.writer = writer;
        this.clock = clock;
    }

    /// Shows the device as offline, unless a session with a greater fence speaks for it.
    public void offline(HeldLease lease) {
        change(
                lease.account(),
                lease.device(),
                current ->
                        current.filter(line -> line.fence() == lease.fence() && line.online())
                                .map(this::offline));
    }

    /// Shows the device under its new name. Its session goes on with that name.
    public void renamed(AccountId account, SignedInDevice device) {
        change(
                account,
                device.device(),
                current ->
                        Optional.of(current.orElseGet(() -> unknown(device)))
                                .filter(line -> !line.wasSignedOut())
                                .map(line -> named(line, device.name())));
    }

    /// Strikes the device off for ever: no session speaks for it any more.
    public void signedOut(AccountId account, SignedInDevice device) {
        change(
                account,
                device.device(),
                current ->
                        Optional.of(current.orElseGet(() -> unknown(device)))
                                .filter(line -> !line.wasSignedOut())
                                .map(DevicePresence::struckOff));
    }

    private void change(
            AccountId account,
            DeviceId device,
            Function<Optional<Register.Device>, Optional<Register.Device>> change) {
        Optional<Register.Device> next = change.apply(current(account, device));
        while (next.isPresent() && !isWritten(account, next.get())) {
            next = change.apply(current(account, device));
        }
    }

    private Optional<Register.Device> current(AccountId account, DeviceId device) {
        return feed.registers(account, List.of("device/" + device))
                .getFirst()
                .map(Revised::register)
                .filter(Register.Device.class::isInstance)
                .map(Register.Device.class::cast);
    }

    private boolean isWritten(AccountId account, Register.Device line) {
        return writer.write(List.of(new AccountChanges(account, List.of(new Change.Raise(line)))))
                .getFirst()
                .results()
                .getFirst()
                .isAccepted();
    }

    /// The line of a device that never connected, below every session's.
    private static Register.Device unknown(SignedInDevice device) {
        return new Register.Device(
                device.device(),
                device.name(),
                device.platform(),
                0,
                0,
                false,
                0,
                0,
                device.since(),
                Instant.EPOCH);
    }

    private Register.Device offline(Register.Device line) {
        return next(line, line.name(), line.fence(), false, clock.instant());
    }

    private static Register.Device named(Register.Device line, String name) {
        return next(line, name, line.fence(), line.online(), line.at());
    }

    private static Register.Device struckOff(Register.Device line) {
        return next(line, line.name(), Register.Device.SIGNED_OUT, false, line.at());
    }

    private static Register.Device next(
            Register.Device line, String name, long fence, boolean online, Instant at) {
        return new Register.Device(
                line.device(),
                name,
                line.platform(),
                fence,
                line.beat() + 1,
                online,
                line.held(),
                line.outgoing(),
                at,
                line.currentAt());
    }
}
