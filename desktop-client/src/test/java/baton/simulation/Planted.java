package baton.simulation;

import baton.desktop.runtime.Outlet;
import baton.desktop.sync.SyncInput;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.session.FrameSink;
import baton.relay.session.MemoryRelay;
import java.time.InstantSource;
import java.util.List;

/// Where a test may plant a fault in one run: every way in and out of a device and, by
/// [MemoryRelay.Around], of the relay. What a fault counts belongs to its run.
interface Planted extends MemoryRelay.Around {
    Planted NOTHING = new Planted() {};

    /// A device's store.
    default MemoryStore store() {
        return new MemoryStore();
    }

    /// What arrives at the relay when a device has said this.
    default List<ClientFrame> up(ClientFrame frame) {
        return List.of(frame);
    }

    /// What arrives at a device when the relay has said this.
    default List<ServerFrame> down(ServerFrame frame) {
        return List.of(frame);
    }

    /// What a device's engine is told when this happened.
    default List<SyncInput> input(SyncInput input) {
        return List.of(input);
    }

    /// Where the effects of a device's engine leave.
    default Outlet outlet(Outlet outlet) {
        return outlet;
    }

    /// Where a session's frames leave for one socket.
    default FrameSink sink(FrameSink sink) {
        return sink;
    }

    /// A device's clock.
    default InstantSource clock(InstantSource clock) {
        return clock;
    }

    default boolean losesPushesInCalm() {
        return false;
    }
}
