package baton.desktop.sync;

import static baton.desktop.sync.Bench.PAIR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.Guard;
import baton.model.Limits;
import baton.model.Register;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What version 2 brought besides epochs: settings, the moment, floors, audits.
final class CompanyTest {
    private static final AccountId BEN = new AccountId("ben");
    private static final Register.Setting PINNED =
            new Register.Setting(SettingNames.PINNED, PAIR.value(), SettingNames.ON);

    private final Bench bench = new Bench();
    private final Log log = new Log(PAIR).grow(10);

    @Test
    void typingIsToldAtMostEveryThreeSeconds() {
        bench.online();
        for (int key = 0; key < 10; key++) {
            bench.on(new SyncInput.Typing(PAIR, true)).pass(Duration.ofMillis(500));
        }
        bench.on(new SyncInput.Typing(PAIR, false)).on(new SyncInput.Typing(PAIR, false));
        assertEquals(
                List.of(
                        new ClientFrame.Typing(PAIR, true),
                        new ClientFrame.Typing(PAIR, true),
                        new ClientFrame.Typing(PAIR, false)),
                bench.take(ClientFrame.Typing.class));
    }

    @Test
    void typingOfOthersRunsOutByItself() {
        bench.online().receive(new ServerFrame.Typing(PAIR, BEN, true));
        assertEquals(List.of(new SyncEffect.Typing(PAIR, List.of(BEN))), bench.moments());
        bench.pass(Limits.TYPING);
        assertEquals(new SyncEffect.Typing(PAIR, List.of()), bench.moments().getLast());
    }

    @Test
    void watchedAccountsAreNamedAgainOnEveryConnection() {
        bench.online().on(new SyncInput.Watch(List.of(BEN)));
        assertEquals(1, bench.take(ClientFrame.Watch.class).size());
        bench.closed("relay-unreachable", 0).meet(0);
        assertEquals(
                List.of(new ClientFrame.Watch(List.of(BEN))), bench.take(ClientFrame.Watch.class));
        bench.receive(
                new ServerFrame.Presence(
                        List.of(new ServerFrame.Present(BEN, true, Instant.EPOCH))));
        assertEquals(new SyncEffect.Presence(BEN, true, Instant.EPOCH), bench.moments().getLast());
    }

    @Test
    void settingIsKeptUntilTheRelaySaysThatItStands() {
        bench.on(new SyncInput.Set(PINNED));
        bench.online().pass(Duration.ofSeconds(11));
        ClientFrame.Set set = bench.take(ClientFrame.Set.class).getLast();
        assertEquals(List.of(), bench.changes(StoreChange.LocalSettingRemoved.class));
        bench.receive(new ServerFrame.Done(set.ticket(), "", 9));
        assertEquals(
                PINNED, bench.changes(StoreChange.RegisterSet.class).getLast().value().register());
        assertEquals(1, bench.changes(StoreChange.LocalSettingRemoved.class).size());
    }

    @Test
    void settingWaitsForARelayThatKnowsSettings() {
        bench.on(new SyncInput.Set(PINNED)).on(new SyncInput.ConnectNow());
        bench.on(new SyncInput.Opened(bench.connection())).welcome(1, 0);
        bench.pass(Duration.ofSeconds(30));
        assertEquals(List.of(), bench.take(ClientFrame.Set.class));
        bench.closed("relay-unreachable", 0).meet(0);
        assertEquals(1, bench.take(ClientFrame.Set.class).size());
    }

    @Test
    void refusedSettingIsTakenBackAndSaid() {
        bench.online().on(new SyncInput.Set(PINNED));
        ClientFrame.Set set = bench.take(ClientFrame.Set.class).getFirst();
        bench.receive(new ServerFrame.Done(set.ticket(), "too-many-settings", 0));
        assertEquals(List.of("too-many-settings"), bench.troubles());
        assertEquals(1, bench.changes(StoreChange.LocalSettingRemoved.class).size());
    }

