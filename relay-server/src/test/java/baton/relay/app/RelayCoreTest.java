package baton.relay.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.KeptHistory;
import baton.relay.redis.RedisConnections;
import baton.relay.session.CloseCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayCoreTest {
    private static final Set<String> PEOPLE = Set.of("ana", "ben", "mia");
    private static final ConversationId PAIR = new ConversationId("d:ana:ben");
    private static final ConversationId TEAM = new ConversationId("g:k3v9x1p5q7r2s8t4");

    @TempDir Path folder;

    private EmbeddedRedis redis;
    private RedisConnections connections;
    private RelayCore core;

    @BeforeEach
    void start() throws Exception {
        redis = EmbeddedRedis.start(folder, Thread::new);
        connections = new RedisConnections(redis.endpoint());
        core = node(1);
    }

    @AfterEach
    void stop() {
        core.close();
        connections.close();
        redis.close();
    }

    private RelayCore node(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return RelayCore.start(
                connections,
                RelayCoreTest::nameOf,
                InstantSource.system(),
                random,
                KeptHistory.EVERYTHING);
    }

    private static Optional<String> nameOf(AccountId account) {
        return Optional.of(account.handle()).filter(PEOPLE::contains);
    }

    private static EventBody text(String text) {
        return new EventBody.Message(text);
    }

    private static Desk online(RelayCore at, String account, String device) throws Exception {
        Desk desk = new Desk(at, account, device);
        desk.hears(ServerFrame.Welcome.class);
        desk.say(new ClientFrame.Sync(0));
        desk.hears(ServerFrame.Feed.class);
        return desk;
    }

    private static <T extends Register> T register(Desk desk, Class<T> type, String key)
            throws InterruptedException {
        ServerFrame.Feed feed =
                desk.hears(
                        ServerFrame.Feed.class,
                        f -> f.registers().stream().anyMatch(r -> r.register().key().equals(key)));
        return feed.registers().stream()
                .map(revised -> revised.register())
                .filter(register -> register.key().equals(key))
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void messageReachesTheOtherPersonAndTheSendersOtherDevice() throws Exception {
        Desk ana = online(core, "ana", "desk1");
        Desk second = online(core, "ana", "desk2");
        Desk ben = online(core, "ben", "ben1");

        ana.send(PAIR, 1, text("hello"));

        assertEquals(1, ana.hears(ServerFrame.Ack.class).seq());
        for (Desk desk : List.of(second, ben)) {
            ServerFrame.Page page = desk.hears(ServerFrame.Page.class, ServerFrame.Page::push);
            assertEquals(text("hello"), page.events().getFirst().body());
            Register.Head head = register(desk, Register.Head.class, "head/" + PAIR);
            assertEquals(desk == ben ? new Tally(1, 0) : new Tally(1, 1), head.tally());
            assertEquals("hello", head.preview().text());
        }
    }

    @Test
    void repeatedSendGetsTheSameAnswer() throws Exception {
        Desk ana = online(core, "ana", "desk1");
        ana.send(PAIR, 1, text("once"));
        ServerFrame.Ack first = ana.hears(ServerFrame.Ack.class);
        ana.send(PAIR, 1, text("once"));
        assertEquals(first, ana.hears(ServerFrame.Ack.class));
        ana.send(PAIR, 3, text("skipped"));
        assertEquals(2, ana.hears(ServerFrame.Refused.class).expected());
        ana.send(PAIR, 2, text(" "));
        assertEquals(Refusal.EMPTY_MESSAGE.code(), ana.hears(ServerFrame.Refused.class).code());
        ana.send(PAIR, 2, text("no longer empty"));
        assertEquals(Refusal.EMPTY_MESSAGE.code(), ana.hears(ServerFrame.Refused.class).code());
        ana.send(PAIR, 3, text("goes on"));
        assertEquals(2, ana.hears(ServerFrame.Ack.class).seq());
    }

    @Test
    void groupTellsItsMembersWhoTheyAreAndForgetsWhoLeft() throws Exception {
        Desk ana = online(core, "ana", "desk1");
        Desk mia = online(core, "mia", "mia1");
        ana.send(
                TEAM, 1, new EventBody.Created("Team", List.of(ana.account, new AccountId("ben"))));
        ana.send(TEAM, 2, text("before mia"));
        ana.send(TEAM, 3, new EventBody.Invited(mia.account));
        Register.Info info = register(mia, Register.Info.class, "info/" + TEAM);
        assertEquals(3, info.members().size());
        assertEquals(3, info.floor());
        assertEquals(1, info.floorCount());
        mia.say(new ClientFrame.Fetch(TEAM, 1, 3));
        ServerFrame.Page page = mia.hears(ServerFrame.Page.class, p -> !p.push());
        assertEquals(3, page.from());
        mia.send(TEAM, 1, new EventBody.Left());
        mia.hears(ServerFrame.Ack.class);
        Register.Info left = register(mia, Register.Info.class, "info/" + TEAM);
        assertTrue(left.left());
        mia.send(TEAM, 2, text("still here?"));
        assertEquals(Refusal.NOT_A_MEMBER.code(), mia.hears(ServerFrame.Refused.class).code());
    }

    @Test
    void readingIsCountedByTheRelayAndShownToTheOther() throws Exception {
        Desk ana = online(core, "ana", "desk1");
        Desk ben = online(core, "ben", "ben1");
        for (int i = 1; i <= 3; i++) {
            ana.send(PAIR, i, text("m" + i));
        }
        ana.hears(ServerFrame.Ack.class, ack -> ack.seq() == 3);
        ben.send(PAIR, 1, text("re"));
        ben.hears(ServerFrame.Ack.class);
        ben.say(
                new ClientFrame.Mark(
                        List.of(new ClientFrame.ReadTo(PAIR, 0, 4)),
                        List.of(new ClientFrame.StoredTo(PAIR, 4))));
        assertEquals(new Tally(4, 1), register(ben, Register.Read.class, "read/" + PAIR).tally());
        assertEquals(4, register(ana, Register.ReadBy.class, "readby/" + PAIR + "/ben").seq());
    }

    @Test
    void newerSessionOfADeviceEndsTheOlderEvenOnAnotherNode() throws Exception {
        Desk old = online(core, "ana", "desk1");
        Desk fresh = online(core, "ana", "desk1");
        Eventually.holds(
                "replaced",
                Duration.ofSeconds(5),
                () -> old.closedWith.get() == CloseCode.REPLACED);
        RelayCore other = node(2);
        try {
            online(other, "ana", "desk1");
            fresh.say(new ClientFrame.Beat(0, 0, 0, false));
            Eventually.holds(
                    "replaced",
                    Duration.ofSeconds(5),
                    () -> fresh.closedWith.get() == CloseCode.REPLACED);
        } finally {
            other.close();
        }
    }

    @Test
    void messageCrossesNodes() throws Exception {
        RelayCore other = node(2);
        try {
            Desk ana = online(core, "ana", "desk1");
            Desk ben = online(other, "ben", "ben1");
            ana.send(PAIR, 1, text("across"));
            Register.Head head = register(ben, Register.Head.class, "head/" + PAIR);
            assertEquals(1, head.seq());
        } finally {
            other.close();
        }
    }

    @Test
    void restartedRedisEndsEverySessionAndTheyComeBackInANewEpoch() throws Exception {
        List<Desk> desks = List.of(online(core, "ana", "desk1"), online(core, "ben", "ben1"));
        long before = epochOf(desks.getFirst());
        ProcessHandle.of(redisPid()).orElseThrow().destroyForcibly();
        for (Desk desk : desks) {
            ServerFrame.Bye bye = desk.hears(ServerFrame.Bye.class);
            assertEquals(Refusal.STORE_CHANGED.code(), bye.code());
            assertTrue(bye.retryAfterMillis() > 0);
        }
        assertTrue(epochOf(reopened()) > before);
    }

    private static long epochOf(Desk desk) {
        return ((ServerFrame.Welcome) desk.heard.getFirst()).epoch();
    }

    @Test
    void killedRedisLosesNothingThatWasAcknowledged() throws Exception {
        Desk ana = online(core, "ana", "desk1");
        long pid = redisPid();
        TreeMap<Long, Long> acked = new TreeMap<>();
        int total = 400;
        for (long i = 1; i <= total; i++) {
            ana.send(PAIR, i, text("m" + i));
            if (i == 200) {
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            }
            long wanted = i;
            boolean isAcked = false;
            while (!isAcked) {
                if (ana.closedWith.get() != 0) {
                    ana = reopened();
                    ana.send(PAIR, i, text("m" + i));
                }
                ServerFrame answer =
                        ana.hears(
                                ServerFrame.class,
                                f ->
                                        f instanceof ServerFrame.Ack
                                                || f instanceof ServerFrame.Refused
                                                || f instanceof ServerFrame.Bye);
                switch (answer) {
                    case ServerFrame.Ack ack when ack.clientSeq() == wanted -> {
                        acked.put(wanted, ack.seq());
                        isAcked = true;
                    }
                    case ServerFrame.Refused refused -> {
                        assertEquals(Refusal.RELAY_UNAVAILABLE.code(), refused.code());
                        ana.send(PAIR, i, text("m" + i));
                    }
                    case ServerFrame.Bye bye -> {
                        ana = reopened();
                        ana.send(PAIR, i, text("m" + i));
                    }
                    default -> {}
                }
            }
        }
        assertEquals(total, acked.size());
        assertEquals(total, acked.lastEntry().getValue());
        ServerFrame.Page page = fetched(ana, total);
        assertEquals(total, page.events().size());
        acked.forEach((clientSeq, seq) ->
                assertEquals(clientSeq, page.events().get((int) (seq - 1)).clientSeq()));
    }

    /// Asks until the relay's reading connections are back as well.
    private static ServerFrame.Page fetched(Desk desk, long to) throws InterruptedException {
        while (true) {
            desk.say(new ClientFrame.Fetch(PAIR, 1, to));
            ServerFrame answer =
                    desk.hears(
                            ServerFrame.class,
                            f ->
                                    f instanceof ServerFrame.Fault
                                            || (f instanceof ServerFrame.Page page
                                                    && !page.push()));
            if (answer instanceof ServerFrame.Page page) {
                return page;
            }
        }
    }

    private Desk reopened() throws Exception {
        while (true) {
            Desk desk = new Desk(core, "ana", "desk1");
            ServerFrame first =
                    desk.hears(
                            ServerFrame.class,
                            f -> f instanceof ServerFrame.Welcome || f instanceof ServerFrame.Bye);
            if (first instanceof ServerFrame.Welcome) {
                return desk;
            }
        }
    }

    private long redisPid() {
        String info = connections.with(jedis -> jedis.info("server"));
        return info.lines()
                .filter(line -> line.startsWith("process_id:"))
                .map(line -> Long.parseLong(line.substring("process_id:".length()).strip()))
                .findFirst()
                .orElseThrow();
    }
}
