package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Refusal;
import baton.model.Tally;
import baton.model.Target;
import baton.rules.LogDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What every [ConversationLog] promises about edits, recalls, guards, claims, offers and trimming.
public abstract class LogActsContract extends LogHistoryContract {
    private static final String SECRET_TEXT = "xyzzy-to-be-forgotten";
    private static final Target NOWHERE = new Target(7, MessageId.of(1, 2, 3));

    private static Append sent(
            AccountId author, long clientSeq, Instant at, long seen, long claim, EventBody body) {
        Append append =
                append(DIRECT, author, author.equals(ANA) ? LAPTOP : PHONE, clientSeq, body);
        return new Append(
                DIRECT,
                author,
                append.device(),
                1,
                clientSeq,
                append.id(),
                at,
                new Append.Terms(seen, claim, false),
                body);
    }

    private static Append ana(long clientSeq, EventBody body) {
        return append(DIRECT, ANA, LAPTOP, clientSeq, body);
    }

    private static Append ben(long clientSeq, EventBody body) {
        return append(DIRECT, BEN, PHONE, clientSeq, body);
    }

    private static Target target(long seq, Append append) {
        return new Target(seq, append.id());
    }

    private static EventBody mentioning(AccountId... accounts) {
        return new EventBody.Message("hey", Target.NONE, List.of(accounts));
    }

    /// Says something, edits it twice and recalls it.
    protected final Target recallSomething() {
        Append message = ana(1, text(SECRET_TEXT));
        Target target = target(stored(message), message);
        stored(ana(2, new EventBody.Edited(target, SECRET_TEXT + " 2", List.of(BEN))));
        stored(ben(1, text("well")));
        stored(ana(3, new EventBody.Edited(target, SECRET_TEXT + " 3", List.of())));
        stored(ana(4, new EventBody.Recalled(target)));
        return target;
    }

    @Test
    void recallErasesTheMessageAndItsEdits() {
        recallSomething();
        List<Event> events = readAll(DIRECT, BEN);
        assertEquals(new EventBody.Gone("message", true), events.get(0).body());
        assertEquals(new EventBody.Gone("edited", false), events.get(1).body());
        assertEquals(new EventBody.Gone("edited", false), events.get(3).body());
        long digest = LogDigest.EMPTY;
        for (Event event : events) {
            assertTrue(LogDigest.continues(digest, event), () -> "chain breaks at " + event);
            digest = event.digest();
        }
        assertEquals(List.of(1L), state(DIRECT).notablesOf(BEN).recalled());
        assertEquals(Notables.NONE.recalled(), state(DIRECT).notablesOf(ANA).recalled());
        assertEquals(2, state(DIRECT).newest().count());
    }

    @Test
    void nothingIsDoneToARecalledMessage() {
        Target target = recallSomething();
        assertRefused(
                Refusal.MESSAGE_GONE,
                offer(ana(5, new EventBody.Edited(target, "again", List.of()))));
        assertRefused(
                Refusal.MESSAGE_GONE, offer(ben(2, new EventBody.Reacted(target, "👍", true))));
        LogState before = state(DIRECT);
        assertEquals(6, stored(ana(6, new EventBody.Recalled(target))));
        assertEquals(before.notables(), state(DIRECT).notables());
        assertEquals(before.preview(), state(DIRECT).preview());
    }

    @Test
    void onlyTheAuthorEditsAndRecallsAndTheMessageMustBeThere() {
        Append message = ana(1, text("mine"));
        Target target = target(stored(message), message);
        assertRefused(
                Refusal.NOT_ALLOWED, offer(ben(1, new EventBody.Edited(target, "x", List.of()))));
        assertRefused(Refusal.NOT_ALLOWED, offer(ben(2, new EventBody.Recalled(target))));
        assertRefused(
                Refusal.MESSAGE_GONE, offer(ben(3, new EventBody.Reacted(NOWHERE, "👍", true))));
        assertRefused(
                Refusal.MESSAGE_GONE,
                offer(ben(4, new EventBody.Message("re", NOWHERE, List.of()))));
        assertEquals(2, stored(ben(5, new EventBody.Reacted(target, "👍", true))));
        assertEquals(3, stored(ben(6, new EventBody.Message("re", target, List.of()))));
        Target moved = new Target(2, target.id());
        assertEquals(4, stored(ana(2, new EventBody.Edited(moved, "found", List.of()))));
        assertRefused(
                Refusal.MESSAGE_GONE,
                offer(ben(7, new EventBody.Reacted(target(2, ben(5, text(""))), "👍", true))));
    }

