package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.relay.redis.RedisEndpoint;
import baton.relay.redis.RedisTopology;
import java.time.Duration;
import java.util.Set;
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

    @Test
    void redisThatGoesAwayWhileTheRelayStartsIsWaitedFor() throws Exception {
        try (RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SINGLE, 0)) {
            for (int cut = 1; cut <= 6; cut++) {
                startThrough(new FlickeringDoor(redis.port(), Set.of(cut)));
            }
        }
    }

    private static void startThrough(FlickeringDoor door) throws Exception {
        String url = "redis://127.0.0.1:" + door.port();
        RelayConfig.Store store =
                new RelayConfig.Store.Server(RedisEndpoint.parse(url).orElseThrow(), false);
        try (door;
                Relay relay = Relay.start(RelayConfig.onThisMachine(store, 0))) {
            assertTrue(relay.uri().getPort() > 0);
        }
    }
}
