package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

final class SessionSendTest extends SessionFixture {
    private static final EventBody HELLO = new EventBody.Message("hello");

    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");

    @Test
    void repeatedSendIsAcknowledgedWithTheSameSeqOnTheNextConnection() {
        ana.write(PAIR, "one");
        ServerFrame.Ack first = ana.last(ServerFrame.Ack.class);
        ana.unplug();
        TestDevice again = TestDevice.synced(other, "ana", "laptop");
        again.say(TestDevice.send(PAIR, 1, new EventBody.Message("one")));
        assertEquals(first, again.last(ServerFrame.Ack.class));
        assertEquals(1, world.disk().events(PAIR).size());
    }

    @Test
    void permanentRefusalUsesUpItsClientSeq() {
        ana.say(TestDevice.send(PAIR, 1, new EventBody.Message("  ")));
        ana.say(TestDevice.send(PAIR, 1, HELLO));
        ana.say(TestDevice.send(PAIR, 2, HELLO));
        assertEquals(
                List.of(
                        new ServerFrame.Refused(PAIR, 1, Refusal.EMPTY_MESSAGE.code(), 0),
                        new ServerFrame.Refused(PAIR, 1, Refusal.EMPTY_MESSAGE.code(), 0)),
                ana.heard(ServerFrame.Refused.class));
        assertEquals(2, ana.last(ServerFrame.Ack.class).clientSeq());
    }

    @Test
    void skippedNumberIsToldWhichOneIsExpected() {
        ana.say(TestDevice.send(PAIR, 2, HELLO));
        assertEquals(
                new ServerFrame.Refused(PAIR, 2, Refusal.OUT_OF_TURN.code(), 1),
                ana.last(ServerFrame.Refused.class));
    }

    @Test
    void sendToNobodyIsRefusedForGood() {
        AccountId nobody = new AccountId("nobody");
        ConversationId toNobody = ConversationId.direct(ANA, nobody);
        ana.say(ana.next(toNobody, HELLO));
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN, nobody))));
        assertEquals(
                List.of(Refusal.UNKNOWN_RECIPIENT.code(), Refusal.UNKNOWN_RECIPIENT.code()),
                ana.heard(ServerFrame.Refused.class).stream()
                        .map(ServerFrame.Refused::code)
                        .toList());
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.say(ana.next(TEAM, new EventBody.Invited(nobody)));
        assertEquals(
                4,
                ana.heard().stream()
                        .filter(f ->
                                !(f instanceof ServerFrame.Page)
                                        && !(f instanceof ServerFrame.Feed))
                        .count());
        assertEquals(1, world.disk().events(TEAM).size());
    }

    @Test
    void nobodyWritesBetweenTwoOthers() {
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        cleo.say(cleo.next(PAIR, HELLO));
        cleo.say(cleo.next(ConversationId.notes(ANA), HELLO));
        assertEquals(2, cleo.heard(ServerFrame.Refused.class).size());
        assertEquals(Refusal.NOT_A_MEMBER.code(), cleo.last(ServerFrame.Refused.class).code());
        assertEquals(List.of(), world.disk().events(PAIR));
    }

    @Test
    void replacedSessionCannotSendAnyMore() {
        TestDevice young = TestDevice.synced(other, "ana", "laptop");
        young.write(PAIR, "young");
        ana.say(TestDevice.send(PAIR, 2, new EventBody.Message("old")));
        assertEquals(Refusal.SESSION_REPLACED.code(), ana.last(ServerFrame.Refused.class).code());
        assertEquals(
                new ServerFrame.Bye(Refusal.SESSION_REPLACED.code(), 0),
                ana.last(ServerFrame.Bye.class));
        assertEquals(CloseCode.REPLACED, ana.closedWith());
        young.write(PAIR, "goes on");
        assertEquals(2, world.disk().events(PAIR).size());
    }

    @Test
    void newerSessionOnTheSameNodeEndsTheOlder() {
        TestDevice young = TestDevice.synced(relay, "ana", "laptop");
        relay.settle();
        assertEquals(CloseCode.REPLACED, ana.closedWith());
        young.write(PAIR, "young");
        assertEquals(1, young.last(ServerFrame.Ack.class).seq());
    }

    @Test
    void inboxStopsTheSocketUntilSendsAreAnswered() {
        SlowLog slow = new SlowLog();
        MemoryRelay slowRelay = new MemoryRelay(world, TWO, slow::around);
        TestDevice device = TestDevice.synced(slowRelay, "ana", "phone");
        for (int i = 0; i < Inbox.FRAMES_MAX; i++) {
            assertTrue(device.whisper(device.next(PAIR, HELLO)));
        }
        slowRelay.settle();
        ClientFrame.Send more = device.next(PAIR, HELLO);
        assertFalse(device.whisper(more), "sends without outcome count");
        slow.release();
        slowRelay.settle();
        assertTrue(device.whisper(more));
        List<Long> acked =
                device.heard(ServerFrame.Ack.class).stream().map(ServerFrame.Ack::seq).toList();
        assertEquals(Inbox.FRAMES_MAX, acked.size());
        assertEquals(acked.stream().sorted().toList(), acked);
    }

    @Test
    void storeThatIsAwayRefusesForNowOnly() {
        SlowLog away = new SlowLog();
        MemoryRelay awayRelay = new MemoryRelay(world, TWO, away::around);
        TestDevice device = TestDevice.synced(awayRelay, "ana", "phone");
        device.whisper(TestDevice.send(PAIR, 1, HELLO));
        awayRelay.settle();
        away.lose();
        awayRelay.settle();
        assertEquals(
                Refusal.RELAY_UNAVAILABLE.code(), device.last(ServerFrame.Refused.class).code());
        device.whisper(TestDevice.send(PAIR, 1, HELLO));
        awayRelay.settle();
        away.release();
        awayRelay.settle();
        assertEquals(1, device.last(ServerFrame.Ack.class).seq());
    }

    /// A log whose appends wait until the test lets them through, or lets them get lost.
    private static final class SlowLog {
        private final Deque<Runnable> waiting = new ArrayDeque<>();
        private final Deque<Consumer<AppendOutcome>> outcomes = new ArrayDeque<>();

        void release() {
            waiting.forEach(Runnable::run);
            waiting.clear();
            outcomes.clear();
        }

        void lose() {
            outcomes.forEach(outcome -> outcome.accept(new AppendOutcome.Unavailable()));
            waiting.clear();
            outcomes.clear();
        }

        ConversationLog around(ConversationLog log) {
            return LogCalls.appending(
                    log,
                    (real, append, outcome) -> {
                        waiting.add(() -> real.append(append, outcome));
                        outcomes.add(outcome);
                    });
        }
    }
}
