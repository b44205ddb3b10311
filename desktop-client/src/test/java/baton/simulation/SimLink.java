package baton.simulation;

import baton.protocol.ClientFrame;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.simulation.Happened.What;
import java.util.Optional;
import java.util.function.Consumer;

/// One socket. Frames keep their order; what was sent before the sender died or the link was cut
/// still arrives. Either side may fail to notice the end.
final class SimLink implements FrameSink {
    private final Simulation simulation;
    private final World world;
    private final SimDevice device;
    private final SimRelay.Node node;
    private final long connection;
    private Optional<DeviceSession> session = Optional.empty();
    private boolean deviceHears = true;
    private boolean cut;
    private int onTheirWay;
    private long lastUp;
    private long lastDown;

    SimLink(Simulation simulation, SimDevice device, SimRelay.Node node, long connection) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.device = device;
        this.node = node;
        this.connection = connection;
        world.tell(() -> device + " connects to " + node);
        world.after(simulation.delay(), this::handshake);
    }

    private void handshake() {
        if (cut || !node.isAlive()) {
            tellClosed();
            return;
        }
        if (simulation.relay().isSignedOut(device.identity().device())) {
            deviceHears = false;
            device.refused(connection);
            return;
        }
        down(() -> {
            world.tell(() -> device + " is connected to " + node);
            device.opened(connection);
        });
        session = Optional.of(node.open(device.identity(), this, this::nodeDied));
    }

    /// A frame of the device sets out.
    void send(ClientFrame frame) {
        if (cut) {
            return;
        }
        for (ClientFrame sent : simulation.planted().up(frame)) {
            String text = simulation.codec().encode(sent);
            up(() -> session.ifPresent(there -> arrive(there, text)));
        }
    }

    private void arrive(DeviceSession there, String text) {
        if (!node.isAlive()) {
            return;
        }
        try {
            ClientFrame frame = simulation.codec().decodeClient(text);
            world.tellFrame(() -> node + " hears from " + device + ": " + frame);
            noteLate(frame);
            if (!there.offer(frame)) {
                throw new AssertionError("a stepped session has room");
            }
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
        node.settle();
    }

    private void noteLate(ClientFrame frame) {
        if (cut) {
            simulation.happened().count(What.LATE_FRAMES);
            world.tell(() ->
                    "from a connection of " + device + " that is over arrives " + words(frame));
        }
    }

    private static String words(ClientFrame frame) {
        return frame instanceof ClientFrame.Send send
                ? "number " + send.clientSeq() + " for " + send.conversation()
                : "a " + frame.getClass().getSimpleName();
    }

    private void up(Runnable arrival) {
        lastUp = world.notBefore(lastUp, simulation.delay(), arrival);
    }

    private void down(Runnable arrival) {
        lastDown = world.notBefore(lastDown, simulation.delay(), arrival);
    }

    @Override
    public boolean offer(String text) {
        return offer(text, this::setOut);
    }

    @Override
    public boolean offerPush(String text) {
        return offer(text, this::setOutUnlessLost);
    }

    private boolean offer(String text, Consumer<ServerFrame> sender) {
        if (cut) {
            return true;
        }
        if (simulation.isFull(onTheirWay)) {
            return false;
        }
        simulation.planted().down(decoded(text)).forEach(sender);
        return true;
    }

    private void setOutUnlessLost(ServerFrame frame) {
        if (simulation.losesPush()) {
            simulation.happened().count(What.LOST_PUSHES);
            world.tell(() -> "a push to " + device + " is lost: " + words(frame));
        } else {
            setOut(frame);
        }
    }

    private void setOut(ServerFrame frame) {
        device.mustMayHear(frame);
        onTheirWay++;
        down(() -> {
            onTheirWay--;
            if (deviceHears) {
                world.tellFrame(() -> device + " hears from " + node + ": " + frame);
                device.received(connection, frame);
            }
        });
    }

    private static String words(ServerFrame frame) {
        return frame instanceof ServerFrame.Page page
                ? page.conversation() + " " + page.from() + ".." + page.to()
                : "a " + frame.getClass().getSimpleName();
    }

    private ServerFrame decoded(String text) {
        try {
            return simulation.codec().decodeServer(text);
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
        if (deviceHears && !simulation.isUnnoticed()) {
            world.after(simulation.delay(), this::tellClosed);
        }
    }

    private void tellClosed() {
        if (deviceHears) {
            deviceHears = false;
            world.tell(() -> device + " notices that its connection is gone");
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
        if (!simulation.isUnnoticed()) {
            up(() -> session.ifPresent(this::ended));
        }
    }

    /// The network between the two is gone.
    void cut() {
        if (cut) {
            return;
        }
        cut = true;
        simulation.happened().count(What.CUTS);
        boolean deviceKnows = !simulation.isUnnoticed();
        boolean relayKnows = !simulation.isUnnoticed();
        world.tell(() ->
                "the connection of "
                        + device
                        + " is cut"
                        + (deviceKnows ? "" : "; it does not notice")
                        + (relayKnows ? "" : "; the relay does not notice"));
        if (deviceKnows) {
            world.after(simulation.delay(), this::tellClosed);
        }
        if (relayKnows) {
            up(() -> session.ifPresent(this::ended));
        }
    }

    private void ended(DeviceSession there) {
        there.disconnected();
        node.settle();
    }
}
