package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.EventBody;
import baton.model.Refusal;
import baton.protocol.ServerFrame;
import baton.relay.log.AppendOutcome;
import baton.relay.log.ConversationLog;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Sessions of a relay whose store is exchanged.
final class SessionEpochTest extends SessionFixture {
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");

    @Test
    void everySessionEndsAndComesBackAtAMomentOfItsOwn() {
        List<TestDevice> devices =
                List.of(
                        ana,
                        TestDevice.synced(relay, "ana", "tablet"),
                        TestDevice.synced(relay, "ben", "phone"),
                        TestDevice.synced(other, "cleo", "phone"));
        world.cluster().raiseEpoch(0);
        relay.settle();
        other.settle();
        Set<Long> moments = new HashSet<>();
        for (TestDevice device : devices) {
            ServerFrame.Bye bye = device.last(ServerFrame.Bye.class);
            assertEquals(Refusal.STORE_CHANGED.code(), bye.code());
            assertEquals(CloseCode.TRY_AGAIN_LATER, device.closedWith());
            assertTrue(bye.retryAfterMillis() > 0 && bye.retryAfterMillis() <= 2_000);
            moments.add(bye.retryAfterMillis());
        }
        assertEquals(devices.size(), moments.size());
        TestDevice back = TestDevice.connected(relay, "ana", "laptop");
        assertEquals(2, back.last(ServerFrame.Welcome.class).epoch());
        assertEquals(0, back.closedWith());
    }

    @Test
    void nothingThatAnotherEpochDecidedIsAcknowledged() {
        MemoryRelay late = new MemoryRelay(world, TWO, SessionEpochTest::decidingInTheNextEpoch);
        TestDevice device = TestDevice.synced(late, "ben", "phone");
        device.say(TestDevice.send(PAIR, 1, new EventBody.Message("hello")));
        assertEquals(List.of(), device.heard(ServerFrame.Ack.class));
        assertEquals(Refusal.STORE_CHANGED.code(), device.last(ServerFrame.Bye.class).code());
    }

    /// A log whose store was exchanged before this node noticed.
    private static ConversationLog decidingInTheNextEpoch(ConversationLog log) {
        return LogCalls.appending(
                log,
                (real, append, told) ->
                        real.append(append, outcome -> told.accept(inTheNextEpoch(outcome))));
    }

    private static AppendOutcome inTheNextEpoch(AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.Stored stored
                ? new AppendOutcome.Stored(
                        stored.epoch() + 1, stored.event(), stored.at(), stored.version())
                : outcome;
    }
}
