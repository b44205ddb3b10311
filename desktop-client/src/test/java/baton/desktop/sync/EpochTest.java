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
import baton.model.Target;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A relay whose store lost the end of its logs.
final class EpochTest {
    private final Bench bench = new Bench();
    private final Log log = new Log(PAIR).grow(10);

    private void holdAll() {
        bench.meet(1);
        bench.feed(log.info(1), log.head()).receive(log.page(1, log.size()));
        bench.questions();
    }

    private void comeBack(long epoch) {
        bench.closed("store-changed", 0).meet(epoch);
        bench.forgetRevisions();
    }

    /// The relay's answer, as far as its log reaches.
    private void answerProbe(long epoch, long head) {
        ClientFrame.Probe probe = bench.take(ClientFrame.Probe.class).getLast();
        long to = Math.min(probe.to(), head);
        List<String> digests =
                to < probe.from()
                        ? List.of()
                        : log.events(probe.from(), to).stream()
                                .map(event -> LogDigest.hex(event.digest()))
                                .toList();
        bench.receive(new ServerFrame.Probed(PAIR, epoch, head, probe.from(), digests));
        readPlaces();
    }

    private void readPlaces() {
        for (StoreQuestion question : bench.questions()) {
            if (question instanceof StoreQuestion.Places(var conversation, var from, var to)) {
                List<Place> places = log.events(from, to).stream().map(Place::of).toList();
                bench.on(new SyncInput.PlacesRead(conversation, from, to, places));
            }
        }
    }