    @Test
    void previewIsTheNewestMessageAsItsEditsLeftIt() {
        Append message = ana(1, text("one\n two"));
        Target target = target(stored(message), message);
        assertEquals(new Preview(ANA, "message", "one two"), state(DIRECT).preview());
        stored(ben(1, new EventBody.Reacted(target, "👍", true)));
        assertEquals(new Preview(ANA, "message", "one two"), state(DIRECT).preview());
        stored(ana(2, new EventBody.Edited(target, "three", List.of())));
        assertEquals(new Preview(ANA, "message", "three"), state(DIRECT).preview());
        stored(ana(3, new EventBody.Recalled(target)));
        assertEquals(new Preview(ANA, "gone", ""), state(DIRECT).preview());
    }

    @Test
    void mentionsFollowEditsAndRecalls() {
        Append message = ana(1, mentioning(BEN, ANA, CLEO));
        Target target = target(stored(message), message);
        assertEquals(new Notables(1, List.of(), List.of(1L)), state(DIRECT).notablesOf(BEN));
        assertEquals(Notables.NONE, state(DIRECT).notablesOf(ANA));
        stored(ana(2, new EventBody.Edited(target, "x", List.of(BEN))));
        assertEquals(1, state(DIRECT).notablesOf(BEN).changedAt());
        stored(ana(3, new EventBody.Edited(target, "x", List.of())));
        assertEquals(new Notables(3, List.of(), List.of()), state(DIRECT).notablesOf(BEN));
        stored(ana(4, new EventBody.Edited(target, "x", List.of(BEN))));
        assertEquals(
                new Recount(epoch(), 1, 4, state(DIRECT).newest().digest(), 1, 1),
                log().recount(DIRECT, BEN, 0).orElseThrow());
        stored(ana(5, new EventBody.Recalled(target)));
        assertEquals(new Notables(5, List.of(1L), List.of()), state(DIRECT).notablesOf(BEN));
        assertEquals(0, log().recount(DIRECT, BEN, 0).orElseThrow().unread());
    }

    @Test
    void guardedConversationRefusesRepliesToTheUnseen() {
        stored(ana(1, new EventBody.Guarded(true)));
        assertTrue(state(DIRECT).guard().on());
        stored(ben(1, text("news")));
        AppendOutcome stale = new AppendOutcome.Refused(Refusal.STALE_REPLY, 2);
        assertEquals(stale, offer(sent(ANA, 2, Instant.EPOCH, 1, 0, text("late"))));
        assertEquals(stale, offer(sent(ANA, 2, Instant.EPOCH, 2, 0, text("late"))));
        assertEquals(3, stored(sent(ANA, 3, Instant.EPOCH, 2, 0, text("now"))));
        assertEquals(4, stored(sent(ANA, 4, Instant.EPOCH, 2, 0, text("own is no news"))));
        stored(ana(5, new EventBody.Guarded(false)));
        stored(ben(2, text("more")));
        assertEquals(7, stored(sent(ANA, 6, Instant.EPOCH, 0, 0, text("free"))));
    }

