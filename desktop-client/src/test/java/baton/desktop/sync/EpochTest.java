package baton.desktop.sync;

import static baton.desktop.sync.Bench.ANA;
import static baton.desktop.sync.Bench.PAIR;
import static baton.desktop.sync.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// A relay whose store lost the end of its logs: what a device compares and keeps.
final class EpochTest extends LossFixture {
    @Test
    void deviceThatHoldsNothingAdoptsAtOnce() {
        bench.meet(7);
        assertEquals(
                List.of(new StoreChange.EpochSet(7)), bench.changes(StoreChange.EpochSet.class));
        assertEquals(List.of(new ClientFrame.Sync(0)), bench.take(ClientFrame.Sync.class));
    }

    @Test
    void nothingIsSaidBeforeTheRelayHasNamedItsEpoch() {
        bench.say("early").on(new SyncInput.ConnectNow());
        bench.on(new SyncInput.Opened(bench.connection()));
        assertEquals(List.of(), bench.take(ClientFrame.class));
        bench.welcome(2, 0);
        assertEquals(List.of(1L), bench.takeSends());
    }

    @Test
    void knownEpochNeedsNoComparing() {
        holdAll();
        comeBack(1);
        assertEquals(List.of(), bench.take(ClientFrame.Probe.class));
        assertEquals(1, bench.changes(StoreChange.EpochSet.class).size());
    }

    @Test
    void logsThatAgreeAreKeptWhole() {
        holdAll();
        comeBack(2);
        answerProbe(2, 10);
        assertEquals(List.of(), bench.changes(StoreChange.EventsSetAside.class));
        assertEquals(2, bench.changes(StoreChange.EpochSet.class).getLast().epoch());
        assertEquals(List.of(new ClientFrame.Sync(0)), bench.take(ClientFrame.Sync.class));
    }