    @Test
    void risingFloorDeletesWhatLiesBelow() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        bench.feed(new Register.Info(PAIR, 1, 2, "", List.of(), 5, 4, 0, false, Guard.NONE));
        assertEquals(
                List.of(new StoreChange.BodiesGone(PAIR, 5)),
                bench.changes(StoreChange.BodiesGone.class));
        assertEquals(
                5,
                bench.changes(StoreChange.SpansSet.class)
                        .getLast()
                        .spans()
                        .spans()
                        .getFirst()
                        .from());
        assertEquals(0, bench.standing().pendingIn());
        assertEquals(List.of(), bench.take(ClientFrame.Fetch.class).stream().skip(1).toList());
    }

    @Test
    void whatWasRecalledAfterTheAccountHadLeftLosesItsText() {
        bench.online().feed(log.info(1), log.head()).receive(log.page(1, 10));
        Register.Notable recalled = new Register.Notable(PAIR, 0, 11, List.of(4L, 99L), List.of());
        bench.feed(recalled);
        assertEquals(List.of(), bench.changes(StoreChange.BodiesRecalled.class));
        bench.feed(new Register.Info(PAIR, 1, 2, "", List.of(), 1, 0, 0, true, Guard.NONE));
        assertEquals(
                List.of(new StoreChange.BodiesRecalled(PAIR, List.of(4L))),
                bench.changes(StoreChange.BodiesRecalled.class));
    }

    @Test
    void everythingIsMarkedReadByItsHead() {
        bench.online().feed(log.info(1), log.head()).on(new SyncInput.MarkAllRead());
        assertEquals(
                new Register.Read(PAIR, 0, 10, 10, 0),
                bench.changes(StoreChange.LocalReadPut.class).getLast().read());
    }

    @Test
    void staleReplyIsKeptWithTheNewestAndSentAgainWithWhatWasSeenSince() {
        bench.online().feed(log.info(1), log.head()).say("late");
        bench.take(ClientFrame.class);
        log.grow(2);
        bench.receive(new ServerFrame.Refused(PAIR, 1, "stale-reply", 12)).feed(log.head());
        assertEquals(new OutboxRow.State.Failed("stale-reply", 12), bench.stateOf(1));
        bench.on(new SyncInput.Retry(PAIR, 1, 12));
        ClientFrame.Send again = bench.take(ClientFrame.Send.class).getFirst();
        assertEquals(2, again.clientSeq());
        assertEquals(12, again.seen());
        assertEquals(0, again.claim());
    }

    private List<StoreQuestion> idle() {
        for (int second = 0; second < 125; second += 5) {
            bench.pass(Duration.ofSeconds(5)).receive(new ServerFrame.Beat(0, Instant.EPOCH));
        }
        return bench.questions();
    }

    @Test
    void idleDeviceSaysFromWhereItCountedIfHistoryAfterTheMarkIsGone() {
        bench.online()
                .feed(
                        new Register.Info(PAIR, 1, 2, "", List.of(), 5, 4, 0, false, Guard.NONE),
                        log.head(),
                        new Register.Read(PAIR, 0, 2, 2, 0));
        bench.receive(log.page(5, 10)).questions();
        assertTrue(idle().contains(new StoreQuestion.Unread(PAIR, 4, 10)));
        bench.on(new SyncInput.Recounted(PAIR, 4, 10, new Recount(6, 0)));
        ClientFrame.AuditRow row = bench.take(ClientFrame.Audit.class).getLast().rows().getFirst();
        assertEquals(2, row.read());
        assertEquals(5, row.floor());
        assertEquals(5, row.from());
    }

    @Test
    void idleDeviceComparesAndSaysWhatDiffers() {
        bench.online().feed(log.info(1), log.head(), new Register.Read(PAIR, 0, 4, 4, 0));
        bench.receive(log.page(1, 10)).questions();
        assertFalse(idle().isEmpty());
        bench.on(new SyncInput.Recounted(PAIR, 4, 10, new Recount(6, 0)));
        ClientFrame.AuditRow row = bench.take(ClientFrame.Audit.class).getLast().rows().getFirst();
        assertEquals(6, row.unread());
        assertEquals(0, row.floor());
        assertEquals(log.head().digest(), row.digest());
        bench.receive(new ServerFrame.Audited(List.of(PAIR)));
        bench.receive(new ServerFrame.Audited(List.of(PAIR)));
        assertEquals(List.of(Audit.MISMATCH), bench.troubles());
    }

    @Test
    void beatSaysWhetherTheDeviceHasEverything() {
        bench.online().feed(log.info(1), log.head());
        bench.pass(Duration.ofSeconds(2));
        assertFalse(bench.take(ClientFrame.Beat.class).getLast().current());
        bench.online();
    }
}