    private SpanSet held() {
        return bench.changes(StoreChange.SpansSet.class).getLast().spans();
    }

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
    void whatTheRelayTrimmedIsNoContradiction() {
        holdAll();
        comeBack(2);
        bench.take(ClientFrame.class);
        bench.receive(new ServerFrame.Probed(PAIR, 2, 50, 40, List.of()));
        readPlaces();
        assertEquals(List.of(), bench.changes(StoreChange.EventsSetAside.class));
        assertEquals(2, bench.changes(StoreChange.EpochSet.class).getLast().epoch());
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
    void readMarkIsKeptAsFarAsTheLogsAgree() {
        holdAll();
        bench.feed(new Register.Read(PAIR, 2, 9, 9, 0));
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        assertEquals(
                new Register.Read(PAIR, 2, 6, 6, 0),
                bench.changes(StoreChange.LocalReadPut.class).getLast().read());
    }

    @Test
    void ownSendsWaitWhileOwnEventsAreSetAside() {
        Event own = log.append(ANA, SELF, 1, MessageId.of(5, 5, 5), new EventBody.Message("mine"));
        holdAll();
        comeBack(2);
        answerProbe(2, 10);
        answerProbe(2, 10);
        bench.say("next");
        bench.on(new SyncInput.AsideRead(PAIR, List.of(own)));
        assertEquals(List.of(), bench.takeSends());
        bench.receive(new ServerFrame.Offered(PAIR, own.id(), "", 0));
        assertEquals(List.of(2L), bench.takeSends());
    }

    @Test
    void ownMessageThatTheRelayNeverTakesAgainIsLeftToThePerson() {
        Event own = log.append(ANA, SELF, 1, MessageId.of(5, 5, 5), new EventBody.Message("mine"));
        holdAll();
        comeBack(2);
        answerProbe(2, 10);
        answerProbe(2, 10);
        bench.on(new SyncInput.AsideRead(PAIR, List.of(own)));
        bench.receive(new ServerFrame.Offered(PAIR, own.id(), "offer-refused", 0));
        assertEquals(new OutboxRow.State.Failed("offer-refused"), bench.stateOf(1));
    }

    @Test
    void offerOutOfTurnWaitsForOthersAndUsesUpNoNumber() {
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        bench.on(new SyncInput.AsideRead(PAIR, log.events(7, 10)));
        bench.take(ClientFrame.class);
        bench.receive(
                new ServerFrame.Offered(PAIR, log.events(8, 8).getFirst().id(), "out-of-turn", 0));
        assertEquals(List.of(), bench.take(ClientFrame.Offer.class));
        bench.pass(Duration.ofSeconds(3));
        assertEquals(4, bench.take(ClientFrame.Offer.class).size());
        assertEquals(List.of(), bench.changes(StoreChange.AsideRemoved.class));
    }

    @Test
    void offerThatWaitedInVainGoesOverTheGap() {
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        bench.on(new SyncInput.AsideRead(PAIR, log.events(10, 10)));
        for (int i = 0; i < Offers.TRIES; i++) {
            assertEquals(List.of(false), gapsOfOffers());
            bench.receive(
                    new ServerFrame.Offered(
                            PAIR, log.events(10, 10).getFirst().id(), "out-of-turn", 0));
            bench.pass(Duration.ofSeconds(9));
        }
        assertEquals(List.of(true), gapsOfOffers());
    }

    private List<Boolean> gapsOfOffers() {
        return bench.take(ClientFrame.Offer.class).stream().map(ClientFrame.Offer::gap).toList();
    }

    @Test
    void whatTheLogTookBackIsKeptUntilItIsHeld() {
        holdAll();
        comeBack(2);
        answerProbe(2, 9);
        answerProbe(2, 9);
        Event last = log.events(10, 10).getFirst();
        bench.on(new SyncInput.AsideRead(PAIR, List.of(last)));
        bench.receive(new ServerFrame.Offered(PAIR, last.id(), "", 10));
        assertEquals(List.of(), bench.changes(StoreChange.AsideRemoved.class));
        comeBack(3);
        answerProbe(3, 9);
        assertEquals(1, bench.take(ClientFrame.Offer.class).size());
        bench.receive(new ServerFrame.Offered(PAIR, last.id(), "", 10));
        bench.feed(log.info(1), log.head());
        bench.receive(new ServerFrame.Page(PAIR, 3, 10, 10, 10, false, log.events(10, 10)));
        assertEquals(1, bench.changes(StoreChange.AsideRemoved.class).size());
    }

    @Test
    void goneTextIsOfferedWithItsRecall() {
        Event message = log.events(9, 9).getFirst();
        Event recall =
                log.append(
                        message.author(),
                        message.device(),
                        11,
                        MessageId.of(11, 0, 11),
                        new EventBody.Recalled(new Target(9, message.id())));
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        Event gone = message.saying(new EventBody.Gone("message", true));
        bench.on(new SyncInput.AsideRead(PAIR, List.of(gone, recall)));
        assertEquals(
                List.of(List.of(recall), List.of()),
                bench.take(ClientFrame.Offer.class).stream()
                        .map(ClientFrame.Offer::recalls)
                        .toList());
    }

    @Test
    void eventThatComesBackByTheLogIsNotOfferedAnyMore() {
        holdAll();
        comeBack(2);
        answerProbe(2, 6);
        answerProbe(2, 6);
        bench.on(new SyncInput.AsideRead(PAIR, log.events(7, 10)));
        bench.feed(log.info(1), log.head());
        bench.receive(new ServerFrame.Page(PAIR, 2, 7, 10, 10, false, log.events(7, 10)));
        assertEquals(4, bench.changes(StoreChange.AsideRemoved.class).size());
        assertEquals(10, held().newest());
    }

    @Test
    void draftOfThisDeviceIsOfferedAgainIfTheDirectoryLacksIt() {
        holdAll();
        bench.feed(new Register.Draft(PAIR, "half", SELF, "Desk", Instant.EPOCH));
        comeBack(2);
        answerProbe(2, 10);
        bench.feed(log.info(1), log.head());
        assertEquals(
                List.of(new ClientFrame.Draft(PAIR, "half", 0)),
                bench.take(ClientFrame.Draft.class));
    }

    @Test
    void pageThatDoesNotFitStartsTheSameComparison() {
        holdAll();
        Log other = new Log(PAIR);
        other.append(ANA, SELF, 1, MessageId.of(1, 1, 1), new EventBody.Message("another"));
        other.grow(11);
        bench.take(ClientFrame.class);
        bench.receive(other.push(11, 11));
        assertEquals(List.of(SyncEngine.LOG_MISMATCH), bench.troubles());
        assertEquals(
                List.of(new ClientFrame.Probe(PAIR, 10, 10)), bench.take(ClientFrame.Probe.class));
        bench.receive(new ServerFrame.Probed(PAIR, 1, 0, 10, List.of()));
        assertEquals(
                List.of(new StoreChange.EventsSetAside(PAIR, 1)),
                bench.changes(StoreChange.EventsSetAside.class));
    }
}