    @Test
    void whatTheRelayLostIsSetAsideInOneCommitAndOffered() {
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        assertEquals(List.of(), bench.changes(StoreChange.EventsSetAside.class));
        answerProbe(2, 6);
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 7)),
                bench.changes(StoreChange.EventsSetAside.class));
        assertEquals(6, held().newest());
        assertEquals(List.of(new StoreQuestion.Aside(PAIR)), bench.questions());
        bench.take(ClientFrame.class);
        bench.on(new SyncInput.AsideRead(PAIR, log.events(7, 10)));
        List<ClientFrame.Offer> offers = bench.take(ClientFrame.Offer.class);
        assertEquals(log.events(7, 10), offers.stream().map(ClientFrame.Offer::event).toList());
        Event first = log.events(7, 7).getFirst();
        bench.receive(new ServerFrame.Offered(PAIR, first.id(), "", 0));
        assertEquals(
                List.of(new StoreChange.AsideRemoved(PAIR, first.id())),
                bench.changes(StoreChange.AsideRemoved.class));
    }

    @Test
    void everythingIsSetAsideWhereTheRelayKnowsNoSuchLog() {
        holdAll();
        comeBack(2);
        answerProbe(2, 0);
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 1)),
                bench.changes(StoreChange.EventsSetAside.class));
        assertEquals(SpanSet.EMPTY, held());
    }

    @Test
    void singleEventThatDiffersIsAskedAboutOnce() {
        bench.meet(1);
        bench.feed(log.info(1), log.head()).receive(log.page(1, 1));
        bench.questions();
        comeBack(2);
        bench.take(ClientFrame.class);
        bench.receive(new ServerFrame.Probed(PAIR, 2, 3, 1, List.of("0000000000000001")));
        readPlaces();
        assertEquals(List.of(), bench.take(ClientFrame.Probe.class));
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 1)),
                bench.changes(StoreChange.EventsSetAside.class));
    }

    @Test
    void whatLiesBelowTheFloorIsOfferedBecauseNobodyCanTellWhyItIsNotThere() {
        holdAll();
        comeBack(2);
        bench.take(ClientFrame.class);
        bench.receive(new ServerFrame.Probed(PAIR, 2, 50, 40, List.of()));
        readPlaces();
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 1)),
                bench.changes(StoreChange.EventsSetAside.class));
        assertEquals(2, bench.changes(StoreChange.EpochSet.class).getLast().epoch());
    }

    @Test
    void whatTheAccountMayNotSeeAnyMoreIsNotTakenForTrimmed() {
        holdAll();
        comeBack(2);
        bench.take(ClientFrame.class);
        bench.receive(new ServerFrame.Probed(PAIR, 2, 50, 10, List.of()));
        readPlaces();
        assertEquals(
                List.of(new ClientFrame.Probe(PAIR, 1, 9)), bench.take(ClientFrame.Probe.class));
    }

    @Test
    void nothingButBeatsIsSaidWhileComparing() {
        holdAll();
        comeBack(2);
        bench.take(ClientFrame.class);
        bench.say("later").on(new SyncInput.Typing(PAIR, true));
        bench.pass(Duration.ofSeconds(9));
        bench.take(ClientFrame.class)
                .forEach(frame -> assertInstanceOf(ClientFrame.Beat.class, frame));
    }

    @Test
    void endOfALogThatAFloorHadTakenAwayDoesNotStandAgainstAnotherLog() {
        holdAll();
        log.grow(5);
        bench.feed(log.info(12), log.head());
        assertEquals(SpanSet.EMPTY, held());
        comeBack(2);
        Log other = new Log(PAIR);
        other.append(ANA, SELF, 1, MessageId.of(5, 5, 5), new EventBody.Message("other"));
        other.grow(11);
        bench.receive(new ServerFrame.Probed(PAIR, 2, other.size(), 1, List.of()));
        bench.questions();
        bench.feed(other.info(1), other.head());
        bench.receive(new ServerFrame.Page(PAIR, 2, 1, 9, other.size(), true, other.events(1, 9)));
        assertEquals(List.of(), bench.troubles());
        assertEquals(9, held().newest());
    }

    @Test
    void nothingIsReadBeyondALogThatIsLostThoughItsHeadOutlivedIt() {
        bench.meet(2);
        bench.feed(log.info(1), log.head());
        bench.on(new SyncInput.MarkAllRead());
        assertEquals(List.of(), bench.changes(StoreChange.LocalReadPut.class));
    }

    @Test
    void connectionThatBreaksWhileComparingBeginsAnew() {
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        comeBack(2);
        assertEquals(
                List.of(new ClientFrame.Probe(PAIR, 10, 10)), bench.take(ClientFrame.Probe.class));
        assertEquals(1, bench.changes(StoreChange.EpochSet.class).size());
    }

    @Test
    void acknowledgedMessageThatIsNotHeldIsSentAgain() {
        holdAll();
        bench.say("mine");
        bench.receive(new ServerFrame.Ack(PAIR, 1, 1, 11, Instant.EPOCH));
        comeBack(2);
        answerProbe(2, 10);
        assertInstanceOf(OutboxRow.State.Waiting.class, bench.stateOf(1));
        assertEquals(1, bench.take(ClientFrame.Send.class).size());
    }

    @Test
    void messageOfWhichTheRelayForgotWhatBecameIsSentAgainInTheNextEpoch() {
        holdAll();
        bench.say("mine");
        bench.receive(new ServerFrame.Ack(PAIR, 1, 1, 11, Instant.EPOCH));
        comeBack(2);
        answerProbe(2, 10);
        bench.receive(new ServerFrame.Refused(PAIR, 1, "out-of-turn", 200));
        assertEquals(new OutboxRow.State.Failed("unexpected", 11), bench.stateOf(1));
        comeBack(3);
        answerProbe(3, 10);
        assertEquals(new OutboxRow.State.Waiting(11, ""), bench.stateOf(1));
    }

    @Test
    void messageOfWhichTheRelayForgotWhatBecameIsDoneWhereHistoryIsGone() {
        holdAll();
        bench.say("mine");
        bench.receive(new ServerFrame.Ack(PAIR, 1, 1, 11, Instant.EPOCH));
        log.grow(20);
        comeBack(2);
        answerProbe(2, 10);
        bench.receive(new ServerFrame.Refused(PAIR, 1, "out-of-turn", 200));
        bench.feed(log.info(11), log.head());
        assertEquals(new OutboxRow.State.Failed("unexpected", 11), bench.stateOf(1));
        bench.feed(log.infoIn(2, 12));
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }

    @Test
    void whatWaitsHasSeenNoMoreThanTheLogsHaveInCommon() {
        holdAll();
        compose(9);
        compose(3);
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        bench.on(new SyncInput.AsideRead(PAIR, List.of()));
        assertEquals(
                List.of(6L, 3L),
                bench.take(ClientFrame.Send.class).stream().map(ClientFrame.Send::seen).toList());
    }

    @Test
    void nobodyHasSeenMoreThanTheDeviceKnowsOf() {
        holdAll();
        compose(12);
        assertEquals(10, bench.take(ClientFrame.Send.class).getLast().seen());
    }

    private void compose(long seen) {
        bench.on(
                new SyncInput.Compose(
                        PAIR,
                        MessageId.of(seen, 0, seen),
                        new EventBody.Message("reply"),
                        seen,
                        Tally.ZERO,
                        0));
    }

    @Test
    void groupOfWhichNothingIsHeldIsAskedForSoThatItIsToldOfAgain() {
        holdAll();
        bench.say(GROUP, "waits");
        comeBack(2);
        List<ClientFrame.Probe> asked = bench.take(ClientFrame.Probe.class);
        assertEquals(
                Set.of(new ClientFrame.Probe(PAIR, 10, 10), new ClientFrame.Probe(GROUP, 1, 1)),
                Set.copyOf(asked));
        bench.receive(new ServerFrame.Probed(GROUP, 2, 4, 1, List.of("000000000000004d")));
        assertEquals(List.of(), bench.changes(StoreChange.EventsSetAside.class));
    }

    @Test
    void acksAndPagesOfAnotherEpochAreNotTaken() {
        holdAll();
        bench.say("mine");
        bench.receive(new ServerFrame.Ack(PAIR, 1, 9, 11, Instant.EPOCH));
        assertInstanceOf(OutboxRow.State.Waiting.class, bench.stateOf(1));
        log.grow(1);
        bench.receive(new ServerFrame.Page(PAIR, 9, 11, 11, 11, true, log.events(11, 11)));
        assertEquals(10, held().newest());
    }

    @Test
    void readMarkIsOpenedAnewWhereTheLogsPart() {
        holdAll();
        bench.feed(new Register.Read(PAIR, 2, 9, 9, 0));
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        assertEquals(
                new Register.Read(PAIR, 3, 6, 6, 0),
                bench.changes(StoreChange.LocalReadPut.class).getLast().read());
    }

    @Test
    void readMarkIsKeptWhereTheLogsAgree() {
        Register.Read mark = new Register.Read(PAIR, 2, 5, 5, 0);
        holdAll();
        bench.feed(mark);
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        assertEquals(mark, bench.changes(StoreChange.LocalReadPut.class).getLast().read());
    }

    @Test
    void pageThatDoesNotFitStartsTheSameComparison() {
        holdAll();
        Log other = new Log(PAIR);
        other.append(ANA, SELF, 1, MessageId.of(1, 1, 1), new EventBody.Message("another"));
        other.grow(11);
        bench.receive(new ServerFrame.Probed(PAIR, 2, other.size(), 1, List.of()));
        bench.questions();
        bench.receive(other.push(11, 11));
        assertEquals(List.of(SyncEngine.LOG_MISMATCH), bench.troubles());
        assertEquals(
                List.of(new ClientFrame.Probe(PAIR, 10, 10)), bench.take(ClientFrame.Probe.class));
        bench.receive(new ServerFrame.Probed(PAIR, 1, 0, 10, List.of()));
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 1)),
                bench.changes(StoreChange.EventsSetAside.class));
    }

    @Test
    void floorOfALogThatWasLostSaysNothingOfTheNumbersThatAreTakenAnew() {
        Bench bench = new Bench().meet(2);
        Log before = new Log(PAIR).grow(9);
        bench.feed(before.info(5)).say("hello");
        bench.receive(new ServerFrame.Ack(PAIR, 1, 2, 1, Instant.EPOCH));
        assertEquals(List.of(), bench.changes(StoreChange.OutboxRemoved.class));
        bench.feed(before.infoIn(2, 5));
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }
}
