package baton.desktop.sync;

import static baton.desktop.sync.Bench.ANA;
import static baton.desktop.sync.Bench.PAIR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.Standing.Phase;
import baton.desktop.sync.Standing.Stretch;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.protocol.ProtocolVersion;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EngineTest {
    private final Bench bench = new Bench();
    private final Log log = new Log(PAIR).grow(10);

    private SpanSet held() {
        return bench.changes(StoreChange.SpansSet.class).getLast().spans();
    }

    @Test
    void feedThatDoesNotJoinOnIsAskedForAgain() {
        bench.online();
        bench.receive(new ServerFrame.Feed(5, 6, 6, 0, List.of()));
        assertEquals(List.of(), bench.changes(StoreChange.CursorSet.class));
        assertEquals(List.of(), bench.take(ClientFrame.Sync.class));
        bench.pass(FeedCursor.GAP);
        assertEquals(List.of(new ClientFrame.Sync(0)), bench.take(ClientFrame.Sync.class));
        bench.receive(new ServerFrame.Feed(0, 6, 6, 0, List.of()));
        assertEquals(6, bench.changes(StoreChange.CursorSet.class).getLast().revision());
    }

    @Test
    void feedFramesThatOvertookEachOtherAreTakenInOrderWithoutAQuestion() {
        bench.online();
        bench.receive(new ServerFrame.Feed(2, 3, 3, 0, List.of(new Revised(3, log.head()))));
        bench.receive(new ServerFrame.Feed(1, 2, 3, 0, List.of()));
        assertEquals(List.of(), bench.changes(StoreChange.RegisterSet.class));
        bench.receive(new ServerFrame.Feed(0, 1, 3, 0, List.of()));
        assertEquals(
                List.of(1L, 2L, 3L),
                bench.changes(StoreChange.CursorSet.class).stream()
                        .map(StoreChange.CursorSet::revision)
                        .toList());
        assertEquals(1, bench.changes(StoreChange.RegisterSet.class).size());
        bench.pass(FeedCursor.GAP);
        assertEquals(List.of(), bench.take(ClientFrame.Sync.class));
    }

    @Test
    void whatCameTooEarlyOnOneConnectionIsForgottenOnTheNext() {
        bench.online().receive(new ServerFrame.Feed(1, 2, 2, 0, List.of()));
        bench.closed("", 0);
        bench.on(new SyncInput.ConnectNow()).on(new SyncInput.Opened(bench.connection()));
        bench.welcome(ProtocolVersion.CURRENT, 0);
        bench.receive(new ServerFrame.Feed(0, 1, 1, 0, List.of()));
        assertEquals(1, bench.changes(StoreChange.CursorSet.class).getLast().revision());
    }

    @Test
    void beatWithANewerRevisionLeadsToASync() {
        bench.online().receive(new ServerFrame.Beat(3, Instant.EPOCH));
        assertEquals(List.of(new ClientFrame.Sync(0)), bench.take(ClientFrame.Sync.class));
    }

    @Test
    void pushIsTakenOnlyIfItContinuesTheNewestSpan() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.take(ClientFrame.class);
        log.grow(3);
        bench.receive(log.push(12, 13));
        assertEquals(10, held().newest());
        assertEquals(
                List.of(new ClientFrame.Fetch(PAIR, 11, 13)), bench.take(ClientFrame.Fetch.class));
        bench.receive(log.push(11, 11));
        assertEquals(11, held().newest());
        bench.receive(log.page(11, 13));
        assertEquals(13, held().newest());
    }

    @Test
    void pageThatNobodyAskedForIsNotTaken() {
        log.grow(490);
        bench.online().feed(log.info(1), log.head());
        bench.receive(log.page(1, 100));
        assertEquals(List.of(), bench.changes(StoreChange.EventsStored.class));
    }

    @Test
    void pageOfAnotherLogIsDroppedAndSaid() {
        bench.online().feed(log.info(1), log.head());
        Log other = new Log(PAIR);
        other.append(
                ANA,
                new DeviceId("ana2"),
                1,
                baton.model.MessageId.of(1, 1, 1),
                new EventBody.Message("another"));
        other.grow(9);
        bench.receive(other.page(1, 10));
        assertEquals(List.of(SyncEngine.LOG_MISMATCH), bench.troubles());
        assertEquals(List.of(), bench.changes(StoreChange.EventsStored.class));
        bench.take(ClientFrame.class);
        bench.pass(Duration.ofSeconds(30)).receive(new ServerFrame.Beat(0, Instant.EPOCH));
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class));
    }

    @Test
    void seamBetweenTwoPagesIsChecked() {
        Log long_ = new Log(PAIR).grow(300);
        bench.online().feed(long_.info(1), long_.head()).receive(long_.page(201, 300));
        Log forged = new Log(PAIR);
        forged.append(
                ANA,
                new DeviceId("ana2"),
                1,
                baton.model.MessageId.of(1, 1, 1),
                new EventBody.Message("forged"));
        forged.grow(299);
        bench.receive(forged.page(101, 200));
        assertEquals(List.of(SyncEngine.LOG_MISMATCH), bench.troubles());
        assertEquals(201, held().spans().getFirst().from());
    }

    @Test
    void impossibleFramesChangeNothing() {
        bench.online().feed(log.info(1), log.head());
        int before = bench.changes(StoreChange.class).size();
        List<Event> none = List.of();
        bench.receive(new ServerFrame.Page(PAIR, 1, -5, Long.MAX_VALUE, -1, true, none));
        bench.receive(new ServerFrame.Page(PAIR, 1, 1, 10, 10, false, log.events(1, 3)));
        bench.receive(new ServerFrame.Feed(9, 3, -2, -1, List.of()));
        bench.receive(new ServerFrame.Ack(PAIR, 99, 1, -7, Instant.EPOCH));
        bench.receive(new ServerFrame.Refused(PAIR, -1, "out-of-turn", -1));
        bench.receive(new ServerFrame.Drafted(PAIR, true, -1, 1));
        bench.receive(new ServerFrame.Fault("", PAIR));
        assertEquals(before, bench.changes(StoreChange.class).size());
    }

    @Test
    void faultOfAStoreThatIsAwayIsAskedAgainSoon() {
        bench.online().feed(log.info(1), log.head());
        assertEquals(1, bench.take(ClientFrame.Fetch.class).size());
        bench.receive(new ServerFrame.Fault("relay-unavailable", PAIR));
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class));
        bench.pass(Duration.ofSeconds(1));
        assertEquals(1, bench.take(ClientFrame.Fetch.class).size());
    }

    @Test
    void registerWithImpossibleNumbersIsPassedOverAndToldOnce() {
        Register.Read bad = new Register.Read(PAIR, 1, 3, 2, 9);
        bench.online().feed(bad);
        assertEquals(List.of("impossible-number"), bench.troubles());
        assertEquals(List.of(), bench.changes(StoreChange.RegisterSet.class));
        assertEquals(1, bench.changes(StoreChange.CursorSet.class).getLast().revision());
        bench.feed(bad);
        assertEquals(List.of("impossible-number"), bench.troubles());
    }

    @Test
    void readMarkStaysUntilTheFeedConfirmsIt() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.take(ClientFrame.class);
        bench.pass(Duration.ofSeconds(2)).on(new SyncInput.MarkRead(PAIR, 4, new Tally(4, 0)));
        ClientFrame.Mark mark = bench.take(ClientFrame.Mark.class).getFirst();
        assertEquals(List.of(new ClientFrame.ReadTo(PAIR, 0, 4)), mark.read());
        assertEquals(List.of(), bench.changes(StoreChange.LocalReadRemoved.class));
        bench.feed(new Register.Read(PAIR, 0, 6, 6, 0));
        assertEquals(1, bench.changes(StoreChange.LocalReadRemoved.class).size());
    }

    @Test
    void laggingDeviceCannotUndoMarkUnread() {
        bench.online().feed(log.info(1), log.head(), new Register.Read(PAIR, 0, 9, 9, 0));
        bench.on(new SyncInput.MarkUnread(PAIR, 5, new Tally(4, 0)));
        assertEquals(
                new Register.Read(PAIR, 1, 4, 4, 0),
                bench.changes(StoreChange.LocalReadPut.class).getLast().read());
        bench.feed(new Register.Read(PAIR, 0, 10, 10, 0));
        assertEquals(List.of(), bench.changes(StoreChange.LocalReadRemoved.class));
        bench.on(new SyncInput.MarkRead(PAIR, 3, new Tally(3, 0)));
        assertEquals(1, bench.changes(StoreChange.LocalReadPut.class).size());
    }

    @Test
    void marksTravelAtMostOnceASecond() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.pass(Duration.ofSeconds(2));
        bench.take(ClientFrame.class);
        int batches = 0;
        for (int seq = 1; seq <= 10; seq++) {
            bench.on(new SyncInput.MarkRead(PAIR, seq, new Tally(seq, 0)));
            bench.pass(Duration.ofMillis(200));
            batches += bench.take(ClientFrame.Mark.class).size();
        }
        assertTrue(batches >= 2 && batches <= 3, batches + " batches in two seconds");
    }

    @Test
    void deliveredIsReportedOnceTheLogIsHeldWithoutGap() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.pass(Duration.ofSeconds(1));
        List<ClientFrame.StoredTo> told = new ArrayList<>();
        bench.take(ClientFrame.Mark.class).forEach(mark -> told.addAll(mark.stored()));
        assertEquals(List.of(new ClientFrame.StoredTo(PAIR, 10)), told);
    }

    @Test
    void silentRelayIsGivenUpAfterTwoBeats() {
        bench.online().pass(Beats.SILENCE_MAX);
        assertEquals(1, bench.disconnects());
        assertFalse(bench.standing().phase() instanceof Phase.Online);
    }

    @Test
    void signedOutDeviceStopsTrying() {
        bench.online().receive(new ServerFrame.Bye("device-signed-out", 0));
        bench.pass(Duration.ofDays(1));
        assertEquals(new Phase.Stopped("device-signed-out"), bench.standing().phase());
    }

    @Test
    void relayThatStopsIsLeftAloneForAsLongAsItAsked() {
        bench.online().receive(new ServerFrame.Bye("relay-stopping", 45_000));
        Phase.Offline offline = (Phase.Offline) bench.standing().phase();
        assertFalse(offline.nextTry().isBefore(bench.now().plusSeconds(45)));
    }

    @Test
    void framesOfAnEarlierConnectionAreIgnored() {
        bench.online();
        long old = bench.connection();
        bench.closed("relay-unreachable", 0).on(new SyncInput.ConnectNow());
        bench.on(new SyncInput.Received(old, new ServerFrame.Beat(9, Instant.EPOCH)));
        bench.on(new SyncInput.Closed(old, "relay-unreachable", 0));
        assertInstanceOf(Phase.Connecting.class, bench.standing().phase());
    }

    @Test
    void creditIsGivenBackHalfAWindowAtATimeAndShrinksWhenCommitsAreSlow() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.on(new SyncInput.Committed(Duration.ofMillis(80), 0));
        bench.take(ClientFrame.class);
        log.grow(8);
        bench.receive(log.push(11, 17));
        assertEquals(List.of(), bench.take(ClientFrame.Credit.class));
        bench.receive(log.push(18, 18));
        assertEquals(List.of(new ClientFrame.Credit(8, 16)), bench.take(ClientFrame.Credit.class));
    }

    /// The relay stops pushing at the window that it was told, and would wait for the next beat.
    @Test
    void creditIsGivenBackBeforeTheRelayRunsOutOfTheWindowItKnows() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        log.grow(40);
        long given = 0;
        for (long seq = 11; seq < 11 + Limits.CREDIT_START; seq++) {
            bench.receive(log.push(seq, seq));
            bench.on(new SyncInput.Committed(Duration.ofMillis(5), 0));
            given +=
                    bench.take(ClientFrame.Credit.class).stream()
                            .mapToInt(ClientFrame.Credit::stored)
                            .sum();
        }
        assertTrue(given > 0, "nothing was given back of " + Limits.CREDIT_START);
    }

    @Test
    void progressIsExactAndEndsAtZero() {
        Log long_ = new Log(PAIR).grow(700);
        bench.online().feed(long_.info(101), long_.head());
        assertEquals(600, bench.standing().pendingIn());
        long left = 600;
        long doneBefore = 0;
        while (left > 0) {
            for (ClientFrame.Fetch fetch : bench.take(ClientFrame.Fetch.class)) {
                left -= fetch.to() - fetch.from() + 1;
                bench.receive(long_.page(fetch.from(), fetch.to()));
                Standing standing = bench.standing();
                assertEquals(left, standing.pendingIn());
                if (left > 0) {
                    assertEquals(600, standing.work().total());
                    assertTrue(standing.work().done() > doneBefore);
                    doneBefore = standing.work().done();
                }
            }
        }
        assertEquals(Stretch.IDLE, bench.standing().work().stretch());
        assertEquals(bench.now(), bench.standing().currentAsOf());
    }

    @Test
    void readingsTellTheRoundTripOfABeat() {
        bench.online();
        assertEquals(Duration.ZERO, bench.readings().relay().roundTrip());
        bench.pass(Limits.BEAT).receive(new ServerFrame.Beat(0, Instant.EPOCH));
        bench.pass(Duration.ofSeconds(1)).pass(Duration.ofMillis(40));
        bench.receive(new ServerFrame.Beat(0, Instant.EPOCH));
        assertEquals(Duration.ofMillis(40), bench.readings().relay().roundTrip());
        assertEquals(bench.now(), bench.readings().relay().heardAt());
        bench.say("one");
        assertEquals(1, bench.readings().sending().onTheirWay());
    }

    @Test
    void markBeyondALeavingThatCameBackBeforeItIsToldNoLonger() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.on(new SyncInput.MarkRead(PAIR, 8, new Tally(8, 0)));
        bench.feed(new Register.Read(PAIR, 0, 6, 6, 0));
        assertEquals(List.of(), bench.changes(StoreChange.LocalReadRemoved.class));
        Register.Info info = log.info(1);
        bench.feed(
                new Register.Head(
                        PAIR,
                        2,
                        6,
                        6,
                        0,
                        0,
                        Instant.EPOCH,
                        new Preview(Bench.ANA, EventBody.Left.KIND, "")),
                new Register.Info(PAIR, 2, 1, "", List.of(), 1, 0, 0, true, info.guard()));
        assertEquals(
                List.of(new StoreChange.LocalReadRemoved(PAIR)),
                bench.changes(StoreChange.LocalReadRemoved.class));
    }
}
