package baton.endtoend;

import baton.relay.redis.RedisTopology;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Several relay processes on one Redis, and what balances devices between them. One thread.
public final class Nodes implements AutoCloseable {
    private final RedisTopology redis;
    private final Balancer balancer = new Balancer();
    private final List<RelayProcess> relays;

    private Nodes(RedisTopology redis, List<RelayProcess> relays) {
        this.redis = redis;
        this.relays = relays;
        relays.forEach(relay -> balancer.add(relay.port()));
    }

    /// Starts all at once and returns when all are ready.
    ///
    /// @param folder for the logs of the relays
    /// @param redis ends with the relays
    public static Nodes start(Path folder, RedisTopology redis, int count) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<RelayProcess>> starts = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                String name = "relay-" + i;
                starts.add(
                        CompletableFuture.supplyAsync(
                                () -> RelayProcess.on(folder, name, redis.url()), threads));
            }
            return new Nodes(redis, starts.stream().map(CompletableFuture::join).toList());
        }
    }

    RedisTopology redis() {
        return redis;
    }

    /// The processes of the nodes.
    public List<RelayProcess> relays() {
        return relays;
    }

    /// Of the balancer.
    String address() {
        return balancer.address();
    }

    /// Of one node alone.
    String address(int node) {
        return relays.get(node).address();
    }

    int count() {
        return relays.size();
    }

    /// As `kill -9`; those who balance notice by themselves.
    void kill(int node) {
        relays.get(node).kill();
    }

    void start(int node) {
        relays.get(node).start();
    }

    /// As a person upgrades them: one after the other, each out of the balancer first, told to
    /// stop, and back when it is ready again.
    void restartOneByOne() {
        for (RelayProcess relay : relays) {
            balancer.remove(relay.port());
            relay.stop();
            relay.start();
            balancer.add(relay.port());
        }
    }

    /// What the process that ended last said with its end.
    int exitCode(int node) {
        return relays.get(node).exitCode();
    }

    @Override
    public void close() {
        balancer.close();
        relays.forEach(RelayProcess::kill);
        redis.close();
    }
}
