package baton.relay.redis;

import baton.relay.feed.AccountFeed;
import baton.relay.feed.AccountFeedContract;
import baton.relay.node.Leases;
import org.junit.jupiter.api.AfterEach;

final class ClusterAccountFeedTest extends AccountFeedContract {
    private static final RedisTopology CLUSTER = OneCluster.get();

    private final RedisNode node = new RedisNode(CLUSTER.connections(), NODE, clock);

    @AfterEach
    void forget() {
        node.close();
        CLUSTER.forgetAll();
    }

    @Override
    protected AccountFeed feed() {
        return node.ports().feed();
    }

    @Override
    protected Leases leases() {
        return node.ports().leases();
    }
}
