package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.EventBody;
import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A device whose socket takes nothing any more, beside others.
final class SessionStuckTest extends SessionFixture {
    private static final int MESSAGES = 2_000;
    private static final int ROOM = 5;

    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice stuck = TestDevice.synced(relay, "ben", "phone");
    private final TestDevice ben = TestDevice.synced(relay, "ben", "tablet");

    private void anaWritesAndTheTabletReads() {
        for (int i = 0; i < MESSAGES; i++) {
            ana.write(PAIR, "message");
            ben.say(new ClientFrame.Credit(1, Limits.CREDIT_START));
            clock.advance(Duration.ofMillis(10));
        }
    }

    @Test
    void itTakesNoMoreThanItsQueueAndTheOthersMissNothing() {
        stuck.forget();
        stuck.readOnly(ROOM);
        anaWritesAndTheTabletReads();
        assertEquals(ROOM, stuck.heard().size());
        assertEquals(0, stuck.closedWith(), "nobody asked it for anything");
        assertEquals(LongStream.rangeClosed(1, MESSAGES).boxed().toList(), ben.pushed());
        assertEquals(MESSAGES, ana.heard(ServerFrame.Ack.class).size());
    }

    @Test
    void onceItReadsAgainOneHintTellsItToAsk() {
        stuck.readOnly(0);
        anaWritesAndTheTabletReads();
        stuck.readOnly(Integer.MAX_VALUE);
        pass(Outgoing.HINT_AGAIN);
        ServerFrame.Beat hint = stuck.last(ServerFrame.Beat.class);
        assertEquals(1, stuck.heard(ServerFrame.Beat.class).size());
        assertTrue(hint.newest() > 0);
        stuck.say(new ClientFrame.Fetch(PAIR, 1, MESSAGES));
        assertEquals(MESSAGES, stuck.last(ServerFrame.Page.class).to());
    }

    @Test
    void sessionWhoseThreadStandsStillHoldsNoMoreThanItsInbox() {
        stuck.forget();
        stuck.readOnly(0);
        for (int i = 0; i < 10 * Inbox.PUSHES_MAX; i++) {
            ana.whisper(ana.next(PAIR, new EventBody.Message("x")));
            ana.settleAlone();
        }
        int taken = 0;
        while (taken <= Inbox.FRAMES_MAX && stuck.whisper(new ClientFrame.Sync(0))) {
            taken++;
        }
        assertEquals(Inbox.FRAMES_MAX, taken, "then the socket is not read any more");
        assertFalse(stuck.whisper(new ClientFrame.Sync(0)));
        relay.settle();
        assertEquals(CloseCode.TRY_AGAIN_LATER, stuck.closedWith());
        assertEquals(List.of(), stuck.heard());
    }
}
