package baton.desktop.sync;

import static baton.desktop.sync.Bench.ANA;
import static baton.desktop.sync.Bench.PAIR;
import static baton.desktop.sync.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.MessageId;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Tally;
import baton.model.Target;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a device gives back to a relay whose store lost it.
final class GivingBackTest extends LossFixture {
    private static final AccountId BEN = new AccountId("ben");
    private static final DeviceId BENS = new DeviceId("ben1");

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
    void whatIsAboutAMessageWaitsForItAndNamesItsNewPlace() {
        Event moved = log.append(BEN, BENS, 11, MessageId.of(5, 5, 5), new EventBody.Message("it"));
        holdAll();
        comeBack(2);
        answerProbe(2, 10);
        answerProbe(2, 10);
        bench.say("unlike it");
        reactTo(moved.asTarget());
        bench.on(new SyncInput.AsideRead(PAIR, List.of(moved)));
        assertEquals(List.of(1L), bench.takeSends());
        bench.receive(new ServerFrame.Offered(PAIR, moved.id(), "", 12));
        assertEquals(List.of(), bench.takeSends());
        Log after = beforeTheLoss().grow(1);
        Event again = after.append(BEN, BENS, 11, moved.id(), moved.body());
        bench.receive(new ServerFrame.Page(PAIR, 2, 11, 12, 12, true, after.events(11, 12)));
        assertEquals(
                List.of(new EventBody.Reacted(again.asTarget(), "❤", true)),
                bench.take(ClientFrame.Send.class).stream().map(ClientFrame.Send::body).toList());
    }

    @Test
    void whatIsAboutAMessageThatNobodyCanGiveBackIsSentAllTheSame() {
        Event lost = log.append(BEN, BENS, 11, MessageId.of(5, 5, 5), new EventBody.Message("it"));
        holdAll();
        comeBack(2);
        answerProbe(2, 10);
        answerProbe(2, 10);
        reactTo(lost.asTarget());
        bench.on(new SyncInput.AsideRead(PAIR, List.of(lost)));
        for (int i = 0; i < Offers.LAST_TRY; i++) {
            assertEquals(List.of(), bench.takeSends());
            bench.receive(new ServerFrame.Offered(PAIR, lost.id(), "out-of-turn", 0));
            bench.pass(Duration.ofSeconds(20));
        }
        assertFalse(bench.takeSends().isEmpty());
    }

    private void reactTo(Target message) {
        EventBody heart = new EventBody.Reacted(message, "❤", true);
        bench.on(new SyncInput.Compose(PAIR, MessageId.of(9, 9, 9), heart, 0, Tally.ZERO, 0));
    }

    private static Log beforeTheLoss() {
        return new Log(PAIR).grow(10);
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
    void groupWhoseBeginningNobodyBringsIsLeftAloneAndLosesNothing() {
        bench.meet(1);
        Log group = new Log(GROUP).grow(3);
        bench.feed(group.info(2), group.head()).receive(group.page(2, 3));
        bench.questions();
        comeBack(2);
        bench.receive(new ServerFrame.Probed(GROUP, 2, 0, 3, List.of()));
        bench.on(new SyncInput.AsideRead(GROUP, group.events(2, 3))).feed();
        for (int i = 0; i < Offers.LAST_TRY; i++) {
            assertFalse(bench.take(ClientFrame.Offer.class).isEmpty());
            bench.receive(
                    new ServerFrame.Offered(
                            GROUP, group.events(2, 2).getFirst().id(), "not-a-member", 0));
            bench.pass(Duration.ofSeconds(20));
        }
        assertEquals(List.of(), bench.take(ClientFrame.Offer.class));
        assertEquals(List.of(Offers.GROUP_LOST), bench.troubles());
        assertEquals(List.of(), bench.changes(StoreChange.AsideRemoved.class));
        bench.feed(group.info(2));
        assertEquals(2, bench.take(ClientFrame.Offer.class).size());
    }

    @Test
    void draftsInALostGroupWaitUntilTheDirectoryNamesItAgain() {
        bench.meet(1);
        Log group = new Log(GROUP).grow(3);
        bench.feed(
                group.info(2),
                group.head(),
                new Register.Draft(GROUP, "half", SELF, "Desk", Instant.EPOCH));
        bench.receive(group.page(2, 3));
        bench.questions();
        comeBack(2);
        bench.receive(new ServerFrame.Probed(GROUP, 2, 0, 3, List.of()));
        bench.on(new SyncInput.AsideRead(GROUP, group.events(2, 3))).feed();
        for (int i = 0; i < Offers.LAST_TRY; i++) {
            bench.receive(
                    new ServerFrame.Offered(
                            GROUP, group.events(2, 2).getFirst().id(), "not-a-member", 0));
            bench.pass(Duration.ofSeconds(20));
        }
        bench.on(new SyncInput.SaveDraft(GROUP, "half a sentence"));
        bench.pass(Duration.ofSeconds(2));
        assertEquals(List.of(Offers.GROUP_LOST), bench.troubles());
        assertEquals(List.of(), bench.take(ClientFrame.Draft.class));
        bench.feed(group.info(2));
        assertEquals(
                List.of(new ClientFrame.Draft(GROUP, "half a sentence", 0, 1)),
                bench.take(ClientFrame.Draft.class));
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
                List.of(new ClientFrame.Draft(PAIR, "half", 0, 1)),
                bench.take(ClientFrame.Draft.class));
    }

