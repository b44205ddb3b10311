package baton.simulation;

import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One socket. Frames keep their order and pass through the real codec; what was sent before the
/// sender died or the link was cut still arrives. Either side may fail to notice the end.
final class SimLink implements FrameSink {
    private static final FrameCodec CODEC = new FrameCodec();

    private final World world;
    private final SimDevice device;
    private final SimRelay.Node node;
    private final long connection;
    private final Faults faults;
    private Optional<DeviceSession> session = Optional.empty();
    private boolean deviceHears = true;
    private boolean cut;
    private int questions;
    private Instant lastUp = Instant.EPOCH;
    private Instant lastDown = Instant.EPOCH;

    /// What may go wrong here, as long as it may.
    interface Faults {
        Duration delay();

        boolean losesPush();

        boolean isUnnoticed();

        /// May change what arrives, for planted faults.
        ServerFrame arriving(ServerFrame frame);
    }

    SimLink(World world, SimDevice device, SimRelay.Node node, long connection, Faults faults) {
        this.world = world;
        this.device = device;
        this.node = node;
        this.connection = connection;
        this.faults = faults;
        world.after(faults.delay(), this::handshake);
    }

    private void handshake() {
        if (cut || !node.isAlive()) {
            tellClosed();
            return;
        }
        down(() -> device.opened(connection));
        session = Optional.of(node.open(device.identity(), this, this::nodeDied));
    }

    /// A frame of the device sets out.
    void send(ClientFrame frame) {
        if (cut) {
            return;
        }
        String text = CODEC.encode(frame);
        up(() -> session.ifPresent(there -> arrive(there, text)));
    }

    private void arrive(DeviceSession there, String text) {
        if (!node.isAlive()) {
            return;
        }
        try {
            ClientFrame frame = CODEC.decodeClient(text);
            questions += frame instanceof ClientFrame.Sync ? 1 : 0;
            world.trace("up " + frame);
            if (!there.offer(frame)) {
                throw new AssertionError("a stepped session has room");
            }
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
        node.settle();
    }

    private void up(Runnable arrival) {
        lastUp = later(lastUp, world.instant().plus(faults.delay()));
        world.at(lastUp, arrival);
    }

    private void down(Runnable arrival) {
        lastDown = later(lastDown, world.instant().plus(faults.delay()));
        world.at(lastDown, arrival);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    @Override
    public boolean offer(String text) {
        if (cut) {
            return true;
        }
        ServerFrame frame = faults.arriving(decoded(text));
        if (isPush(frame) && faults.losesPush()) {
            return true;
        }
        down(() -> {
            if (deviceHears) {
                world.trace("down " + frame);
                device.received(connection, frame);
            }
        });
        return true;
    }

    private boolean isPush(ServerFrame frame) {
        if (frame instanceof ServerFrame.Feed) {
            questions--;
            if (questions < 0) {
                questions = 0;
                return true;
            }
        }
        return frame instanceof ServerFrame.Page page && page.push();
    }

    private static ServerFrame decoded(String text) {
        try {
            return CODEC.decodeServer(text);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close(int code, String reason) {
        down(this::tellClosed);
    }

    private void nodeDied() {
        cut = true;
        if (!faults.isUnnoticed()) {
            world.after(faults.delay(), this::tellClosed);
        }
    }

    private void tellClosed() {
        if (deviceHears) {
            deviceHears = false;
            device.closed(connection);
        }
    }

    /// The device closed its end, or died: it hears nothing more; what it had sent is on its way.
    void leave() {
        if (!deviceHears) {
            return;
        }
        deviceHears = false;
        cut = true;
        if (!faults.isUnnoticed()) {
            up(() -> session.ifPresent(this::ended));
        }
    }

    /// The network between the two is gone.
    void cut() {
        if (cut) {
            return;
        }
        cut = true;
        if (!faults.isUnnoticed()) {
            world.after(faults.delay(), this::tellClosed);
        }
        if (!faults.isUnnoticed()) {
            up(() -> session.ifPresent(this::ended));
        }
    }

    private void ended(DeviceSession there) {
        there.disconnected();
        node.settle();
    }
}
