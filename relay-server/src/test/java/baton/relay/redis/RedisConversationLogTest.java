package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import baton.relay.log.LogOffersContract;
import baton.relay.log.LogShelf;
import baton.relay.node.NodeId;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import redis.clients.jedis.Jedis;

final class RedisConversationLogTest extends LogOffersContract {
    private static final NodeId SELF = new NodeId("one");

    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private final RedisNode node = new RedisNode(REDIS, SELF, InstantSource.system());

    @AfterEach
    void forget() {
        node.close();
        REDIS.forgetAll();
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
        try (RedisConnections connections = REDIS.connections()) {
            connections.with(jedis ->
                    jedis.del(jedis.keys("{c:" + conversation + "}*").toArray(String[]::new)));
        }
    }

    @Override
    protected long epoch() {
        return node.ports().epoch().current();
    }

    @Test
    void conversationIsNotedAsAnnouncingUntilItIsSettled() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        stored(append(DIRECT, ANA, LAPTOP, 2, text("x")));
        assertEquals(Set.of(DIRECT), node.ports().nodes().announcing(SELF));
        log().settled(DIRECT, 1);
        stored(append(DIRECT, ANA, LAPTOP, 3, text("x")));
        assertEquals(Set.of(DIRECT), node.ports().nodes().announcing(SELF));
        log().settled(DIRECT, 3);
        stored(
                append(
                        GROUP,
                        ANA,
                        LAPTOP,
                        1,
                        new baton.model.EventBody.Created("T", java.util.List.of())));
        stored(append(DIRECT, ANA, LAPTOP, 4, text("x")));
        assertEquals(Set.of(DIRECT, GROUP), node.ports().nodes().announcing(SELF));
    }

    /// On disk the bytes stay until the append-only file is rewritten; no key holds them.
    @Test
    void afterARecallNoKeyHoldsTheText() {
        recallSomething();
        try (RedisConnections connections = REDIS.connections()) {
            Set<String> keys = connections.with(jedis -> jedis.keys("{c:*"));
            assertTrue(keys.size() > 5, keys.toString());
            for (String key : keys) {
                String dump = connections.with(jedis -> everything(jedis, key));
                assertFalse(dump.contains("xyzzy"), key);
            }
        }
    }

    private static String everything(Jedis jedis, String key) {
        return jedis.type(key).equals("stream")
                ? jedis.xrange(key, "-", "+").toString()
                : jedis.hgetAll(key).toString();
    }

    @Test
    void appendsOfOneBatchKeepTheirOrder() throws InterruptedException {
        int sends = 2_000;
        ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(sends);
        for (int clientSeq = 1; clientSeq <= sends; clientSeq++) {
            Append append = append(DIRECT, ANA, LAPTOP, clientSeq, text("x"));
            log().append(append, outcomes::add);
        }
        for (int seq = 1; seq <= sends; seq++) {
            AppendOutcome outcome = outcomes.take();
            assertEquals(seq, ((AppendOutcome.Stored) outcome).event().seq());
        }
    }

    @Test
    void redisThatLostItsScriptsIsGivenThemAgain() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        try (RedisConnections connections = REDIS.connections()) {
            connections.with(jedis -> jedis.scriptFlush());
        }
        assertEquals(
                new AppendOutcome.Unavailable(), offer(append(DIRECT, ANA, LAPTOP, 2, text("x"))));
        assertEquals(2, stored(append(DIRECT, ANA, LAPTOP, 2, text("x"))));
        assertEquals(2, state(DIRECT).head());
    }
}
