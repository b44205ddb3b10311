package baton.relay.redis;

/// The cluster that all contracts of this JVM share: three primaries with a replica each. It starts
/// when it is first wanted and ends with the JVM.
final class OneCluster {
    private static final RedisTopology CLUSTER = RedisTopology.start(RedisTopology.Kind.CLUSTER, 1);

    private OneCluster() {}

    static RedisTopology get() {
        return CLUSTER;
    }
}
