package baton.desktop.sync;

import static baton.desktop.sync.Bench.PAIR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlannerTest {
    private static final ConversationId OTHER =
            ConversationId.direct(Bench.ANA, new AccountId("cleo"));

    /// Any spans, any floor, any pushes in between: every missing seq is asked for exactly once, at
    /// most two questions are open, and in the end nothing is missing.
    @Test
    void everyHoleIsFetchedExactlyOnce() {
        for (long seed = 0; seed < 200; seed++) {
            new Fetching(seed).run();
        }
    }

    @Test
    void pausedHistoryIsFetchedWhereAPersonLooksAndGoesOnLater() {
        Log log = new Log(PAIR);
        log.grow(1_000);
        StoreSnapshot snapshot =
                new StoreSnapshot(
                        0,
                        2,
                        List.of(new Revised(1, log.info(1)), new Revised(2, log.head())),
                        Map.of(PAIR, SpanSet.EMPTY.plus(new Span(501, 1_000, 500, 1_000))),
                        Map.of(),
                        Set.of(),
                        Map.of(),
                        List.of(),
                        StoreSnapshot.EMPTY.local());
        Bench bench = new Bench(snapshot);
        bench.on(new SyncInput.FetchHistory(false));
        bench.on(new SyncInput.ConnectNow());
        bench.on(new SyncInput.Opened(bench.connection()));
        bench.welcome(ProtocolVersion.CURRENT, 0);
        bench.feed();
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class));
        assertEquals(Standing.Stretch.PAUSED, bench.standing().work().stretch());

        bench.on(new SyncInput.Fill(PAIR, 100, 100));
        assertEquals(100, bench.take(ClientFrame.Fetch.class).getFirst().to());
        bench.on(new SyncInput.FetchHistory(true));
        assertEquals(500, bench.take(ClientFrame.Fetch.class).getFirst().to());
        assertEquals(Standing.Stretch.HISTORY, bench.standing().work().stretch());
    }

    private static final class Fetching {
        private final SplittableRandom random;
        private final String name;
        private final Log log = new Log(PAIR);
        private final BitSet held = new BitSet();
        private final List<ClientFrame.Fetch> open = new ArrayList<>();
        private final long floor;
        private final Bench bench;

        Fetching(long seed) {
            random = new SplittableRandom(seed);
            name = "seed " + seed;
            log.grow(random.nextInt(1, 1_500));
            floor = random.nextLong(1, log.size() + 1);
            SpanSet spans = SpanSet.EMPTY;
            for (int i = random.nextInt(6); i > 0; i--) {
                long from = random.nextLong(floor, log.size() + 1);
                long to = random.nextLong(from, Math.min(log.size(), from + 200) + 1);
                spans = spans.plus(new Span(from, to, from - 1, to));
                held.set((int) from, (int) to + 1);
            }
            StoreSnapshot snapshot =
                    new StoreSnapshot(
                            0,
                            2,
                            List.of(new Revised(1, log.info(floor)), new Revised(2, log.head())),
                            Map.of(PAIR, spans),
                            Map.of(),
                            Set.of(),
                            Map.of(),
                            List.of(),
                            StoreSnapshot.EMPTY.local());
            bench = new Bench(snapshot);
            bench.on(new SyncInput.ConnectNow());
            bench.on(new SyncInput.Opened(bench.connection()));
            bench.welcome(ProtocolVersion.CURRENT, 0);
        }

        void run() {
            collect();
            while (!open.isEmpty()) {
                int index = random.nextInt(open.size());
                answer(open.remove(index));
                collect();
                if (random.nextInt(10) == 0 && log.size() < 3_000) {
                    log.grow(1);
                    bench.receive(log.push(log.size(), log.size()));
                    noteIfTaken();
                    collect();
                }
            }
            assertEquals(log.size() + 1, held.nextClearBit((int) floor), name);
            assertEquals(0, bench.standing().pendingIn(), name);
            assertEquals(List.of(), bench.troubles(), name);
        }

        private void collect() {
            for (ClientFrame.Fetch fetch : bench.take(ClientFrame.Fetch.class)) {
                for (long seq = fetch.from(); seq <= fetch.to(); seq++) {
                    assertFalse(held.get((int) seq), name + " has " + seq + " already");
                    assertTrue(seq >= floor, name + " may not see " + seq);
                    held.set((int) seq);
                }
                open.add(fetch);
            }
            assertTrue(open.size() <= Planner.OPEN_MAX, name);
        }

        /// As a relay answers: the whole range, or its upper part only, which leaves a hole again.
        private void answer(ClientFrame.Fetch fetch) {
            long from = random.nextInt(4) == 0 ? random.nextLong(fetch.from(), fetch.to() + 1) : 0;
            long low = Math.max(from, fetch.from());
            held.clear((int) fetch.from(), (int) low);
            bench.receive(log.page(low, fetch.to()));
        }

        private void noteIfTaken() {
            long newest =
                    bench.changes(StoreChange.SpansSet.class).isEmpty()
                            ? 0
                            : bench.changes(StoreChange.SpansSet.class).getLast().spans().newest();
            if (newest == log.size()) {
                held.set((int) newest);
            }
        }
    }

    private static ClientFrame.Fetch first(Bench bench) {
        return bench.take(ClientFrame.Fetch.class).getFirst();
    }

    @Test
    void conversationOnTheScreenComesFirst() {
        Log quiet = new Log(PAIR).grow(5);
        Log busy = new Log(OTHER).grow(50);
        Bench bench = new Bench().online();
        bench.on(new SyncInput.View(PAIR));
        bench.feed(quiet.info(1), quiet.head(), busy.info(1), busy.head());
        assertEquals(PAIR, first(bench).conversation());
    }

    @Test
    void newestMessagesOfAllComeBeforeTheHistoryOfAny() {
        Log one = new Log(PAIR).grow(1_000);
        Log other = new Log(OTHER).grow(900);
        Bench bench = new Bench().online();
        bench.feed(one.info(1), one.head(), other.info(1), other.head());
        List<ClientFrame.Fetch> fetches = bench.take(ClientFrame.Fetch.class);
        assertEquals(
                List.of(
                        new ClientFrame.Fetch(PAIR, 901, 1_000),
                        new ClientFrame.Fetch(OTHER, 801, 900)),
                fetches);
    }

    @Test
    void holeThatWasScrolledIntoSightComesBeforeNewHistory() {
        Log log = new Log(PAIR).grow(2_000);
        Bench bench = new Bench().online();
        bench.feed(log.info(1), log.head()).on(new SyncInput.Fill(PAIR, 200, 260));
        bench.take(ClientFrame.class);
        bench.receive(log.page(1_901, 2_000));
        assertEquals(new ClientFrame.Fetch(PAIR, 200, 260), first(bench));
    }

    /// A log is trimmed a moment before its members hear of the new floor, or long before, if the
    /// node that trimmed it died.
    @Test
    void whatIsGoneIsNotAskedForAgainAtOnce() {
        Log log = new Log(PAIR).grow(100);
        Bench bench = new Bench().online().feed(log.info(1), log.head());
        bench.receive(log.page(61, 100)).take(ClientFrame.Fetch.class);
        bench.receive(log.nothing(60));
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(1, bench.take(ClientFrame.Fetch.class).size());
        bench.receive(log.nothing(60)).feed(log.info(61));
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class));
        assertEquals(Standing.Stretch.IDLE, bench.standing().work().stretch());
        assertEquals(0, bench.standing().pendingIn());
    }

    @Test
    void questionWithoutAnAnswerIsAskedAgainInSmallerPieces() {
        Log log = new Log(PAIR).grow(100);
        Bench bench = new Bench().online().feed(log.info(1), log.head());
        assertEquals(new ClientFrame.Fetch(PAIR, 1, 100), first(bench));
        bench.pass(Duration.ofSeconds(9)).receive(new ServerFrame.Beat(0, Instant.EPOCH));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(new ClientFrame.Fetch(PAIR, 51, 100), first(bench));
    }
}
