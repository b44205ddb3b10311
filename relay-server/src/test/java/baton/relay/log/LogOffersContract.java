package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Preview;
import baton.model.Refusal;
import baton.model.Seal;
import baton.model.Tally;
import baton.model.Target;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import org.junit.jupiter.api.Test;

/// What every [ConversationLog] does with events that are given back after its store lost them.
public abstract class LogOffersContract extends LogActsContract {

    /// The store loses all that it has of a conversation.
    protected abstract void lose(ConversationId conversation);

    private AppendOutcome offer(Event event) {
        return offer(new Offer(DIRECT, event, false, List.of()));
    }

    private AppendOutcome offerOverGap(Event event) {
        return offer(new Offer(DIRECT, event, true, List.of()));
    }

    private AppendOutcome offer(Offer offer) {
        ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
        log().offer(offer, outcomes::add);
        return await(outcomes);
    }

    private static void assertStored(AppendOutcome outcome) {
        assertInstanceOf(AppendOutcome.Stored.class, outcome);
    }

    /// The same event as somebody would hold it who forged its seal.
    public static Event sealed(Event event, Seal seal) {
        return new Event(
                event.seq(),
                event.count(),
                event.digest(),
                event.author(),
                event.device(),
                event.clientSeq(),
                event.id(),
                event.at(),
                seal,
                event.body());
    }

    private static Event withProof(Event event, long proof) {
        return sealed(event, new Seal(event.hash(), proof));
    }

    /// Messages of one device, as somebody holds them after the store lost them.
    private List<Event> lost(int messages) {
        for (int i = 1; i <= messages; i++) {
            stored(append(DIRECT, ANA, LAPTOP, i, text("message " + i)));
        }
        List<Event> held = readAll(DIRECT, BEN);
        lose(DIRECT);
        return held;
    }

    private List<EventBody> bodies() {
        return readAll(DIRECT, BEN).stream().map(Event::body).toList();
    }

    @Test
    void offerIsTakenOnceAndOnlyWithItsProof() {
        stored(append(DIRECT, ANA, LAPTOP, 1, text("kept")));
        Event kept = readAll(DIRECT, BEN).getFirst();
        assertRefused(Refusal.OFFER_REFUSED, offer(withProof(kept, 0)));
        assertRefused(Refusal.OFFER_REFUSED, offer(withProof(kept, kept.seal().proof() + 1)));
        assertEquals(new AppendOutcome.Duplicate(epoch(), 1, kept.at()), offer(kept));
        assertEquals(1, state(DIRECT).head());
    }

    @Test
    void offerOverAGapLeavesTheNumbersBeforeItOpen() {
        List<Event> held = lost(5);
        assertStored(offer(held.get(0)));
        assertEquals(new AppendOutcome.Expected(2), offer(held.get(4)));
        assertStored(offerOverGap(held.get(4)));
        assertStored(offer(held.get(2)));
        assertEquals(new AppendOutcome.Duplicate(epoch(), 3, held.get(2).at()), offer(held.get(2)));
        assertStored(offer(held.get(1)));
        assertStored(offer(append(DIRECT, ANA, LAPTOP, 4, text("sent again"))));
        assertEquals(
                new AppendOutcome.Expected(6), offer(append(DIRECT, ANA, LAPTOP, 7, text("x"))));
        assertEquals(6, stored(append(DIRECT, ANA, LAPTOP, 6, text("goes on"))));
        assertEquals(
                List.of(
                        "message 1",
                        "message 5",
                        "message 3",
                        "message 2",
                        "sent again",
                        "goes on"),
                bodies().stream().map(body -> ((EventBody.Message) body).text()).toList());
    }

