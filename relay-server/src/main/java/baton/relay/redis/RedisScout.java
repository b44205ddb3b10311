package baton.relay.redis;

/// Finds out which servers write, by asking those who would know. One thread at a time.
sealed interface RedisScout extends AutoCloseable permits SoleScout, SentinelScout, ClusterScout {

    /// @throws RedisUnavailableException if nobody who would know answers
    RedisPrimaries look();

    @Override
    void close();

    static RedisScout of(RedisEndpoint endpoint) {
        Questions questions = new Questions();
        return switch (endpoint) {
            case RedisEndpoint.Server server -> new SoleScout(server, questions);
            case RedisEndpoint.Sentinels sentinels -> new SentinelScout(sentinels, questions);
            case RedisEndpoint.Cluster cluster -> new ClusterScout(cluster, questions);
        };
    }
}
