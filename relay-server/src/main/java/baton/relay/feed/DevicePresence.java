package baton.relay.feed;

import baton.model.Register;
import baton.model.Revised;
import baton.relay.node.HeldLease;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Takes devices offline in the device matrix of their account. May be used by any thread; blocks.
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
        feed.registers(lease.account(), List.of("device/" + lease.device()))
                .getFirst()
                .flatMap(current -> offline(current, lease))
                .ifPresent(register ->
                        writer.write(
                                List.of(
                                        new AccountChanges(
                                                lease.account(),
                                                List.of(new Change.Raise(register))))));
    }

    private Optional<Register> offline(Revised current, HeldLease lease) {
        if (current.register() instanceof Register.Device device
                && device.fence() == lease.fence()
                && device.online()) {
            return Optional.of(
                    new Register.Device(
                            device.device(),
                            device.name(),
                            device.platform(),
                            device.fence(),
                            device.beat() + 1,
                            false,
                            device.held(),
                            device.outgoing(),
                            clock.instant(),
                            device.currentAt()));
        }
        return Optional.empty();
    }
}
