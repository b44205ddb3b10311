package baton.relay.session;

import baton.model.DeviceId;
import baton.relay.node.Hint;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import baton.relay.node.StoreUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens and ends the sessions of this node. May be used by any thread.
public final class DeviceSessions {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceSessions.class);
    private static final int RETRY_MILLIS_MIN = 500;
    private static final int RETRY_MILLIS_MAX = 5_000;
    private static final int COMPARE_MILLIS_MIN = 50;
    private static final int COMPARE_MILLIS_MAX = 2_000;

    /// How much later than it asked for a session may be woken.
    private static final long WAKE_MILLIS = 500;

    private final SessionPorts ports;
    private final SessionDirectory directory;
    private final Consumer<DeviceSession> starter;
    private volatile boolean isStopping;

    /// @param starter lets a new session take its turns: on a thread of its own, or in a simulation
    public DeviceSessions(
            SessionPorts ports, SessionDirectory directory, Consumer<DeviceSession> starter) {
        this.ports = ports;
        this.directory = directory;
        this.starter = starter;
    }

    /// Starts the session of a device.
    public DeviceSession open(Identity identity, FrameSink sink) {
        DeviceSession session = new DeviceSession(identity, sink, ports, directory);
        directory.begin(session);
        if (isStopping) {
            session.end(Ending.stopping(RETRY_MILLIS_MAX));
        }
        starter.accept(session);
        return session;
    }

    /// Ends the sessions of a device, here and, by a hint, elsewhere; a lost hint leaves the end to
    /// the store, which refuses the device's token when it connects again.
    public void signedOut(DeviceId device, NodeId self, Nodes nodes, NodeBus bus) {
        directory.signOut(device);
        try {
            nodes.live().stream()
                    .filter(node -> !node.equals(self))
                    .forEach(node -> bus.publish(node, new Hint.SignedOut(device)));
        } catch (StoreUnavailableException e) {
            LOG.warn("other nodes were not told of a sign-out: {}", e.getMessage());
        }
    }

    /// Ends all sessions because the store's epoch rose; each device is told a moment of its own to
    /// come back and compare. Never blocks.
    public void storeChanged(RandomGenerator random) {
        directory.endAll(
                () -> Ending.storeChanged(random.nextInt(COMPARE_MILLIS_MIN, COMPARE_MILLIS_MAX)));
    }

    /// Ends all sessions; each device is told a moment of its own to come back.
    ///
    /// @param areOthersThere whether other nodes are there, to which devices may come sooner
    /// @return whether all have released their leases within this time
    public boolean stopAll(Duration patience, RandomGenerator random, boolean areOthersThere)
            throws InterruptedException {
        isStopping = true;
        int least = areOthersThere ? COMPARE_MILLIS_MIN : RETRY_MILLIS_MIN;
        int most = areOthersThere ? COMPARE_MILLIS_MAX : RETRY_MILLIS_MAX;
        return directory.endAll(() -> Ending.stopping(random.nextInt(least, most)), patience);
    }

    /// Wakes sessions whose device was silent for too long, or that wait for room; without end,
    /// until the thread is interrupted.
    public void wakeOnTime() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            TimeUnit.MILLISECONDS.sleep(WAKE_MILLIS);
            directory.wake(ports.clock().instant());
        }
    }

    /// Lets a session take its turns on the calling thread until it has ended.
    public static void live(DeviceSession session) {
        session.run();
    }
}
