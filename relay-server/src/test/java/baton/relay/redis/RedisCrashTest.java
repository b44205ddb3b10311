package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Register;
import baton.relay.feed.FeedDesk;
import baton.relay.log.AppendOutcome;
import baton.relay.node.Audience;
import baton.relay.node.LeaseSweeper;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import baton.relay.node.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RedisCrashTest {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private static final NodeId ONE = new NodeId("one");
    private static final NodeId TWO = new NodeId("two");
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");

    private final TestClock clock = new TestClock();

    @AfterEach
    void forget() {
        REDIS.forgetAll();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void killedRedisLosesNoAcknowledgedEventAndStoresNoneTwice(long seed) throws Exception {
        Random random = new Random(seed);
        int messages = 2_000;
        try (RedisNode node = new RedisNode(REDIS, ONE, clock)) {
            List<Sender> senders = new ArrayList<>();
            List<Thread> threads = new ArrayList<>();
            ArrayBlockingQueue<Boolean> halfWay = new ArrayBlockingQueue<>(4);
            for (int i = 0; i < 4; i++) {
                Sender sender = new Sender(i, node);
                senders.add(sender);
                threads.add(
                        Thread.startVirtualThread(() -> {
                            try {
                                sender.sendAll(messages, () -> halfWay.offer(true));
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }));
            }
            for (int i = 0; i <= random.nextInt(4); i++) {
                halfWay.poll(30, TimeUnit.SECONDS);
            }
            REDIS.kill();
            REDIS.restart();
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(60));
            }
            for (Sender sender : senders) {
                assertEquals(messages, sender.acknowledged(), "seed " + seed);
                sender.compare("seed " + seed);
            }
            assertTrue(senders.stream().anyMatch(s -> s.unknown() > 0), "killed while sending");
        }
    }

    @Test
    void sweeperOfAnotherNodeAnnouncesWhatADeadOneHadAppended() throws Exception {
        announcesWhatADeadOneHadAppended(_ -> clock.advance(Duration.ofSeconds(30)));
    }

    @Test
    void nodeThatIsAloneAnnouncesAtOnceWhatTheOneBeforeHadAppended() throws Exception {
        announcesWhatADeadOneHadAppended(heir -> heir.ports().othersAreGone());
    }

    /// @param death after which the heir may know of it
    private void announcesWhatADeadOneHadAppended(Consumer<RedisNode> death) throws Exception {
        ConversationId pair = ConversationId.direct(ANA, BEN);
        try (RedisNode dead = new RedisNode(REDIS, ONE, clock);
                RedisNode heir = new RedisNode(REDIS, TWO, clock)) {
            dead.ports().nodes().alive();
            dead.ports().leases().acquire(ANA, Sender.LAPTOP);
            ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
            dead.ports().log().append(Sender.append(pair, 1), outcomes::add);
            outcomes.take();
            death.accept(heir);
            FeedDesk desk = desk(heir);
            LeaseSweeper sweeper =
                    new LeaseSweeper(
                            heir.ports().nodes(),
                            heir.ports().leases(),
                            TWO,
                            desk.announcer()::resume,
                            desk.presence()::offline);
            assertEquals(0, heir.ports().feed().newest(BEN));
            sweeper.sweep();
            desk.announcer().turn();
            Register head =
                    heir.ports()
                            .feed()
                            .registers(BEN, List.of("head/" + pair))
                            .getFirst()
                            .orElseThrow()
                            .register();
            assertEquals(1, ((Register.Head) head).seq());
            assertTrue(heir.ports().nodes().dead().isEmpty());
            assertTrue(heir.ports().nodes().announcing(ONE).isEmpty());
            long newest = heir.ports().feed().newest(BEN);
            sweeper.sweep();
            desk.announcer().turn();
            assertEquals(newest, heir.ports().feed().newest(BEN), "announced once");
        }
    }

    private FeedDesk desk(RedisNode node) {
        Audience nobody =
                new Audience() {
                    @Override
                    public void push(Collection<AccountId> accounts, Push push) {}

                    @Override
                    public void signOut(DeviceId device) {}
                };
        return node.desk(nobody);
    }
}
