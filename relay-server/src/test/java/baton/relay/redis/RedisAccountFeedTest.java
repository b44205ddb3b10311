package baton.relay.redis;

import baton.relay.feed.AccountFeed;
import baton.relay.feed.AccountFeedContract;
import baton.relay.node.Leases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RedisAccountFeedTest extends AccountFeedContract {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private final RedisNode node = new RedisNode(REDIS, NODE, clock);

    @AfterEach
    void forget() {
        node.close();
        REDIS.forgetAll();
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
