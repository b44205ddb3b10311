package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.relay.node.NodeId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Real servers that take over from one another.
final class FailoverTest {
    private static final int SENDERS = 4;
    private static final int MESSAGES = 2_000;

    private static RedisNode node(RedisTopology redis) {
        RedisNode node =
                new RedisNode(redis.connections(), new NodeId("one"), InstantSource.system());
        node.start(node.ports().watchLoop());
        return node;
    }

    @ParameterizedTest
    @EnumSource(
            value = RedisTopology.Kind.class,
            names = {"SENTINEL", "CLUSTER"})
    void lostPrimaryIsReplacedWithoutLossOfAnythingAcknowledged(RedisTopology.Kind kind)
            throws Exception {
        try (RedisTopology redis = RedisTopology.start(kind, 2);
                RedisNode node = node(redis)) {
            long epoch = node.ports().epoch().current();
            List<Sender> senders = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            ArrayBlockingQueue<Boolean> halfWay = new ArrayBlockingQueue<>(SENDERS);
            for (int i = 0; i < SENDERS; i++) {
                Sender sender = new Sender(i, node);
                senders.add(sender);
                threads.add(Thread.startVirtualThread(() -> send(sender, halfWay)));
            }
            halfWay.poll(30, TimeUnit.SECONDS);
            RedisInstance primary = redis.primaryOf(senders.getFirst().conversation());
            if (kind == RedisTopology.Kind.CLUSTER) {
                primary.kill();
            } else {
                primary.stop();
            }
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(60));
            }
            if (kind != RedisTopology.Kind.CLUSTER) {
                primary.goOn();
            }
            for (Sender sender : senders) {
                assertEquals(MESSAGES, sender.acknowledged());
                sender.compare(kind.toString());
            }
            assertTrue(senders.stream().anyMatch(s -> s.unknown() > 0), "lost while sending");
            assertTrue(node.ports().epoch().current() > epoch, "the store may have lost something");
        }
    }

    private static void send(Sender sender, ArrayBlockingQueue<Boolean> halfWay) {
        try {
            sender.sendAll(MESSAGES, () -> halfWay.offer(true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatNoReplicaHasIsNotAcknowledgedAndMayBeLost() throws Exception {
        try (RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SENTINEL, 2);
                RedisNode node = node(redis)) {
            Sender sender = new Sender(0, node);
            assertTrue(sender.sendOne(1));
            RedisInstance primary = redis.primaryOf(sender.conversation());
            List<RedisInstance> replicas = redis.replicasOf(primary);
            replicas.forEach(RedisInstance::stop);
            assertFalse(sender.sendOne(2), "no replica has it");
            assertFalse(sender.sendOne(2), "it is in the log, and still no replica has it");
            primary.kill();
            replicas.forEach(RedisInstance::goOn);
            sender.sendAll(3, () -> {});
            sender.compare("after a failover to a replica that lagged");
        }
    }

    @Test
    void lostReplicaIsWaitedForUntilMostSentinelsCallItLost() throws Exception {
        try (RedisTopology redis = RedisTopology.start(RedisTopology.Kind.SENTINEL, 2);
                RedisNode node = node(redis)) {
            Sender sender = new Sender(0, node);
            assertTrue(sender.sendOne(1));
            RedisInstance primary = redis.primaryOf(sender.conversation());
            redis.stopMostSentinels();
            redis.replicasOf(primary).getFirst().kill();
            assertFalse(sender.sendOne(2), "the others may be about to promote it");
            assertFalse(sender.sendOne(2), "the others may be about to promote it");
            redis.letSentinelsGoOn();
            sender.sendAll(2, () -> {});
            redis.replicasOf(primary).getFirst().kill();
            RedisInstance.await("it is noticed", () -> redis.replicasOf(primary).isEmpty());
            assertFalse(sender.sendOne(3), "nobody is left to take over");
            redis.restartDead();
            sender.sendAll(3, () -> {});
            sender.compare("after its replicas came back");
        }
    }
}
