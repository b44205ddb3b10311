package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.relay.feed.FeedDesk;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.LogPage;
import baton.relay.node.Audience;
import baton.relay.node.LeaseSweeper;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import baton.relay.node.TestClock;
import baton.rules.LogDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
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
    private static final DeviceId LAPTOP = new DeviceId("laptop");
    private static final int IN_FLIGHT = 32;

    private final TestClock clock = new TestClock();
    private final FrameCodec codec = new FrameCodec();

    @AfterEach
    void forget() {
        REDIS.forgetAll();
    }

    private static ConversationId conversation(int number) {
        return ConversationId.direct(ANA, new AccountId("peer" + number));
    }

    private static Append append(ConversationId conversation, long clientSeq) {
        return new Append(
                conversation,
                ANA,
                LAPTOP,
                1,
                clientSeq,
                MessageId.of(clientSeq, 1, 1),
                Instant.EPOCH,
                0,
                0,
                new EventBody.Message("message " + clientSeq));
    }

    /// What one device does: keeps up to 32 sends of a conversation in flight, and after anything
    /// but an acknowledgement sends all that is unacknowledged again.
    private static final class Sender {
        private final ConversationId conversation;
        private final RedisNode node;
        private final Map<Long, Long> acknowledged = new TreeMap<>();
        private final ArrayBlockingQueue<Answer> answers = new ArrayBlockingQueue<>(IN_FLIGHT);
        private int unknown;

        private record Answer(long clientSeq, AppendOutcome outcome) {}

        Sender(ConversationId conversation, RedisNode node) {
            this.conversation = conversation;
            this.node = node;
        }

        void sendAll(long messages, Runnable halfWay) throws InterruptedException {
            while (acknowledged.size() < messages) {
                long first = firstMissing();
                long last = Math.min(messages, first + IN_FLIGHT - 1);
                for (long clientSeq = first; clientSeq <= last; clientSeq++) {
                    long sent = clientSeq;
                    node.ports()
                            .log()
                            .append(
                                    append(conversation, sent),
                                    outcome -> answers.add(new Answer(sent, outcome)));
                }
                if (first <= messages / 2 && last > messages / 2) {
                    halfWay.run();
                }
                for (long clientSeq = first; clientSeq <= last; clientSeq++) {
                    take();
                }
            }
        }

        /// Later sends may be acknowledged while the fate of earlier ones is unknown.
        private long firstMissing() {
            long first = 1;
            while (acknowledged.containsKey(first)) {
                first++;
            }
            return first;
        }

        private void take() throws InterruptedException {
            Answer answer =
                    Optional.ofNullable(answers.poll(30, TimeUnit.SECONDS))
                            .orElseThrow(() -> new AssertionError("an append got no outcome"));
            switch (answer.outcome()) {
                case AppendOutcome.Stored stored ->
                        acknowledged.put(answer.clientSeq(), stored.event().seq());
                case AppendOutcome.Duplicate duplicate ->
                        acknowledged.put(answer.clientSeq(), duplicate.seq());
                case AppendOutcome.Unavailable unavailable -> unknown++;
                case AppendOutcome.Expected expected -> unknown++;
                case AppendOutcome.Refused refused -> throw new AssertionError(refused);
            }
        }
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
                Sender sender = new Sender(conversation(i), node);
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
                assertEquals(messages, sender.acknowledged.size(), "seed " + seed);
                compare(node, sender, "seed " + seed);
            }
            assertTrue(senders.stream().anyMatch(s -> s.unknown > 0), "killed while sending");
        }
    }

    private void compare(RedisNode node, Sender sender, String message) throws Exception {
        long digest = LogDigest.EMPTY;
        long seq = 0;
        for (StoredEvent stored : all(node, sender.conversation, sender.acknowledged.size())) {
            Event event = codec.decodeStored(stored);
            seq++;
            assertEquals(seq, event.seq(), message);
            assertEquals(seq, event.count(), message);
            assertEquals(seq, sender.acknowledged.get(event.clientSeq()), message);
            assertTrue(LogDigest.continues(digest, event), message);
            digest = event.digest();
        }
        assertEquals(sender.acknowledged.size(), seq, message);
        assertEquals(
                seq,
                node.ports().log().states(List.of(sender.conversation)).getFirst().head(),
                message);
    }

    private static List<StoredEvent> all(RedisNode node, ConversationId conversation, long head) {
        List<StoredEvent> newestFirst = new ArrayList<>();
        long to = head;
        while (to > 0) {
            LogPage page = node.ports().log().page(conversation, ANA, 1, to).orElseThrow();
            newestFirst.addAll(page.events().reversed());
            to = page.from() - 1;
        }
        return newestFirst.reversed();
    }

    @Test
    void sweeperOfAnotherNodeAnnouncesWhatADeadOneHadAppended() throws Exception {
        ConversationId pair = ConversationId.direct(ANA, BEN);
        try (RedisNode dead = new RedisNode(REDIS, ONE, clock);
                RedisNode heir = new RedisNode(REDIS, TWO, clock)) {
            dead.ports().nodes().alive();
            dead.ports().leases().acquire(ANA, LAPTOP);
            ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
            dead.ports().log().append(append(pair, 1), outcomes::add);
            outcomes.take();
            clock.advance(Duration.ofSeconds(30));
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
        return FeedDesk.open(
                new FeedDesk.Ports(
                        node.ports().log(),
                        node.ports().feed(),
                        node.ports().bus(),
                        node.ports().nodes(),
                        account -> Optional.of(account.handle()),
                        node.ports().epoch()),
                TWO,
                nobody,
                codec,
                clock);
    }
}