    @Test
    void claimIsRespectedUntilItsHolderFallsSilent() {
        Instant start = Instant.EPOCH.plus(Duration.ofDays(1));
        stored(sent(ANA, 1, start, 0, 0, new EventBody.Claimed(false)));
        assertEquals(new Claim("ana", 1), state(DIRECT).guard().claim());
        assertRefused(
                Refusal.CLAIM_HELD, offer(sent(BEN, 1, start, 0, 0, new EventBody.Claimed(false))));
        assertRefused(
                Refusal.NOT_ALLOWED, offer(sent(BEN, 2, start, 0, 0, new EventBody.Released())));
        Instant later = start.plus(Duration.ofMinutes(5));
        stored(sent(ANA, 2, later, 0, 1, text("with the claim")));
        Instant almost = later.plus(Limits.CLAIM).minusMillis(1);
        assertRefused(
                Refusal.CLAIM_HELD,
                offer(sent(BEN, 3, almost, 0, 0, new EventBody.Claimed(false))));
        Instant over = later.plus(Limits.CLAIM);
        assertEquals(3, stored(sent(BEN, 4, over, 0, 0, new EventBody.Claimed(false))));
        assertRefused(Refusal.CLAIM_LOST, offer(sent(ANA, 3, over, 0, 1, text("late"))));
        assertEquals(4, stored(sent(ANA, 4, over, 0, 0, new EventBody.Claimed(true))));
        assertEquals(5, stored(sent(ANA, 5, over, 0, 4, new EventBody.Released())));
        assertEquals(Claim.NONE, state(DIRECT).guard().claim());
        assertRefused(Refusal.CLAIM_LOST, offer(sent(ANA, 6, over, 0, 4, text("after"))));
        assertEquals(4, state(DIRECT).version());
    }

    @Test
    void digestsAreThoseOfTheEventsAndOfTheBeginning() {
        recallSomething();
        List<Event> events = readAll(DIRECT, ANA);
        LogDigests digests = log().digests(DIRECT, ANA, 0, 99).orElseThrow();
        assertEquals(0, digests.from());
        assertEquals(5, digests.head());
        assertEquals(6, digests.digests().size());
        assertEquals(LogDigest.EMPTY, digests.digests().getFirst());
        for (Event event : events) {
            assertEquals(event.digest(), digests.digests().get((int) event.seq()));
        }
        assertEquals(List.of(), log().digests(DIRECT, ANA, 6, 9).orElseThrow().digests());
        assertEquals(Optional.empty(), log().digests(DIRECT, CLEO, 0, 9));
        assertEquals(Optional.empty(), log().digests(GROUP, ANA, 0, 9));
    }

    @Test
    void recountPassesOverWhatNoBadgeCanKnowOf() {
        for (int i = 1; i <= Limits.NOTABLE_KEPT; i++) {
            stored(ben(i, new EventBody.Message("@ana " + i, Target.NONE, List.of(ANA))));
        }
        Recount all = log().recount(DIRECT, ANA, 0).orElseThrow();
        assertEquals(Limits.NOTABLE_KEPT, all.mentions());
        assertEquals(all.mentions(), state(DIRECT).notablesOf(ANA).mentions().size());
        EventBody more = new EventBody.Message("@ana", Target.NONE, List.of(ANA));
        stored(ben(Limits.NOTABLE_KEPT + 1, more));
        assertEquals(Optional.empty(), log().recount(DIRECT, ANA, 0));
        assertEquals(Limits.NOTABLE_KEPT, log().recount(DIRECT, ANA, 1).orElseThrow().mentions());
    }

    @Test
    void nothingIsTrimmedWhereThereIsNoLog() {
        assertFalse(shelf().trim(DIRECT, new KeptHistory(5, Duration.ZERO), AT));
    }

