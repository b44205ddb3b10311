package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.relay.redis.RedisEndpoint;
import baton.relay.redis.RedisTopology;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What is said of real servers that stand in for one another when a relay starts.
final class TopologyStartTest {
    private static RedisHome open(String url) throws Exception {
        return RedisHome.open(
                new RelayConfig.Store.Server(RedisEndpoint.parse(url).orElseThrow(), false),
                Duration.ofSeconds(30),
                Thread.ofPlatform().daemon().factory());
    }

    @Test
    void replicaThatCouldLoseWhatItConfirmsIsRefusedByName() throws Exception {
        try (RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SENTINEL, 1)) {
            String replica = redis.setOnAReplica("appendfsync", "everysec");
            String sentence =
                    assertThrows(RelayStartException.class, () -> open(redis.url())).toString();
            assertTrue(sentence.contains(replica + ": appendfsync is everysec"), sentence);
            redis.setOnAReplica("appendfsync", "always");
            try (RedisHome home = open(redis.url())) {
                assertEquals(1, home.connections().leastConfirmations());
            }
        }
    }

    @Test
    void clusterWithoutReplicasIsUsedAsItIsButNotOneOfItsServersAlone() throws Exception {
        try (RedisTopology redis = RedisTopology.start(RedisTopology.Kind.CLUSTER, 0)) {
            try (RedisHome home = open(redis.url())) {
                assertEquals(0, home.connections().leastConfirmations());
            }
            String alone = redis.url().replace("-cluster", "").split(",", 2)[0];
            String sentence = assertThrows(RelayStartException.class, () -> open(alone)).toString();
            assertTrue(sentence.contains("redis-cluster://"), sentence);
        }
    }
}
