package baton.relay.redis;

import baton.protocol.FrameCodec;
import baton.relay.feed.AccountFeed;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogShelf;
import baton.relay.node.Audience;
import baton.relay.node.Leases;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import baton.relay.node.StoreEpoch;
import baton.relay.node.StoreUnavailableException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// All ports of one node on one Redis. Wiring gives each loop a thread of its own and interrupts it
/// at the end.
public final class RedisPorts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisPorts.class);
    private static final long WATCH_MILLIS = 1_000;

    private final RedisConnections connections;
    private final List<CommitLane> lanes;
    private final StoreEpoch epoch;
    private final RedisConversationLog log;
    private final RedisLogShelf shelf;
    private final RedisAccountFeed feed;
    private final RedisLeases leases;
    private final RedisNodes nodes;
    private final RedisNodeBus bus;

    /// The life of a thread; returns when it is interrupted or when the ports are closed.
    @FunctionalInterface
    public interface Loop {
        void run() throws InterruptedException;
    }

    /// @param laneCount 1 to 4: how many batches may be under way at once, for each primary
    public RedisPorts(
            RedisConnections connections,
            NodeId self,
            FrameCodec codec,
            InstantSource clock,
            int laneCount) {
        // Whoever meets a primary later raises the epoch.
        connections.watch();
        this.connections = connections;
        this.lanes =
                IntStream.range(0, laneCount * connections.primaries().all().size())
                        .mapToObj(lane -> new CommitLane(connections, AppendCalls.SCRIPTS, self))
                        .toList();
        this.epoch = connections.epoch();
        this.log = new RedisConversationLog(connections, lanes, codec, RedisSecret.of(connections));
        this.shelf = new RedisLogShelf(connections);
        this.feed = new RedisAccountFeed(connections, codec, clock);
        this.leases = new RedisLeases(connections, self, clock);
        this.nodes = new RedisNodes(connections, self, clock);
        this.bus = new RedisNodeBus(connections, self);
        epoch.whenRaised(_ -> bus.renew());
    }

    public StoreEpoch epoch() {
        return epoch;
    }

    public ConversationLog log() {
        return log;
    }

    public LogShelf shelf() {
        return shelf;
    }

    public AccountFeed feed() {
        return feed;
    }

    public Leases leases() {
        return leases;
    }

    public Nodes nodes() {
        return nodes;
    }

    /// Says that no other node lives, so that what the last one left is finished at the next round
    /// and not when its time is over. True only where nobody else reaches the store.
    public void othersAreGone() {
        nodes.othersAreGone();
    }

    public NodeBus bus() {
        return bus;
    }

    /// One per commit lane.
    public List<Loop> laneLoops() {
        return lanes.stream().<Loop>map(lane -> lane::run).toList();
    }

    /// Brings the hints of other nodes to the devices of this one.
    public Loop busLoop(Audience audience) {
        return () -> bus.run(audience);
    }

    /// Sees where the primaries are, so that a failover is noticed and not only met.
    public Loop watchLoop() {
        return () -> {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    connections.watch();
                } catch (StoreUnavailableException e) {
                    LOG.debug("Redis is away", e);
                }
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
            }
        };
    }

    /// Keeps the bus from taking silence for a broken connection; at least every
    /// [baton.model.Limits#BEAT].
    public void speak() {
        bus.speak();
    }

    /// Ends the loop of the bus, which an interrupt does not reach.
    @Override
    public void close() {
        bus.close();
    }
}
