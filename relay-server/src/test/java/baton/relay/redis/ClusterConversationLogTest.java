package baton.relay.redis;

import baton.model.ConversationId;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogOffersContract;
import baton.relay.log.LogShelf;
import baton.relay.node.NodeId;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

final class ClusterConversationLogTest extends LogOffersContract {
    private static final RedisTopology CLUSTER = OneCluster.get();

    private final RedisNode node =
            new RedisNode(CLUSTER.connections(), new NodeId("one"), InstantSource.system());

    @AfterEach
    void forget() {
        node.close();
        CLUSTER.forgetAll();
    }

    @Override
    protected ConversationLog log() {
        return node.ports().log();
    }

    @Override
    protected LogShelf shelf() {
        return node.ports().shelf();
    }

    @Override
    protected void lose(ConversationId conversation) {
        String tag = "{c:" + conversation + "}*";
        try (RedisConnections connections = CLUSTER.connections()) {
            connections.with(tag, jedis -> jedis.del(jedis.keys(tag).toArray(String[]::new)));
        }
    }

    @Override
    protected long epoch() {
        return node.ports().epoch().current();
    }
}