    @Test
    void trimmingRaisesTheFloorAndKeepsTheTallies() {
        recallSomething();
        for (int i = 5; i <= 250; i++) {
            stored(ana(i, i % 10 == 0 ? mentioning(BEN) : text("x")));
        }
        KeptHistory kept = new KeptHistory(10, Duration.ZERO);
        long head = state(DIRECT).head();
        long version = state(DIRECT).version();
        long digest =
                log().digests(DIRECT, ANA, head - 10, head - 10).orElseThrow().digests().getFirst();
        assertEquals(List.of(DIRECT), due(kept));
        int steps = 1;
        while (shelf().trim(DIRECT, kept, AT)) {
            steps++;
        }
        assertTrue(steps > 2, "trimmed in chunks");
        assertEquals(List.of(), due(kept));
        LogState state = state(DIRECT);
        assertTrue(state.version() > version);
        Membership ana = state.of(ANA).orElseThrow();
        assertEquals(head - 9, ana.floor());
        assertEquals(new KnownTally(head - 10, new Tally(238, 237)), ana.beforeFloor());
        assertEquals(10, readAll(DIRECT, ANA).size());
        assertEquals(
                new LogPage(epoch(), head, 6, 5, List.of()),
                log().page(DIRECT, BEN, 1, 5).orElseThrow(),
                "an answer ends where it was asked to");
        assertEquals(head - 9, log().page(DIRECT, BEN, 1, head - 5).orElseThrow().from());
        assertEquals(head - 9, log().recount(DIRECT, BEN, 3).orElseThrow().from());
        assertEquals(head, log().recount(DIRECT, BEN, head - 1).orElseThrow().from());
        assertEquals(
                List.of(digest), log().digests(DIRECT, ANA, 0, head - 10).orElseThrow().digests());
        assertEquals(
                ana.beforeFloor(),
                log().tallyAt(DIRECT, ANA, 3, KnownTally.START),
                "what is gone is counted at the floor, and says so");
        assertEquals(
                new KnownTally(head - 9, new Tally(239, 238)),
                log().tallyAt(DIRECT, ANA, head - 9, KnownTally.START));
        assertTrue(state.notablesOf(BEN).mentions().stream().allMatch(seq -> seq >= ana.floor()));
        assertEquals(List.of(), state.notablesOf(BEN).recalled());
    }

    @Test
    void whoLeftBelowTheFloorIsToldNoDigests() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        stored(append(GROUP, BEN, PHONE, 1, new EventBody.Left()));
        for (int i = 2; i <= 9; i++) {
            stored(append(GROUP, ANA, LAPTOP, i, text("x")));
        }
        assertFalse(shelf().trim(GROUP, new KeptHistory(3, Duration.ZERO), AT));
        LogDigests digests = log().digests(GROUP, BEN, 2, 2).orElseThrow();
        assertEquals(new LogDigests(epoch(), 10, 7, List.of()), digests);
    }

    @Test
    void whatListsShowIsNotTrimmed() {
        Append message = ana(1, text("first"));
        stored(message);
        Append shown = ana(2, text("shown"));
        Target target = target(stored(shown), shown);
        stored(ana(3, new EventBody.Edited(target, "shown still", List.of())));
        for (int i = 1; i <= 9; i++) {
            stored(ben(i, new EventBody.Reacted(target, "\u2b50", i % 2 == 1)));
        }
        KeptHistory kept = new KeptHistory(3, Duration.ZERO);
        while (shelf().trim(DIRECT, kept, AT)) {
            assertEquals(List.of(), due(kept));
        }
        assertEquals(2, state(DIRECT).of(BEN).orElseThrow().floor());
        assertEquals(new Preview(ANA, "message", "shown still"), state(DIRECT).preview());
        stored(ben(10, text("news")));
        while (shelf().trim(DIRECT, kept, AT)) {
            assertEquals("news", state(DIRECT).preview().text());
        }
        assertEquals(11, state(DIRECT).of(BEN).orElseThrow().floor());
    }

    @Test
    void oldEventsAreTrimmedButNeverTheNewest() {
        Instant old = AT.minus(Duration.ofDays(40));
        stored(sent(ANA, 1, old, 0, 0, text("a")));
        stored(sent(ANA, 2, old, 0, 0, text("b")));
        KeptHistory month = new KeptHistory(0, Duration.ofDays(30));
        assertFalse(due(KeptHistory.EVERYTHING).contains(DIRECT));
        shelf().trim(DIRECT, month, AT);
        assertEquals(List.of(2L), readAll(DIRECT, BEN).stream().map(Event::seq).toList());
        assertFalse(shelf().trim(DIRECT, month, AT), "there is no more to remove");
        assertEquals(List.of(), due(month));
        assertInstanceOf(AppendOutcome.Duplicate.class, offer(sent(ANA, 1, old, 0, 0, text("a"))));
        assertEquals(3, stored(sent(ANA, 3, old, 0, 0, text("c"))));
    }
}
