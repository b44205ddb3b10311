package baton.relay.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.relay.node.HeldLease;
import baton.relay.node.Leases;
import baton.relay.node.NodeId;
import baton.relay.node.TestClock;
import baton.rules.RegisterMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [AccountFeed] promises.
public abstract class AccountFeedContract {
    protected static final NodeId NODE = new NodeId("one");
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");
    private static final DeviceId LAPTOP = new DeviceId("laptop");
    private static final ConversationId NOTES = ConversationId.notes(ANA);

    protected final TestClock clock = new TestClock();

    /// A feed in which nothing was ever written.
    protected abstract AccountFeed feed();

    /// Leases of [#NODE], whose clock is [#clock].
    protected abstract Leases leases();

    private Written write(Change... changes) {
        return feed().write(List.of(new AccountChanges(ANA, List.of(changes)))).getFirst();
    }

    private static Register.Read read(int conversation, long generation, long seq) {
        return new Register.Read(conversation(conversation), generation, seq, seq, 0);
    }

    private static ConversationId conversation(int number) {
        return ConversationId.direct(ANA, new AccountId("peer" + number));
    }

    private static Register.Draft draft(String text) {
        return new Register.Draft(NOTES, text, LAPTOP, "Laptop", Instant.EPOCH);
    }

    @Test
    void greaterRankWinsAndNothingElse() {
        assertTrue(write(new Change.Raise(read(1, 0, 5))).results().getFirst().isAccepted());
        Written lower = write(new Change.Raise(read(1, 0, 4)), new Change.Raise(read(1, 0, 5)));
        assertEquals(
                List.of(new Written.Result(false, 1), new Written.Result(false, 1)),
                lower.results());
        Written newGeneration = write(new Change.Raise(read(1, 1, 2)));
        assertEquals(List.of(new Written.Result(true, 2)), newGeneration.results());
        assertEquals(read(1, 1, 2), feed().readOf(ANA, conversation(1)));
    }

    @Test
    void swapNeedsTheRevisionThatStands() {
        assertEquals(
                new Written.Result(true, 1),
                write(new Change.Swap(draft("one"), 0)).results().getFirst());
        assertEquals(
                new Written.Result(false, 1),
                write(new Change.Swap(draft("lost"), 0)).results().getFirst());
        assertEquals(
                new Written.Result(true, 2),
                write(new Change.Swap(draft("two"), 1)).results().getFirst());
        assertEquals(
                List.of(Optional.of(new Revised(2, draft("two")))),
                feed().registers(ANA, List.of("draft/" + NOTES)));
    }

    @Test
    void whatIsGivenBackStandsIfItWasWrittenLater() {
        assertTrue(giveBack("lost", 0, 5).isAccepted());
        assertFalse(giveBack("older", 0, 4).isAccepted());
        assertFalse(giveBack("the same", 0, 5).isAccepted());
        assertTrue(giveBack("later", 0, 6).isAccepted());
        write(new Change.Put(draft("set since")));
        assertFalse(giveBack("lost", 0, 1_000).isAccepted());
        assertTrue(giveBack("of a later loss", Long.MAX_VALUE >> 12, 1).isAccepted());
        assertEquals(
                Optional.of(draft("of a later loss")),
                feed().registers(ANA, List.of("draft/" + NOTES)).getFirst().map(Revised::register));
    }

    private Written.Result giveBack(String text, long epoch, long revision) {
        return write(new Change.Return(draft(text), new Rank(epoch, revision)))
                .results()
                .getFirst();
    }

    @Test
    void revisionsOfOneCallFollowEachOther() {
        write(new Change.Raise(read(1, 0, 1)));
        Written written =
                write(
                        new Change.Raise(read(2, 0, 1)),
                        new Change.Raise(read(1, 0, 1)),
                        new Change.Put(draft("x")));
        assertEquals(1, written.before());
        assertEquals(3, written.newest());
        assertEquals(
                List.of(
                        new Written.Result(true, 2),
                        new Written.Result(false, 1),
                        new Written.Result(true, 3)),
                written.results());
        assertEquals(3, feed().newest(ANA));
        assertEquals(0, feed().newest(BEN));
    }

    @Test
    void writtenNamesTheNodesWithLiveLeases() {
        assertEquals(Set.of(), write(new Change.Put(draft("x"))).nodes());
        HeldLease lease = leases().acquire(ANA, LAPTOP);
        leases().acquire(BEN, new DeviceId("phone"));
        assertEquals(Set.of(NODE), write(new Change.Put(draft("x"))).nodes());
        clock.advance(Limits.LEASE.minus(Duration.ofMillis(1)));
        assertEquals(Set.of(NODE), write(new Change.Put(draft("x"))).nodes());
        clock.advance(Duration.ofMillis(1));
        assertEquals(Set.of(), write(new Change.Put(draft("x"))).nodes());
        assertTrue(leases().renew(lease));
        assertEquals(Set.of(NODE), write(new Change.Put(draft("x"))).nodes());
        leases().release(lease);
        assertEquals(Set.of(), write(new Change.Put(draft("x"))).nodes());
    }

