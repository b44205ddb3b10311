package baton.relay.redis;

import baton.protocol.FrameCodec;
import baton.relay.feed.FeedDesk;
import baton.relay.node.Audience;
import baton.relay.node.NodeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The ports of one node on a test's Redis, with the threads of its commit lanes.
final class RedisNode implements AutoCloseable {
    private final RedisConnections connections;
    private final RedisPorts ports;
    private final NodeId self;
    private final InstantSource clock;
    private final List<Thread> threads = new ArrayList<>();

    RedisNode(RedisServer redis, NodeId self, InstantSource clock) {
        this(redis.connections(), self, clock);
    }

    /// @param connections end with the node
    RedisNode(RedisConnections connections, NodeId self, InstantSource clock) {
        this.connections = connections;
        this.self = self;
        this.clock = clock;
        ports = new RedisPorts(connections, self, new FrameCodec(), clock, 2);
        ports.laneLoops().forEach(this::start);
    }

    void start(RedisPorts.Loop loop) {
        threads.add(
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                loop.run();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
    }

    /// What tells accounts of news on this node.
    FeedDesk desk(Audience audience) {
        return FeedDesk.open(
                new FeedDesk.Ports(
                        ports.log(),
                        ports.feed(),
                        ports.bus(),
                        ports.nodes(),
                        account -> Optional.of(account.handle()),
                        ports.epoch()),
                self,
                audience,
                new FrameCodec(),
                clock);
    }

    RedisPorts ports() {
        return ports;
    }

    @Override
    public void close() {
        ports.close();
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connections.close();
    }
}