    @Test
    void settingThatTheDirectoryLacksIsGivenBackAsItWasHeld() {
        holdAll();
        bench.feed(new Register.Setting("pinned", PAIR.value(), "on"));
        comeBack(2);
        answerProbe(2, 10);
        assertEquals(List.of(), bench.take(ClientFrame.Set.class));
        bench.feed(log.info(1), log.head());
        ClientFrame.Set set = new ClientFrame.Set(1, "pinned", PAIR.value(), "on", 1, 3);
        assertEquals(List.of(set), bench.take(ClientFrame.Set.class));
        bench.receive(new ServerFrame.Done(1, "", 3));
        assertEquals(List.of(), bench.changes(StoreChange.LocalSettingRemoved.class));
        bench.feed(new Register.Setting("pinned", PAIR.value(), "on"));
        assertEquals(1, bench.changes(StoreChange.LocalSettingRemoved.class).size());
        assertEquals(2, registersSet(Register.Setting.class));
    }

    @Test
    void settingIsGivenBackFromWhereItWasSetAndNotFromWhereItWasHeard() {
        Register.Setting pinned = new Register.Setting("pinned", PAIR.value(), "on");
        holdAll();
        bench.feed(pinned.at(1, 40));
        comeBack(2);
        answerProbe(2, 10);
        bench.feed(log.info(1), log.head());
        assertEquals(List.of(setAt(1)), bench.take(ClientFrame.Set.class));
        bench.receive(new ServerFrame.Done(1, "", 3));
        bench.feed(pinned.at(1, 40));
        comeBack(3);
        answerProbe(3, 10);
        bench.feed(log.info(1), log.head());
        assertEquals(List.of(setAt(2)), bench.take(ClientFrame.Set.class));
    }

    private static ClientFrame.Set setAt(long ticket) {
        return new ClientFrame.Set(ticket, "pinned", PAIR.value(), "on", 1, 40);
    }

    @Test
    void nameIsGivenBackUntilEverybodyWasToldThoughTheDirectoryHasIt() {
        Register.Setting name = new Register.Setting("name", "", "Ana Novak");
        holdAll();
        bench.feed(name);
        comeBack(2);
        answerProbe(2, 10);
        bench.feed(log.info(1), log.head(), name);
        assertEquals(
                List.of(new ClientFrame.Set(1, "name", "", "Ana Novak", 1, 3)),
                bench.take(ClientFrame.Set.class));
        assertEquals(List.of(), bench.changes(StoreChange.LocalSettingRemoved.class));
        bench.receive(new ServerFrame.Done(1, "", 3));
        bench.feed(log.head());
        assertEquals(1, bench.changes(StoreChange.LocalSettingRemoved.class).size());
    }

    private long registersSet(Class<? extends Register> kind) {
        return bench.changes(StoreChange.RegisterSet.class).stream()
                .filter(set -> kind.isInstance(set.value().register()))
                .count();
    }

    @Test
    void settingThatTheDirectoryHasIsNotGivenBack() {
        Register.Setting pinned = new Register.Setting("pinned", PAIR.value(), "on");
        holdAll();
        bench.feed(pinned);
        comeBack(2);
        answerProbe(2, 10);
        bench.feed(log.info(1), log.head(), pinned);
        assertEquals(List.of(), bench.take(ClientFrame.Set.class));
        assertEquals(1, bench.changes(StoreChange.LocalSettingRemoved.class).size());
    }

    @Test
    void settingMadeHereComesBeforeTheOneThatWasHeld() {
        holdAll();
        bench.feed(new Register.Setting("pinned", PAIR.value(), "on"));
        bench.on(new SyncInput.Set(new Register.Setting("pinned", PAIR.value(), "off")));
        bench.take(ClientFrame.class);
        comeBack(2);
        answerProbe(2, 10);
        bench.feed(log.info(1), log.head());
        assertEquals(
                List.of(new ClientFrame.Set(2, "pinned", PAIR.value(), "off")),
                bench.take(ClientFrame.Set.class));
    }

    /// What the relay says of a group while its store has no log of it, or where somebody left it.
    private static Register[] left(long at) {
        return new Register[] {
            new Register.Info(GROUP, 1, at, "", List.of(), 1, 0, 0, true, Guard.NONE),
            new Register.Head(
                    GROUP,
                    1,
                    at,
                    0,
                    0,
                    LogDigest.EMPTY,
                    Instant.EPOCH,
                    new Preview(ANA, EventBody.Left.KIND, ""))
        };
    }

    private void isAcknowledgedAt(long seq) {
        bench.say(GROUP, "mine");
        bench.receive(new ServerFrame.Ack(GROUP, 1, 1, seq, Instant.EPOCH));
    }

    @Test
    void whatALogThatSomebodyBroughtBackHasTakenIsKeptUntilItIsHeld() {
        bench.meet(1);
        bench.feed(left(0));
        isAcknowledgedAt(2);
        assertEquals(List.of(), bench.changes(StoreChange.OutboxRemoved.class));
        assertEquals(new OutboxRow.State.Acked(2), bench.stateOf(1));
    }

    @Test
    void whatStandsBehindOnesOwnLeavingIsNotWaitedFor() {
        bench.meet(1);
        bench.feed(left(1));
        isAcknowledgedAt(2);
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }
}
