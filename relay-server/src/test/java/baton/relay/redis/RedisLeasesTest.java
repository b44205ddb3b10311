package baton.relay.redis;

import baton.relay.node.Leases;
import baton.relay.node.LeasesContract;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RedisLeasesTest extends LeasesContract {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private final RedisNode one = new RedisNode(REDIS, ONE, clock);
    private final RedisNode two = new RedisNode(REDIS, TWO, clock);

    @AfterEach
    void forget() {
        one.close();
        two.close();
        REDIS.forgetAll();
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
