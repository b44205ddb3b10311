package baton.relay.app;

import baton.model.AccountId;
import baton.model.Limits;
import baton.protocol.FrameCodec;
import baton.relay.account.AccountNames;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.account.SignedInDevice;
import baton.relay.feed.FeedDesk;
import baton.relay.feed.PersonNames;
import baton.relay.log.KeptHistory;
import baton.relay.log.Trimmer;
import baton.relay.node.LeaseSweeper;
import baton.relay.node.NodeId;
import baton.relay.node.StoreUnavailableException;
import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisPorts;
import baton.relay.session.DeviceSession;
import baton.relay.session.DeviceSessions;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;
import baton.relay.session.SessionDirectory;
import baton.relay.session.SessionPorts;
import baton.relay.session.Sessions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One relay node between its sockets and Redis: wires ports, announcer, sweeper and sessions, and
/// makes their threads: commit lanes, pusher, announcer, bus and sweeper one platform thread each,
/// a virtual one per session. May be used by any thread.
public final class RelayCore implements Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(RelayCore.class);
    private static final int LANES = 2;
    private static final int NODE_ID_LENGTH = 16;
    private static final int NODE_ID_RADIX = 36;

    private final NodeId self;
    private final RandomGenerator random;
    private final RedisPorts ports;
    private final FeedDesk desk;
    private final LeaseSweeper sweeper;
    private final DeviceSessions sessions;
    private final RelayMeters meters;
    private final AccountNames names;
    private final Semaphore sweepNow = new Semaphore(0);
    private final List<KeptThread> lanes = new ArrayList<>();
    private final List<KeptThread> others = new ArrayList<>();

    private RelayCore(
            RedisConnections connections,
            AccountNames signedUp,
            InstantSource clock,
            RandomGenerator random,
            KeptHistory kept,
            NodeId self) {
        this.self = self;
        this.random = random;
        FrameCodec codec = new FrameCodec();
        SessionDirectory directory = new SessionDirectory();
        this.meters = new RelayMeters(directory);
        this.ports = new RedisPorts(connections, self, codec, clock, LANES);
        this.names = new PersonNames(ports.feed(), signedUp);
        this.desk =
                FeedDesk.open(
                        new FeedDesk.Ports(
                                ports.log(),
                                ports.feed(),
                                ports.bus(),
                                ports.nodes(),
                                names,
                                ports.epoch()),
                        self,
                        directory,
                        codec,
                        clock);
        this.sweeper =
                new LeaseSweeper(
                        ports.nodes(),
                        ports.leases(),
                        self,
                        desk.announcer()::resume,
                        desk.presence()::offline);
        SessionPorts sessionPorts =
                new SessionPorts(
                        ports.log(),
                        ports.feed(),
                        desk,
                        ports.leases(),
                        names,
                        codec,
                        clock,
                        sweeper::owe,
                        meters,
                        ports.epoch());
        this.sessions = new DeviceSessions(sessionPorts, directory, RelayCore::startThread);
        ports.epoch().whenRaised(_ -> storeChanged());
        startThreads(directory);
        if (!kept.isEverything()) {
            start(others, "trimmer", trimming(kept, clock)::run);
        }
    }

    private void startThreads(SessionDirectory directory) {
        ports.laneLoops().forEach(loop -> start(lanes, "commit-lane-" + lanes.size(), loop));
        start(others, "pusher", desk.announcer()::runPushes);
        start(others, "announcer", desk.announcer()::run);
        start(others, "node-bus", ports.busLoop(directory));
        start(others, "sweeper", this::sweep);
        start(others, "session-clock", sessions::wakeOnTime);
        start(others, "redis-watch", ports.watchLoop());
    }

    private Trimming trimming(KeptHistory kept, InstantSource clock) {
        return new Trimming(
                new Trimmer(ports.shelf(), ports.nodes(), desk.announcer()::resume, kept, clock));
    }

    /// Starts a node under a name drawn at random.
    public static RelayCore start(
            RedisConnections connections,
            AccountNames names,
            InstantSource clock,
            RandomGenerator random,
            KeptHistory kept) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < NODE_ID_LENGTH; i++) {
            name.append(Character.forDigit(random.nextInt(NODE_ID_RADIX), NODE_ID_RADIX));
        }
        return new RelayCore(connections, names, clock, random, kept, new NodeId(name.toString()));
    }

    private static void start(List<KeptThread> threads, String name, RedisPorts.Loop loop) {
        threads.add(KeptThread.start(name, loop));
    }

    private static void startThread(DeviceSession session) {
        Thread.ofVirtual()
                .name("session-" + session.identity().device())
                .start(() -> DeviceSessions.live(session));
    }

    /// Says that this node is the only one, as where Redis is its own: it finishes at once what the
    /// one before it left. Blocks, and throws [StoreUnavailableException].
    void isAlone() {
        ports.othersAreGone();
        sweepNow.release();
    }

    /// What this node counts.
    RelayMeters meters() {
        return meters;
    }

    /// What people are called now, for those who know of accounts alone: throws
    /// [AccountsUnavailableException].
    AccountNames names() {
        return account -> {
            try {
                return names.nameOf(account);
            } catch (StoreUnavailableException e) {
                throw new AccountsUnavailableException(e);
            }
        };
    }

    private void sweep() throws InterruptedException {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                sweeper.sweep();
                ports.speak();
            } catch (StoreUnavailableException e) {
                LOG.warn("nothing is swept until Redis is back: {}", e.getMessage());
            }
            if (sweepNow.tryAcquire(Limits.BEAT.toMillis(), TimeUnit.MILLISECONDS)) {
                sweepNow.drainPermits();
            }
        }
    }

    /// A store that went back may not know this node any more: it says at once that it lives, so
    /// that somebody takes over if it dies.
    private void storeChanged() {
        sessions.storeChanged(random);
        sweepNow.release();
    }

    @Override
    public DeviceSession open(Identity identity, FrameSink sink) {
        return sessions.open(identity, sink);
    }

    @Override
    public void signedOut(AccountId account, SignedInDevice device) {
        desk.presence().signedOut(account, device);
        ports.leases().revoke(account, device.device());
        sessions.signedOut(device.device(), self, ports.nodes(), ports.bus());
    }

    @Override
    public void renamed(AccountId account, SignedInDevice device) {
        desk.presence().renamed(account, device);
    }

    @Override
    public void stopAll(Duration patience) {
        try {
            if (!sessions.stopAll(patience, random, areOthersThere())) {
                LOG.warn("some sessions did not end in time; their leases expire");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean areOthersThere() {
        try {
            return ports.nodes().live().size() > 1;
        } catch (StoreUnavailableException e) {
            LOG.debug("nobody knows whether other nodes are there", e);
            return false;
        }
    }

    /// Ends the sessions, then the threads; the lanes last, since sends under way pass through
    /// them.
    @Override
    public void close() {
        stopAll(Duration.ofSeconds(5));
        try {
            ports.close();
            for (KeptThread thread : others) {
                thread.end();
            }
            for (KeptThread lane : lanes) {
                lane.end();
            }
            ports.nodes().gone();
        } catch (StoreUnavailableException e) {
            LOG.warn("other nodes notice the end of this one by its silence: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
