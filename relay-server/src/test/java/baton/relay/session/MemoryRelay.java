package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.protocol.FrameCodec;
import baton.relay.account.AccountNames;
import baton.relay.account.SignedInDevice;
import baton.relay.feed.AccountFeed;
import baton.relay.feed.FeedDesk;
import baton.relay.feed.MemoryAccountFeed;
import baton.relay.feed.PersonNames;
import baton.relay.log.ConversationLog;
import baton.relay.log.KeptHistory;
import baton.relay.log.LogShelf;
import baton.relay.log.MemoryConversationLog;
import baton.relay.log.Trimmer;
import baton.relay.node.LeaseSweeper;
import baton.relay.node.Leases;
import baton.relay.node.MemoryCluster;
import baton.relay.node.MemoryLeases;
import baton.relay.node.MemoryNodes;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// One relay node on the in-memory twins, stepped by its caller: the same sessions, announcer and
/// sweeper as in production, without threads, sockets or store. For one thread.
public final class MemoryRelay {
    private final List<DeviceSession> stepping = new ArrayList<>();
    private final DeviceSessions sessions;
    private final FeedDesk desk;
    private final LeaseSweeper sweeper;
    private final NodeId self;
    private final MemoryNodes nodes;
    private final Leases leases;
    private final NodeBus bus;
    private final LogShelf shelf;
    private final World world;
    private Duration untilNextRound = Duration.ZERO;

    /// What all nodes of one relay share, and what survives every one of them.
    public record World(
            MemoryCluster cluster,
            MemoryConversationLog.Disk disk,
            MemoryAccountFeed feed,
            AccountNames names,
            InstantSource clock,
            FrameCodec codec) {

        public static World of(AccountNames names, InstantSource clock) {
            return of(names, clock, new FrameCodec());
        }

        /// @param codec of everything that this relay says and keeps
        public static World of(AccountNames names, InstantSource clock, FrameCodec codec) {
            MemoryCluster cluster = new MemoryCluster();
            return new World(
                    cluster,
                    new MemoryConversationLog.Disk(),
                    new MemoryAccountFeed(cluster, clock, codec),
                    names,
                    clock,
                    codec);
        }

        /// The conversations that a node may not have announced.
        public Set<ConversationId> announcing(NodeId node) {
            return Set.copyOf(cluster.announcing(node));
        }
    }

    /// What a test puts between the relay and its ports, for example a fault.
    public interface Around {
        Around NOTHING = new Around() {};

        default ConversationLog log(ConversationLog log) {
            return log;
        }

        default AccountFeed feed(AccountFeed feed) {
            return feed;
        }

        default Leases leases(Leases leases) {
            return leases;
        }

        default NodeBus bus(NodeBus bus) {
            return bus;
        }

        default LogShelf shelf(LogShelf shelf) {
            return shelf;
        }
    }

    public MemoryRelay(World world, NodeId self) {
        this(world, self, Around.NOTHING);
    }

    /// @param around between sessions and log
    public MemoryRelay(World world, NodeId self, UnaryOperator<ConversationLog> around) {
        this(
                world,
                self,
                new Around() {
                    @Override
                    public ConversationLog log(ConversationLog log) {
                        return around.apply(log);
                    }
                });
    }

    /// @param around between all of this node and its ports
    public MemoryRelay(World world, NodeId self, Around around) {
        this(world, self, around, RelayMetrics.NONE);
    }

    MemoryRelay(World world, NodeId self, Around around, RelayMetrics metrics) {
        FrameCodec codec = world.codec();
        SessionDirectory directory = new SessionDirectory();
        ConversationLog log =
                around.log(new MemoryConversationLog(world.disk(), world.cluster(), self, codec));
        AccountFeed feed = around.feed(world.feed());
        leases = around.leases(new MemoryLeases(world.cluster(), self, world.clock()));
        bus = around.bus(world.cluster().bus());
        shelf = around.shelf(world.disk());
        AccountNames names = new PersonNames(feed, world.names());
        this.self = self;
        this.world = world;
        nodes = new MemoryNodes(world.cluster(), self, world.clock());
        world.cluster().listen(self, directory);
        desk =
                FeedDesk.open(
                        new FeedDesk.Ports(log, feed, bus, nodes, names, world.cluster().epoch()),
                        self,
                        directory,
                        codec,
                        world.clock());
        sweeper =
                new LeaseSweeper(
                        nodes, leases, self, desk.announcer()::resume, desk.presence()::offline);
        sessions =
                new DeviceSessions(
                        new SessionPorts(
                                log,
                                feed,
                                desk,
                                leases,
                                names,
                                codec,
                                world.clock(),
                                sweeper::owe,
                                metrics,
                                world.cluster().epoch()),
                        directory,
                        stepping::add);
        RandomGenerator random = new Random(self.value().hashCode());
        world.cluster().epoch().whenRaised(_ -> sessions.storeChanged(random));
    }

    /// Opens a session, which takes its turns in [#settle] or by its caller.
    public DeviceSession open(Identity identity, FrameSink sink) {
        return sessions.open(identity, sink);
    }

    /// Announces what is due at the clock's time.
    public void announce() {
        untilNextRound = desk.announcer().turn();
    }

    /// When the announcer wants its next round, if nothing new arrives; empty while it has nothing
    /// to look after.
    public Optional<Duration> announcesIn() {
        return world.cluster().announcing(self).isEmpty()
                ? Optional.empty()
                : Optional.of(untilNextRound);
    }

    /// One round of the sweeper.
    public void sweep() {
        sweeper.sweep();
    }

    /// What removes history on this node, stepped by its caller.
    public Trimmer trimmer(KeptHistory kept) {
        return new Trimmer(shelf, nodes, desk.announcer()::resume, kept, world.clock());
    }

    /// Whether the device of a session misses a push and was not told so yet.
    public static boolean isBehind(DeviceSession session) {
        return session.isBehind();
    }

    /// Signs a device out, as [baton.relay.session.Sessions#signedOut] does it.
    public void signedOut(AccountId account, String device) {
        strikeOff(account, device);
        sessions.signedOut(new DeviceId(device), self, nodes, bus);
    }

    /// The same, with all hints lost.
    public void strikeOff(AccountId account, String device) {
        desk.presence().signedOut(account, kept(device, device));
        leases.revoke(account, new DeviceId(device));
    }

    /// Renames a device.
    public void renamed(AccountId account, String device, String name) {
        desk.presence().renamed(account, kept(device, name));
    }

    private SignedInDevice kept(String device, String name) {
        return new SignedInDevice(new DeviceId(device), name, "linux", world.clock().instant(), "");
    }

    /// Ends all sessions in an orderly way.
    public void stop(RandomGenerator random) throws InterruptedException {
        sessions.stopAll(Duration.ZERO, random, false);
        settle();
    }

    /// Lets one session take turns, and the announcer, and nobody else.
    void settleOnly(DeviceSession session) {
        while (session.turn()) {
            announce();
        }
    }

    /// Lets every session take turns, and the announcer, until nothing is left to do at this time.
    public void settle() {
        boolean isBusy = true;
        while (isBusy) {
            announce();
            isBusy = false;
            for (DeviceSession session : List.copyOf(stepping)) {
                while (session.turn()) {
                    isBusy = true;
                }
            }
            stepping.removeIf(DeviceSession::hasEnded);
        }
    }
}
