package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.rules.LogDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/// What every [ConversationLog] promises.
public abstract class ConversationLogContract {
    protected static final AccountId ANA = new AccountId("ana");
    protected static final AccountId BEN = new AccountId("ben");
    protected static final AccountId CLEO = new AccountId("cleo");
    protected static final DeviceId LAPTOP = new DeviceId("laptop");
    protected static final DeviceId PHONE = new DeviceId("phone");
    protected static final ConversationId DIRECT = ConversationId.direct(ANA, BEN);
    protected static final ConversationId GROUP = ConversationId.group("group0group0group0");
    protected static final Instant AT = Instant.parse("2026-03-01T10:00:00.456Z");
    private static final long PATIENCE_SECONDS = 20;

    private final FrameCodec codec = new FrameCodec();

    /// A log in which nothing was ever said.
    protected abstract ConversationLog log();

    /// The epoch of its store.
    protected abstract long epoch();

    protected static Append append(
            ConversationId conversation,
            AccountId author,
            DeviceId device,
            long clientSeq,
            EventBody body) {
        MessageId id = MessageId.of(AT.toEpochMilli(), clientSeq, device.hashCode());
        return new Append(
                conversation, author, device, 1, clientSeq, id, AT, Append.Terms.NONE, body);
    }

    protected static Append fenced(Append append, long fence) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                fence,
                append.clientSeq(),
                append.id(),
                append.at(),
                append.terms(),
                append.body());
    }

    protected static EventBody text(String text) {
        return new EventBody.Message(text);
    }

    protected AppendOutcome offer(Append append) {
        ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
        log().append(append, outcomes::add);
        return await(outcomes);
    }

    protected AppendOutcome refuse(Append append, Refusal refusal) {
        ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
        log().refuse(append, refusal, outcomes::add);
        return await(outcomes);
    }

    protected static AppendOutcome await(ArrayBlockingQueue<AppendOutcome> outcomes) {
        try {
            return Optional.ofNullable(outcomes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("no outcome"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    protected long stored(Append append) {
        return assertInstanceOf(AppendOutcome.Stored.class, offer(append)).event().seq();
    }

    protected static void assertRefused(Refusal refusal, AppendOutcome outcome) {
        assertEquals(new AppendOutcome.Refused(refusal), outcome);
    }

    protected Event decode(StoredEvent stored) {
        try {
            return codec.decodeStored(stored);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    protected LogState state(ConversationId conversation) {
        return log().states(List.of(conversation)).getFirst();
    }

    /// Reads everything an account may see, page by page from the newest down.
    protected List<Event> readAll(ConversationId conversation, AccountId account) {
        List<Event> newestFirst = new ArrayList<>();
        long to = Long.MAX_VALUE;
        while (to > 0) {
            LogPage page = log().page(conversation, account, 1, to).orElseThrow();
            assertEquals(page.to() - page.from() + 1, page.events().size());
            page.events().reversed().forEach(stored -> newestFirst.add(decode(stored)));
            to = page.events().isEmpty() ? 0 : page.from() - 1;
        }
        return newestFirst.reversed();
    }

    @Test
    void firstMessageBringsDirectConversationIntoBeing() {
        AppendOutcome outcome = offer(append(DIRECT, ANA, LAPTOP, 1, text("hello")));
        AppendOutcome.Stored stored = assertInstanceOf(AppendOutcome.Stored.class, outcome);
        Event event = decode(stored.event());
        assertEquals(
                append(DIRECT, ANA, LAPTOP, 1, text("hello"))
                        .placed(1, 1, event.digest(), event.seal().proof()),
                event);
        assertTrue(LogDigest.continues(LogDigest.EMPTY, event));
        assertEquals(List.of(ANA, BEN), state(DIRECT).present());
        assertEquals(1, stored.version());
        assertEquals(epoch(), stored.epoch());
        assertEquals(AT, stored.at());
        assertEquals(List.of(event), readAll(DIRECT, BEN));
    }

    @Test
    void repeatedSendGetsTheSameSeqForEver() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("one")));
        stored(append(DIRECT, BEN, PHONE, 1, text("two")));
        AppendOutcome again = offer(append(DIRECT, ANA, LAPTOP, 1, text("one")));
        assertEquals(new AppendOutcome.Duplicate(epoch(), 1, AT), again);
        assertEquals(2, state(DIRECT).head());
    }

    @Test
    void skippedClientSeqIsToldWhichOneIsExpected() {
        assertEquals(
                new AppendOutcome.Expected(1), offer(append(DIRECT, ANA, LAPTOP, 2, text("x"))));
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        assertEquals(
                new AppendOutcome.Expected(2), offer(append(DIRECT, ANA, LAPTOP, 3, text("x"))));
        assertEquals(
                new AppendOutcome.Expected(2), offer(append(DIRECT, ANA, LAPTOP, 0, text("x"))));
    }

    @Test
    void refusalUsesUpItsClientSeqAndIsRepeated() {
        Append first = append(DIRECT, ANA, LAPTOP, 1, text(""));
        assertRefused(Refusal.EMPTY_MESSAGE, refuse(first, Refusal.EMPTY_MESSAGE));
        assertRefused(Refusal.EMPTY_MESSAGE, offer(append(DIRECT, ANA, LAPTOP, 1, text("x"))));
        assertEquals(1, stored(append(DIRECT, ANA, LAPTOP, 2, text("x"))));
        assertInstanceOf(
                AppendOutcome.Duplicate.class,
                refuse(append(DIRECT, ANA, LAPTOP, 2, text("")), Refusal.EMPTY_MESSAGE));
    }

    @Test
    void outcomesAreKeptForTwiceWhatMayBeInFlight() {
        int sends = ConversationLog.OUTCOMES_KEPT + 3;
        for (int clientSeq = 1; clientSeq <= sends; clientSeq++) {
            stored(append(DIRECT, ANA, LAPTOP, clientSeq, text("x")));
        }
        int oldest = sends - ConversationLog.OUTCOMES_KEPT + 1;
        assertEquals(
                new AppendOutcome.Duplicate(epoch(), oldest, AT),
                offer(append(DIRECT, ANA, LAPTOP, oldest, text("x"))));
        assertEquals(
                new AppendOutcome.Expected(sends + 1L),
                offer(append(DIRECT, ANA, LAPTOP, oldest - 1, text("x"))));
    }

    @Test
    void olderFenceOfTheSameDeviceHasNoEffect() {
        stored(fenced(append(DIRECT, ANA, LAPTOP, 1, text("new")), 7));
        assertRefused(
                Refusal.SESSION_REPLACED,
                offer(fenced(append(DIRECT, ANA, LAPTOP, 2, text("old")), 6)));
        assertEquals(2, stored(fenced(append(DIRECT, ANA, LAPTOP, 2, text("new")), 7)));
    }

    @Test
    void strangersAreRefused() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        assertRefused(Refusal.NOT_A_MEMBER, offer(append(GROUP, CLEO, PHONE, 1, text("hi"))));
        assertEquals(Optional.empty(), log().page(GROUP, CLEO, 1, 9));
        ConversationId nowhere = ConversationId.group("nowhere0nowhere0");
        assertRefused(Refusal.NOT_A_MEMBER, offer(append(nowhere, ANA, LAPTOP, 1, text("hi"))));
        assertRefused(
                Refusal.NOT_A_MEMBER,
                offer(append(nowhere, ANA, LAPTOP, 2, new EventBody.Invited(ANA))));
        assertEquals(List.of(), log().states(List.of(nowhere)));
    }

    @Test
    void groupIsCreatedOnceWithItsCreatorAmongTheMembers() {
        EventBody created = new EventBody.Created("Trip", List.of(BEN, BEN));
        stored(append(GROUP, ANA, LAPTOP, 1, created));
        assertEquals(List.of(ANA, BEN), state(GROUP).present());
        assertEquals("Trip", state(GROUP).title());
        assertEquals(1, state(GROUP).version());
        assertEquals(0, state(GROUP).newest().count());
        assertRefused(Refusal.CONVERSATION_EXISTS, offer(append(GROUP, CLEO, PHONE, 1, created)));
    }

    @Test
    void membersComeGoAndRename() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        stored(append(GROUP, BEN, PHONE, 1, text("before")));
        stored(append(GROUP, ANA, LAPTOP, 2, new EventBody.Invited(CLEO)));
        assertRefused(
                Refusal.NOT_ALLOWED,
                offer(append(GROUP, ANA, LAPTOP, 3, new EventBody.Invited(CLEO))));
        assertEquals(
                new Membership(CLEO, 3, 1, 0, 0, Membership.Leave.NONE),
                state(GROUP).of(CLEO).orElseThrow());
        stored(append(GROUP, ANA, LAPTOP, 4, new EventBody.Titled("Sea")));
        stored(append(GROUP, BEN, PHONE, 2, new EventBody.Left()));
        stored(append(GROUP, ANA, LAPTOP, 5, text("after")));
        assertEquals("Sea", state(GROUP).title());
        assertEquals(4, state(GROUP).version());
        assertEquals(List.of(ANA, CLEO), state(GROUP).present());
        assertEquals(5, readAll(GROUP, BEN).size());
        assertEquals(
                List.of(3L, 4L, 5L, 6L), readAll(GROUP, CLEO).stream().map(Event::seq).toList());
        assertRefused(Refusal.NOT_A_MEMBER, offer(append(GROUP, BEN, PHONE, 3, text("x"))));
        Event left = readAll(GROUP, ANA).get(4);
        assertEquals(
                new Membership(
                        BEN,
                        1,
                        0,
                        0,
                        1,
                        new Membership.Leave(5, left.count(), 1, left.digest(), AT, "Sea")),
                state(GROUP).of(BEN).orElseThrow());
    }

    @Test
    void whoIsInvitedBackSeesWhatHappenedMeanwhile() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        stored(append(GROUP, BEN, PHONE, 1, new EventBody.Left()));
        stored(append(GROUP, ANA, LAPTOP, 2, text("meanwhile")));
        stored(append(GROUP, ANA, LAPTOP, 3, new EventBody.Invited(BEN)));
        assertEquals(4, readAll(GROUP, BEN).size());
        assertEquals(5, stored(append(GROUP, BEN, PHONE, 2, text("back"))));
    }

    @Test
    void groupsHaveALimit() {
        List<AccountId> many = new ArrayList<>();
        for (int i = 1; i < Limits.MEMBERS_MAX; i++) {
            many.add(new AccountId("member" + i));
        }
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("All", many)));
        assertEquals(Limits.MEMBERS_MAX, state(GROUP).present().size());
        assertRefused(
                Refusal.TOO_MANY_MEMBERS,
                offer(append(GROUP, ANA, LAPTOP, 2, new EventBody.Invited(BEN))));
    }

    @Test
    void pageIsAnchoredAtItsEndAndCutBelow() {
        String large = "x".repeat(Limits.TEXT_CHARS_MAX);
        for (int clientSeq = 1; clientSeq <= 40; clientSeq++) {
            stored(append(DIRECT, ANA, LAPTOP, clientSeq, text(large)));
        }
        LogPage page = log().page(DIRECT, BEN, 1, 38).orElseThrow();
        long chars = page.events().stream().mapToLong(event -> event.entry().length()).sum();
        assertEquals(38, page.to());
        assertEquals(40, page.head());
        assertTrue(chars <= Limits.PAGE_CHARS_MAX, "page of " + chars);
        assertTrue(chars + large.length() + 400 > Limits.PAGE_CHARS_MAX, "page of " + chars);
        assertEquals(40, readAll(DIRECT, BEN).size());
    }

    @Test
    void pageBeyondTheHeadIsEmpty() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        LogPage page = log().page(DIRECT, BEN, 2, 9).orElseThrow();
        assertEquals(new LogPage(epoch(), 1, 2, 1, List.of()), page);
    }

    @Test
    void announcedIsRaisedAndNeverLowered() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        LogState early = state(DIRECT);
        assertTrue(early.isToAnnounce());
        stored(append(DIRECT, ANA, LAPTOP, 2, text("x")));
        log().announced(List.of(state(DIRECT)));
        log().announced(List.of(early));
        assertFalse(state(DIRECT).isToAnnounce());
        assertEquals(new LogState.Announced(2, 1, epoch()), state(DIRECT).announced());
    }

    @Test
    void whatIsToldAgainIsToAnnounceAndChangesNothingElse() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("x")));
        log().announced(List.of(state(DIRECT)));
        LogState before = state(DIRECT);
        log().retell(List.of(DIRECT, GROUP));
        LogState after = state(DIRECT);
        assertTrue(after.isToAnnounce());
        assertEquals(before.version() + 1, after.version());
        assertEquals(before.newest(), after.newest());
        assertEquals(List.of(), log().states(List.of(GROUP)));
        log().announced(List.of(after));
        assertFalse(state(DIRECT).isToAnnounce());
    }

    @Test
    void tallyOfAPlaceEqualsARecountFromWhereverItIsFound() {
        for (int i = 1; i <= 30; i++) {
            stored(append(DIRECT, ANA, LAPTOP, i, text("x")));
            if (i % 3 == 0) {
                stored(append(DIRECT, BEN, PHONE, i / 3, text("y")));
            }
        }
        assertEquals(
                new KnownTally(40, new Tally(40, 30)),
                log().tallyAt(DIRECT, ANA, 99, KnownTally.START));
        assertEquals(KnownTally.START, log().tallyAt(DIRECT, ANA, 0, KnownTally.START));
        KnownTally known = new KnownTally(20, new Tally(20, 15));
        assertEquals(new KnownTally(16, new Tally(16, 12)), log().tallyAt(DIRECT, ANA, 16, known));
        assertEquals(new KnownTally(24, new Tally(24, 18)), log().tallyAt(DIRECT, ANA, 24, known));
    }
}
