package baton.relay.redis;

import baton.relay.node.Leases;
import baton.relay.node.LeasesContract;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import org.junit.jupiter.api.AfterEach;

final class ClusterLeasesTest extends LeasesContract {
    private static final RedisTopology CLUSTER = OneCluster.get();

    private final RedisNode one = new RedisNode(CLUSTER.connections(), ONE, clock);
    private final RedisNode two = new RedisNode(CLUSTER.connections(), TWO, clock);

    @AfterEach
    void forget() {
        one.close();
        two.close();
        CLUSTER.forgetAll();
    }

    private RedisNode of(NodeId node) {
        return node.equals(ONE) ? one : two;
    }

    @Override
    protected Leases leases(NodeId node) {
        return of(node).ports().leases();
    }

    @Override
    protected Nodes nodes(NodeId node) {
        return of(node).ports().nodes();
    }
}
