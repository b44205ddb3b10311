package baton.relay.redis;

import baton.protocol.FrameCodec;
import baton.relay.node.NodeId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// The ports of one node on a test's Redis, with the threads of its commit lanes.
final class RedisNode implements AutoCloseable {
    private final RedisConnections connections;
    private final RedisPorts ports;
    private final List<Thread> threads = new ArrayList<>();

    RedisNode(RedisServer redis, NodeId self, InstantSource clock) {
        this(redis.connections(), self, clock);
    }

    /// @param connections end with the node
    RedisNode(RedisConnections connections, NodeId self, InstantSource clock) {
        this.connections = connections;
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
