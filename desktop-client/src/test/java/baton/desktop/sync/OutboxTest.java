package baton.desktop.sync;

import static baton.desktop.sync.Bench.ANA;
import static baton.desktop.sync.Bench.PAIR;
import static baton.desktop.sync.Bench.SELF;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.sync.OutboxRow.State;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class OutboxTest {
    private final Bench bench = new Bench();

    private static ServerFrame.Ack ack(long clientSeq, long seq) {
        return new ServerFrame.Ack(PAIR, clientSeq, 1, seq, Instant.EPOCH);
    }

    private static ServerFrame.Refused refused(long clientSeq, String code, long expected) {
        return new ServerFrame.Refused(PAIR, clientSeq, code, expected);
    }

    private static List<Long> range(long from, long to) {
        return LongStream.rangeClosed(from, to).boxed().toList();
    }

    @Test
    void messageIsStoredWithItsNumberBeforeItIsSent() {
        bench.say("hello");
        assertEquals(1, bench.changes(StoreChange.ClientSeqUsed.class).size());
        assertInstanceOf(State.Waiting.class, bench.stateOf(1));
        assertEquals(List.of(), bench.takeSends());
        bench.meet(0);
        assertEquals(List.of(1L), bench.takeSends());
    }

    @Test
    void whoeverLooksSeesHowOftenSomethingWasTriedAndWhy() {
        bench.meet(0).say("hello");
        Readings.Attempt first = attempt();
        assertEquals(1, first.tries());
        assertEquals("", first.code());
        assertEquals(bench.now(), first.at());

        bench.pass(Duration.between(bench.now(), first.next()));
        assertEquals(2, attempt().tries());
        assertEquals(Lane.NO_ANSWER, attempt().code());

        String away = Refusal.RELAY_UNAVAILABLE.code();
        bench.receive(refused(1, away, 0));
        assertEquals(away, attempt().code());
        bench.pass(Duration.between(bench.now(), attempt().next()));
        assertEquals(3, attempt().tries());

        bench.receive(ack(1, 1));
        assertEquals(List.of(), bench.readings().sending().attempts());
    }

    private Readings.Attempt attempt() {
        return bench.readings().sending().attempts().getFirst();
    }

    @Test
    void noMoreAreOnTheirWayThanTheRelayRemembers() {
        bench.online();
        for (int i = 0; i < 100; i++) {
            bench.say("text");
        }
        assertEquals(range(1, Limits.SENDS_IN_FLIGHT_MAX), bench.takeSends());
        bench.receive(ack(1, 1)).receive(ack(2, 2));
        assertEquals(range(33, 34), bench.takeSends());
    }

    @Test
    void conversationsTakeTurnsInTheRoomThatTheyShare() {
        List<ConversationId> many = conversations(10);
        many.forEach(one -> saysMuch(one, 40));
        bench.meet(0);
        List<ClientFrame.Send> first = bench.take(ClientFrame.Send.class);
        assertEquals(Limits.SENDS_IN_FLIGHT_ALL_MAX, first.size());
        assertEquals(new HashSet<>(many.subList(0, 4)), of(first));
        first.forEach(send -> bench.receive(ackOf(send)));
        List<ClientFrame.Send> second = bench.take(ClientFrame.Send.class);
        assertEquals(Limits.SENDS_IN_FLIGHT_ALL_MAX, second.size());
        assertTrue(of(second).containsAll(many.subList(4, 10)));
    }

    @Test
    void allConversationsGoOnAfterEverythingOnItsWayWasLost() {
        List<ConversationId> many = conversations(10);
        many.forEach(one -> saysMuch(one, 20));
        bench.online();
        bench.take(ClientFrame.Send.class);
        Set<ClientFrame.Send> sent = new HashSet<>();
        for (int i = 0; i < 20 && sent.size() < 200; i++) {
            bench.pass(Duration.ofSeconds(2));
            List<ClientFrame.Send> again = bench.take(ClientFrame.Send.class);
            again.forEach(send -> bench.receive(ackOf(send)));
            sent.addAll(again);
        }
        assertEquals(200, sent.size());
    }

    @Test
    void failedMessageGoesBackIntoTheDraftAndOutOfTheOutboxTogether() {
        bench.online().on(new SyncInput.SaveDraft(PAIR, "half a line  "));
        bench.say("refused").receive(refused(1, Refusal.NOT_A_MEMBER.code(), 0));
        bench.on(new SyncInput.SaveDraft(PAIR, "half a line  "));
        int before = bench.changes(StoreChange.LocalDraftPut.class).size();
        bench.on(new SyncInput.Rework(PAIR, 1));
        List<StoreChange.LocalDraftPut> drafts = bench.changes(StoreChange.LocalDraftPut.class);
        assertEquals(before + 1, drafts.size());
        assertEquals("half a line\nrefused", drafts.getLast().draft().text());
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
        bench.on(new SyncInput.Rework(PAIR, 1));
        assertEquals(before + 1, bench.changes(StoreChange.LocalDraftPut.class).size());
    }

    @Test
    void messageThatWaitsIsNotTakenBack() {
        bench.online().say("on its way").on(new SyncInput.Rework(PAIR, 1));
        assertEquals(List.of(), bench.changes(StoreChange.OutboxRemoved.class));
        assertEquals(List.of(), bench.changes(StoreChange.LocalDraftPut.class));
    }

    private static List<ConversationId> conversations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> ConversationId.group("room%017d".formatted(i)))
                .toList();
    }

    private void saysMuch(ConversationId conversation, int messages) {
        for (int i = 0; i < messages; i++) {
            bench.say(conversation, "text");
        }
    }

    private static ServerFrame.Ack ackOf(ClientFrame.Send send) {
        return new ServerFrame.Ack(
                send.conversation(), send.clientSeq(), 1, send.clientSeq(), Instant.EPOCH);
    }

    private static Set<ConversationId> of(List<ClientFrame.Send> sends) {
        return sends.stream().map(ClientFrame.Send::conversation).collect(Collectors.toSet());
    }

    @Test
    void whatWasNotAnsweredIsSentAgainInOrder() {
        bench.online().say("one").say("two");
        bench.takeSends();
        bench.pass(Duration.ofSeconds(3));
        assertEquals(List.of(1L, 2L), bench.takeSends().subList(0, 2));
    }

    @Test
    void newConnectionSendsEverythingAtOnceUnderTheSameNumbers() {
        bench.online().say("one").say("two");
        bench.takeSends();
        bench.closed("relay-unreachable", 0).meet(0);
        assertEquals(List.of(1L, 2L), bench.takeSends());
    }

    /// The message was stored, its answer was lost, and by now a trim has removed it.
    @Test
    void ackOfWhatIsGoneEndsTheWaitForIt() {
        Log log = new Log(PAIR).grow(30);
        Bench bench = new Bench().online().feed(log.info(21), log.head());
        bench.say("long ago").receive(ack(1, 20));
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }

    @Test
    void permanentRefusalFailsOneMessageAndTheQueueGoesOn() {
        bench.online().say("one").say("two");
        bench.receive(refused(1, Refusal.NOT_A_MEMBER.code(), 0)).receive(ack(2, 1));
        assertEquals(new State.Failed("not-a-member"), bench.stateOf(1));
        assertEquals(new State.Acked(1), bench.stateOf(2));
    }

    @Test
    void whatWasRefusedSaysSoWhenItIsSentUnderAnotherNumber() {
        bench.online().say("one").receive(refused(1, Refusal.STALE_REPLY.code(), 3));
        bench.take(ClientFrame.Send.class);
        bench.on(new SyncInput.Retry(PAIR, 1, 3));
        assertEquals(
                List.of(true),
                bench.take(ClientFrame.Send.class).stream().map(ClientFrame.Send::again).toList());
    }

    /// The relay's store went back to a state in which the message had been taken.
    @Test
    void whatIsHeldUnderTheNumberThatWasRefusedIsNotSentUnderAnother() {
        bench.online().say("one");
        ClientFrame.Send first = bench.take(ClientFrame.Send.class).getFirst();
        bench.receive(refused(1, Refusal.STALE_REPLY.code(), 3));
        bench.on(new SyncInput.Retry(PAIR, 1, 3));
        Log log = new Log(PAIR);
        log.append(Bench.ANA, Bench.SELF, 1, first.id(), first.body());
        bench.feed(log.info(1), log.head()).receive(log.page(1, 1));
        assertEquals(
                List.of(1L, 2L),
                bench.changes(StoreChange.OutboxRemoved.class).stream()
                        .map(StoreChange.OutboxRemoved::clientSeq)
                        .toList());
        assertEquals(0, bench.standing().pendingOut());
    }

    @Test
    void unknownRefusalIsTriedAgain() {
        bench.online().say("one");
        bench.takeSends();
        bench.receive(refused(1, "a-code-of-a-later-version", 0));
        assertInstanceOf(State.Waiting.class, bench.stateOf(1));
        assertEquals(List.of(), bench.takeSends());
        bench.pass(Duration.ofSeconds(4));
        assertEquals(1L, bench.takeSends().getFirst());
    }

    @Test
    void outOfTurnStartsAgainFromTheOldestAndSkipsNothing() {
        bench.online().say("one").say("two").say("three");
        bench.takeSends();
        bench.receive(refused(2, Refusal.OUT_OF_TURN.code(), 1));
        bench.receive(refused(3, Refusal.OUT_OF_TURN.code(), 1));
        assertEquals(List.of(1L, 2L, 3L), bench.takeSends());
    }

    @Test
    void whatComesTooSoonAfterARewindIsSentAgainLater() {
        bench.online().say("one").say("two").say("three");
        bench.receive(refused(3, "out-of-turn", 1));
        bench.takeSends();
        bench.receive(ack(1, 1));
        bench.receive(refused(2, "out-of-turn", 2)).receive(refused(3, "out-of-turn", 2));
        assertEquals(List.of(), bench.takeSends());
        bench.pass(Duration.ofSeconds(3));
        assertEquals(range(2, 3), bench.takeSends().stream().distinct().toList());
    }

    @Test
    void afterADayTheMessageIsGivenUpAndSaysSo() {
        bench.say("one").pass(Outbox.GIVE_UP);
        assertEquals(new State.Failed(Outbox.NOT_SENT_IN_TIME), bench.stateOf(1));
        assertEquals(0, bench.standing().pendingOut());
    }

    @Test
    void blankUsesUpTheNumberOfAMessageThatWasGivenUp() {
        bench.say("one").pass(Outbox.GIVE_UP).say("two").online();
        bench.receive(refused(2, Refusal.OUT_OF_TURN.code(), 1));
        List<ClientFrame.Send> sends = bench.take(ClientFrame.Send.class);
        assertEquals(List.of(1L, 2L), sends.stream().map(ClientFrame.Send::clientSeq).toList());
        assertEquals(new EventBody.Message(""), sends.getFirst().body());
        bench.receive(refused(1, Refusal.EMPTY_MESSAGE.code(), 0));
        assertEquals(new State.Failed(Outbox.NOT_SENT_IN_TIME), bench.stateOf(1));
    }

    @Test
    void blankThatCameTooLateShowsThatTheMessageWasSent() {
        bench.say("one").pass(Outbox.GIVE_UP).say("two").online();
        bench.receive(refused(2, Refusal.OUT_OF_TURN.code(), 1));
        bench.receive(ack(1, 7));
        assertEquals(new State.Acked(7), bench.stateOf(1));
    }

    @Test
    void retryOfAGivenUpMessageKeepsItsNumberForTheRelayMayHaveIt() {
        bench.say("one").pass(Outbox.GIVE_UP).on(new SyncInput.Retry(PAIR, 1, 0)).online();
        assertInstanceOf(State.Waiting.class, bench.stateOf(1));
        assertEquals(1, bench.changes(StoreChange.ClientSeqUsed.class).size());
    }

    @Test
    void retryOfARefusedMessageGetsANewNumber() {
        bench.online().say("one");
        bench.receive(refused(1, Refusal.NOT_A_MEMBER.code(), 0));
        bench.takeSends();
        bench.on(new SyncInput.Retry(PAIR, 1, 0));
        assertEquals(List.of(2L), bench.takeSends());
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }

    @Test
    void onlyAFailedMessageCanBeDiscarded() {
        bench.online().say("one").on(new SyncInput.Discard(PAIR, 1));
        assertEquals(List.of(), bench.changes(StoreChange.OutboxRemoved.class));
        bench.receive(refused(1, Refusal.NOT_A_MEMBER.code(), 0));
        bench.on(new SyncInput.Discard(PAIR, 1));
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }

    @Test
    void rowStaysUntilTheEventIsHeld() {
        bench.online().say("one").receive(ack(1, 1));
        assertEquals(List.of(), bench.changes(StoreChange.OutboxRemoved.class));
        OutboxRow row = bench.changes(StoreChange.OutboxPut.class).getFirst().row();
        Log log = new Log(PAIR);
        log.append(Bench.ANA, SELF, 1, row.id(), row.body());
        bench.receive(log.push(1, 1));
        assertEquals(1, bench.changes(StoreChange.OutboxRemoved.class).size());
    }

    @Test
    void numberGivenOutTwiceByARestoredStoreIsReplaced() {
        bench.online().say("one");
        bench.takeSends();
        Log log = new Log(PAIR);
        log.append(
                Bench.ANA,
                SELF,
                1,
                baton.model.MessageId.of(9, 9, 9),
                new EventBody.Message("from before"));
        bench.receive(log.push(1, 1));
        assertEquals(List.of(2L), bench.takeSends());
    }

    @Test
    void numberWhoseFateTheRelayForgotAsksAPerson() {
        bench.online().say("one").receive(refused(1, Refusal.OUT_OF_TURN.code(), 90));
        assertEquals(new State.Failed(OutboxRow.UNEXPECTED), bench.stateOf(1));
        bench.takeSends();
        bench.say("two");
        assertEquals(List.of(90L), bench.takeSends());
    }

    @Test
    void sendsAreRepeatedEverMoreSlowly() {
        bench.online().say("one");
        bench.takeSends();
        int sends = 0;
        for (int i = 0; i < 30; i++) {
            bench.pass(Duration.ofSeconds(10)).receive(new ServerFrame.Beat(0, Instant.EPOCH));
            sends += bench.takeSends().size();
        }
        assertTrue(sends >= 10 && sends <= 60, "sent " + sends + " times in 300 s");
    }

    @Test
    void whatAFormerDeviceHadSentAfterAllIsNotAskedAboutAnyMore() {
        OutboxRow sent = ofFormerDevice(-2, 7);
        OutboxRow unsent = ofFormerDevice(-1, 8);
        Bench restored =
                new Bench(
                        new StoreSnapshot(
                                0,
                                0,
                                List.of(),
                                Map.of(),
                                Map.of(),
                                Set.of(),
                                Map.of(),
                                List.of(sent, unsent),
                                StoreSnapshot.EMPTY.local()));
        Log log = new Log(PAIR).grow(3);
        log.append(ANA, new DeviceId("former"), 12, sent.id(), sent.body());
        restored.online().feed(log.info(1), log.head()).receive(log.page(1, 4));
        assertEquals(
                List.of(new StoreChange.OutboxRemoved(PAIR, -2)),
                restored.changes(StoreChange.OutboxRemoved.class));
    }

    private static OutboxRow ofFormerDevice(long number, long id) {
        return new OutboxRow(
                PAIR,
                number,
                MessageId.of(id, 0, id),
                0,
                0,
                new EventBody.Message("perhaps sent"),
                Instant.EPOCH,
                new State.Failed("fate-unknown"));
    }
}