    @Test
    void pageHoldsAtMostFiveHundredAndSaysWhatRemains() {
        int total = Limits.FEED_REGISTERS_MAX + 7;
        for (int i = 0; i < total; i++) {
            write(new Change.Raise(read(i, 0, 1)));
        }
        write(new Change.Raise(read(0, 0, 2)));
        FeedPage first = feed().page(ANA, 0);
        assertEquals(Limits.FEED_REGISTERS_MAX, first.registers().size());
        assertEquals(7, first.remaining());
        assertEquals(total + 1L, first.newest());
        FeedPage second = feed().page(ANA, first.to());
        assertEquals(7, second.registers().size());
        assertEquals(0, second.remaining());
        assertEquals(total + 1L, second.to());
        assertEquals(
                new FeedPage(second.to(), second.to(), second.to(), 0, List.of()),
                feed().page(ANA, second.to()));
        assertEquals(new FeedPage(0, 0, 0, 0, List.of()), feed().page(BEN, 0));
    }

    @Test
    void pageIsCutWhereItGetsTooLong() {
        String large = "x".repeat(Limits.PAGE_CHARS_MAX / 2 - 100);
        for (int i = 0; i < 4; i++) {
            write(new Change.Put(draftOf(i, large)));
        }
        FeedPage page = feed().page(ANA, 0);
        assertTrue(page.registers().size() < 3, "took " + page.registers().size());
        assertFalse(page.registers().isEmpty());
        assertEquals(4 - page.registers().size(), page.remaining());
        assertEquals(page.registers().getLast().revision(), page.to());
    }

    private static Register draftOf(int number, String text) {
        return new Register.Draft(conversation(number), text, LAPTOP, "Laptop", Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomWritesMergeLikeTheRule(long seed) {
        Random random = new Random(seed);
        Map<String, Revised> model = new TreeMap<>();
        Map<String, Revised> follower = new TreeMap<>();
        long cursor = 0;
        long newest = 0;
        for (int step = 0; step < 200; step++) {
            List<Change> changes = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(4); i++) {
                changes.add(change(random, newest));
            }
            Written written = feed().write(List.of(new AccountChanges(ANA, changes))).getFirst();
            assertEquals(newest, written.before(), "seed " + seed);
            for (int i = 0; i < changes.size(); i++) {
                newest += apply(changes.get(i), written.results().get(i), newest, model, seed);
            }
            assertEquals(newest, written.newest(), "seed " + seed);
            if (random.nextInt(5) == 0) {
                FeedPage page = feed().page(ANA, cursor);
                page.registers().forEach(r -> follower.put(r.register().key(), r));
                cursor = page.to();
                assertEquals(model, follower, "seed " + seed);
            }
        }
        assertTrue(newest > 100, "a history that proves something");
    }

    private static Change change(Random random, long newest) {
        return switch (random.nextInt(4)) {
            case 0 -> new Change.Swap(draft("s" + random.nextInt(9)), newest - random.nextInt(3));
            case 1 -> new Change.Put(draft("p" + random.nextInt(9)));
            default ->
                    new Change.Raise(
                            read(random.nextInt(3), random.nextInt(40), random.nextInt(40)));
        };
    }

    /// @return by how many revisions the account grew
    private static int apply(
            Change change,
            Written.Result result,
            long newest,
            Map<String, Revised> model,
            long seed) {
        String key = change.register().key();
        Optional<Revised> current = Optional.ofNullable(model.get(key));
        Revised offered = new Revised(newest + 1, change.register());
        boolean isExpected =
                switch (change) {
                    case Change.Put put -> true;
                    case Change.Return back -> throw new AssertionError("none is drawn");
                    case Change.Raise raise ->
                            current.isEmpty() || RegisterMerge.replaces(current.get(), offered);
                    case Change.Swap swap ->
                            current.map(Revised::revision).orElse(0L) == swap.basis();
                };
        assertEquals(isExpected, result.isAccepted(), "seed " + seed);
        if (isExpected) {
            model.put(key, offered);
        }
        assertEquals(
                Optional.ofNullable(model.get(key)).map(Revised::revision).orElse(0L),
                result.revision(),
                "seed " + seed);
        return isExpected ? 1 : 0;
    }
}