    @Test
    void leavingThatComesBackBehindAnotherStillGivesUpTheClaim() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        stored(append(GROUP, BEN, PHONE, 1, new EventBody.Claimed(false)));
        stored(append(GROUP, BEN, PHONE, 2, new EventBody.Left()));
        stored(append(GROUP, ANA, LAPTOP, 2, new EventBody.Invited(BEN)));
        stored(append(GROUP, BEN, PHONE, 3, new EventBody.Left()));
        List<Event> held = readAll(GROUP, ANA);
        lose(GROUP);
        for (int place : List.of(0, 4, 1, 2)) {
            assertStored(offer(new Offer(GROUP, held.get(place), true, List.of())));
        }
        assertEquals(Claim.NONE, state(GROUP).guard().claim());
    }

    @Test
    void messageThatComesBackBehindItsAuthorsLeavingIsNotAmongWhatItWroteBefore() {
        stored(append(GROUP, ANA, LAPTOP, 1, new EventBody.Created("Trip", List.of(BEN))));
        stored(append(GROUP, BEN, PHONE, 1, text("before")));
        stored(append(GROUP, BEN, PHONE, 2, text("after it, before long")));
        stored(append(GROUP, BEN, PHONE, 3, new EventBody.Left()));
        List<Event> held = readAll(GROUP, ANA);
        lose(GROUP);
        for (int place : List.of(0, 1, 3, 2)) {
            assertStored(offer(new Offer(GROUP, held.get(place), true, List.of())));
        }
        stored(append(GROUP, ANA, LAPTOP, 2, text("alone")));
        while (shelf().trim(GROUP, new KeptHistory(1, Duration.ZERO), AT)) {
            assertTrue(state(GROUP).head() == 5, "it goes step by step");
        }
        Membership ben = state(GROUP).of(BEN).orElseThrow();
        assertEquals(2, ben.own());
        assertEquals(new KnownTally(3, new Tally(1, 1)), ben.beforeFloor());
    }

    @Test
    void farGapIsLeftOpenToo() {
        List<Event> held = lost(200);
        assertStored(offerOverGap(held.get(149)));
        assertStored(offerOverGap(held.get(199)));
        for (int i : List.of(0, 148, 75, 150, 198)) {
            assertStored(offer(held.get(i)));
            assertInstanceOf(AppendOutcome.Duplicate.class, offer(held.get(i)));
        }
        assertEquals(7, state(DIRECT).head());
    }

    @Test
    void numberThatARefusalUsedUpSinceIsStillGivenBack() {
        List<Event> held = lost(1);
        refuse(append(DIRECT, ANA, LAPTOP, 1, text("x")), Refusal.EMPTY_MESSAGE);
        assertStored(offer(held.getFirst()));
        assertEquals(
                new AppendOutcome.Duplicate(epoch(), 1, held.getFirst().at()),
                offer(held.getFirst()));
    }

    /// What its author sends again under another number, after the first one was refused.
    private Append sentAgain(Append append, long clientSeq) {
        return new Append(
                append.conversation(),
                append.author(),
                append.device(),
                append.fence(),
                clientSeq,
                append.id(),
                append.at(),
                new Append.Terms(append.terms().seen(), append.terms().claim(), true),
                append.body());
    }

    /// As a store that went back to an older state knows it: it has the message, and nothing of the
    /// refusal.
    @Test
    void messageThatIsThereIsNotStoredAgainUnderAnotherNumber() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("message 1"));
        stored(message);
        stored(append(DIRECT, BEN, PHONE, 1, text("message 2")));
        AppendOutcome again = new AppendOutcome.Duplicate(epoch(), 1, message.at());
        assertEquals(again, offer(sentAgain(message, 2)));
        assertEquals(again, offer(sentAgain(message, 2)));
        assertEquals(3, stored(append(DIRECT, ANA, LAPTOP, 3, text("goes on"))));
    }

    @Test
    void messageThatWasSentAgainIsNotGivenBackAsWell() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("message 1"));
        Event held = lost(1).getFirst();
        refuse(message, Refusal.STALE_REPLY);
        stored(sentAgain(message, 2));
        AppendOutcome again = new AppendOutcome.Duplicate(epoch(), 1, held.at());
        assertEquals(again, offer(held));
        assertEquals(again, offer(held));
        assertEquals(1, state(DIRECT).head());
    }

    @Test
    void messageThatWasGivenBackIsNotStoredAgain() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("message 1"));
        Event held = lost(1).getFirst();
        refuse(message, Refusal.STALE_REPLY);
        assertStored(offer(held));
        AppendOutcome again = new AppendOutcome.Duplicate(epoch(), 1, message.at());
        assertEquals(again, offer(sentAgain(message, 2)));
        assertEquals(again, offer(sentAgain(message, 2)));
        assertEquals(2, stored(append(DIRECT, ANA, LAPTOP, 3, text("goes on"))));
    }

    @Test
    void textThatIsGoneIsTakenBackOnlyWithItsRecall() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("secret"));
        Target target = new Target(stored(message), message.id());
        Event text = readAll(DIRECT, BEN).getFirst();
        stored(append(DIRECT, ANA, LAPTOP, 2, new EventBody.Recalled(target)));
        List<Event> held = readAll(DIRECT, BEN);
        Event gone = held.getFirst();
        lose(DIRECT);
        assertRefused(Refusal.OFFER_REFUSED, offer(gone));
        assertRefused(Refusal.OFFER_REFUSED, offer(new Offer(DIRECT, gone, false, List.of(gone))));
        assertStored(offer(new Offer(DIRECT, gone, false, List.of(held.getLast()))));
        assertEquals(new EventBody.Gone("message", true), bodies().getFirst());
        lose(DIRECT);
        assertStored(offer(text));
        assertEquals(text.body(), bodies().getFirst());
    }

    @Test
    void recallThatComesBackBeforeItsMessageHoldsAllTheSame() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("secret"));
        Target target = new Target(stored(message), message.id());
        Event text = readAll(DIRECT, BEN).getFirst();
        stored(append(DIRECT, ANA, LAPTOP, 2, new EventBody.Recalled(target)));
        Event recall = readAll(DIRECT, BEN).getLast();
        lose(DIRECT);
        stored(append(DIRECT, BEN, PHONE, 1, text("hello")));
        assertStored(offerOverGap(recall));
        assertStored(offer(text));
        assertEquals(new EventBody.Gone("message", true), bodies().getLast());
        assertTrue(state(DIRECT).notablesOf(BEN).recalled().contains(3L));
    }

    @Test
    void messageThatItsAuthorSendsAgainBehindItsRecallComesWithoutItsText() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("secret"));
        Target target = new Target(stored(message), message.id());
        stored(append(DIRECT, ANA, new DeviceId("tablet"), 1, new EventBody.Recalled(target)));
        Event recall = readAll(DIRECT, BEN).getLast();
        lose(DIRECT);
        stored(append(DIRECT, BEN, PHONE, 1, text("hello")));
        assertStored(offer(recall));
        EventBody gone = new EventBody.Gone("message", true);
        AppendOutcome sent = offer(message);
        assertEquals(
                gone,
                decode(assertInstanceOf(AppendOutcome.Stored.class, sent).event()).body(),
                "what is pushed");
        assertEquals(gone, bodies().getLast());
        assertTrue(state(DIRECT).notablesOf(BEN).recalled().contains(3L));
    }

    @Test
    void messageThatComesBackBehindItsEditsIsShownAsTheNewestOfThemSays() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("one"));
        Target target = new Target(stored(message), message.id());
        stored(append(DIRECT, ANA, LAPTOP, 2, new EventBody.Edited(target, "two", List.of())));
        stored(append(DIRECT, ANA, LAPTOP, 3, new EventBody.Edited(target, "three", List.of(BEN))));
        List<Event> held = readAll(DIRECT, BEN);
        lose(DIRECT);
        stored(append(DIRECT, BEN, PHONE, 1, text("hello")));
        assertStored(offerOverGap(held.get(1)));
        assertStored(offer(held.get(2)));
        assertStored(offer(held.get(0)));
        assertEquals("three", state(DIRECT).preview().text());
        assertEquals(List.of(4L), state(DIRECT).notablesOf(BEN).mentions());
        KeptHistory newest = new KeptHistory(1, Duration.ZERO);
        while (shelf().trim(DIRECT, newest, AT)) {
            assertTrue(state(DIRECT).head() == 4, "it goes step by step");
        }
        assertEquals("three", state(DIRECT).preview().text(), "what lists show is kept");
    }

    @Test
    void editThatOutlivedItsMessageLosesItsTextToARecall() {
        List<Event> held = messageEditAndRecall();
        assertStored(offer(held.get(0)));
        assertStored(offer(held.get(1)));
        trimAllButTheNewest();
        assertStored(offer(held.get(2)));
        assertEquals(new EventBody.Gone("edited", false), bodyOf(held.get(1)));
    }

    @Test
    void editThatComesBackWhenItsRecalledMessageWasTrimmedComesWithoutItsText() {
        List<Event> held = messageEditAndRecall();
        assertStored(offer(held.get(0)));
        assertStored(offerOverGap(held.get(2)));
        trimAllButTheNewest();
        assertStored(offer(held.get(1)));
        assertEquals(new EventBody.Gone("edited", false), bodyOf(held.get(1)));
    }

    @Test
    void logThatBeginsAnewWithAnEditShowsNoTextUntilTheMessageIsBack() {
        List<Event> held = messageEditAndRecall();
        assertStored(offerOverGap(held.get(1)));
        assertEquals(new Preview(ANA, "edited", ""), state(DIRECT).preview());
        assertStored(offer(held.get(0)));
        assertEquals(new Preview(ANA, "message", "two"), state(DIRECT).preview());
    }

    /// What a device holds of them, of which the log has lost everything.
    private List<Event> messageEditAndRecall() {
        Append message = append(DIRECT, ANA, LAPTOP, 1, text("one"));
        Target target = new Target(stored(message), message.id());
        stored(append(DIRECT, ANA, LAPTOP, 2, new EventBody.Edited(target, "two", List.of())));
        List<Event> texts = readAll(DIRECT, BEN);
        stored(append(DIRECT, ANA, LAPTOP, 3, new EventBody.Recalled(target)));
        Event recall = readAll(DIRECT, BEN).getLast();
        lose(DIRECT);
        return List.of(texts.get(0), texts.get(1), recall);
    }

    /// Leaves what lists show, which is a message of somebody else, and the event before it.
    private void trimAllButTheNewest() {
        stored(append(DIRECT, BEN, PHONE, 1, text("hello")));
        while (shelf().trim(DIRECT, new KeptHistory(2, Duration.ZERO), AT)) {
            assertTrue(state(DIRECT).head() == 3, "it goes step by step");
        }
        assertEquals(2, readAll(DIRECT, BEN).getFirst().seq());
    }

    private EventBody bodyOf(Event event) {
        return readAll(DIRECT, BEN).stream()
                .filter(one -> one.id().equals(event.id()))
                .map(Event::body)
                .findFirst()
                .orElseThrow();
    }
}
