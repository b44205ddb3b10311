package baton.simulation;

import baton.protocol.ClientFrame;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import baton.relay.session.DeviceSession;
import baton.relay.session.FrameSink;
import baton.relay.session.MemoryRelay;
import baton.simulation.Happened.What;
import java.util.Optional;
import java.util.function.Consumer;

/// One socket. Frames keep their order; what was sent before the sender died or the link was cut
/// still arrives. Either side may fail to notice the end.
final class SimLink implements FrameSink {
    private static final long HINT_AGAIN = 1_001;

    private final Simulation simulation;
    private final World world;
    private final SimDevice device;
    private final SimRelay.Node node;
    private final long connection;
    private final Bounds bounds;
    private Optional<DeviceSession> session = Optional.empty();
    private boolean deviceHears = true;
    private boolean cut;
    private int onTheirWay;
    private long taken;
    private long lastUp;
    private long lastDown;

    SimLink(Simulation simulation, SimDevice device, SimRelay.Node node, long connection) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.device = device;
        this.node = node;
        this.connection = connection;
        this.bounds = new Bounds(simulation, device, this, simulation.planted().sink(this));
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
        session = Optional.of(node.open(device.identity(), bounds, this::nodeDied));
    }

    /// A frame of the device sets out.
    void send(ClientFrame frame) {
        if (cut) {
            return;
        }
        for (ClientFrame said : bounds.said(frame)) {
            for (ClientFrame sent : simulation.planted().up(said)) {
                String text = simulation.codec().encode(sent);
                up(() -> session.ifPresent(there -> arrive(there, text)));
            }
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
            if (frame instanceof ClientFrame.Fetch fetch) {
                simulation.trims().asked(device, fetch);
            }
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
        return offer(text, simulation.room(), this::setOut);
    }

    @Override
    public boolean offerPush(String text) {
        boolean isTaken = offer(text, simulation.room() / 2, this::setOutUnlessLost);
        if (!isTaken) {
            // So a session looks again by itself whether there is room for a hint.
            world.after(HINT_AGAIN, node::settle);
        }
        return isTaken;
    }

    private boolean offer(String text, int room, Consumer<ServerFrame> sender) {
        if (!cut && onTheirWay >= room) {
            simulation.happened().count(What.QUEUE_FULL);
            return false;
        }
        taken++;
        if (cut) {
            return true;
        }
        simulation.planted().down(decoded(text)).forEach(sender);
        return true;
    }

    private void setOutUnlessLost(ServerFrame frame) {
        if (simulation.losesPush()) {
            simulation.happened().count(What.LOST_PUSHES);
            bounds.lost(frame);
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

    /// How many frames its socket took.
    long taken() {
        return taken;
    }

    /// Whether what its socket takes goes nowhere.
    boolean isCut() {
        return cut;
    }

    int onTheirWay() {
        return onTheirWay;
    }

    /// Whether the relay knows that the device misses a push, and has not told it.
    boolean isBehind() {
        return !cut && session.filter(MemoryRelay::isBehind).isPresent();
    }

    /// What is said to the device arrives later than that.
    void takeNothingUntil(long elapsed) {
        lastDown = Math.max(lastDown, elapsed);
    }

    /// The relay finds that one write has taken too long. The device notices when it reads again.
    void cutOff() {
        if (!cut && node.isAlive() && onTheirWay > 0) {
            cut = true;
            simulation.happened().count(What.CUT_OFF);
            world.tell(() -> node + " cuts " + device + " off, which does not read");
            down(this::tellClosed);
            session.ifPresent(this::ended);
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
