package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.MemoryConversationLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Accounts whose directory names a conversation of which the store has no log any more, or none
/// that knows them.
final class SessionLostLogTest extends SessionFixture {
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private MemoryConversationLog.Disk earlier = world.disk().snapshot();

    private void announce() {
        pass(TOLD);
    }

    private void logsGoBack() {
        announce();
        world.disk().rollBack(earlier);
        world.cluster().raiseEpoch(0);
        relay.settle();
    }

    /// @return a device that asks for what its directory names
    private TestDevice asking(String account, ConversationId conversation) {
        TestDevice device = TestDevice.synced(relay, account, "phone");
        device.say(new ClientFrame.Fetch(conversation, 1, 2));
        assertEquals(Refusal.NOT_A_MEMBER.code(), device.last(ServerFrame.Fault.class).code());
        return device;
    }

    private Register.Head headOfBen(ConversationId conversation) {
        return register(BEN, Register.Head.class, "head/" + conversation);
    }

    private Register.Info infoOfBen(ConversationId conversation) {
        return register(BEN, Register.Info.class, "info/" + conversation);
    }

    @Test
    void directConversationWithoutALogEndsAtItsBeginning() {
        ana.write(PAIR, "lost");
        logsGoBack();
        asking("ben", PAIR);
        assertEquals(0, headOfBen(PAIR).seq());
        assertEquals(2, headOfBen(PAIR).epoch());
        assertFalse(infoOfBen(PAIR).left());
    }

    @Test
    void groupWithoutALogCountsAsLeftUntilSomebodyBringsItBack() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.write(TEAM, "hello");
        ana.say(new ClientFrame.Fetch(TEAM, 1, 2));
        List<Event> held = ana.last(ServerFrame.Page.class).events();
        logsGoBack();
        asking("ben", TEAM);
        assertEquals(0, headOfBen(TEAM).seq());
        assertTrue(infoOfBen(TEAM).left());
        TestDevice back = TestDevice.synced(relay, "ana", "laptop");
        held.forEach(event -> back.say(new ClientFrame.Offer(TEAM, event, false, List.of())));
        announce();
        assertEquals(2, headOfBen(TEAM).seq());
        assertFalse(infoOfBen(TEAM).left());
    }

    @Test
    void groupWhoseLogLostAnInvitationCountsAsLeftByWhoeverWasInvited() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of())));
        earlier = world.disk().snapshot();
        ana.say(ana.next(TEAM, new EventBody.Invited(BEN)));
        logsGoBack();
        asking("ben", TEAM);
        assertTrue(infoOfBen(TEAM).left());
        assertEquals(0, headOfBen(TEAM).seq());
        assertFalse(register(ANA, Register.Info.class, "info/" + TEAM).left());
    }

    @Test
    void whoeverAsksForWhatItNeverKnewIsToldNothing() {
        ana.write(PAIR, "hello");
        announce();
        asking("cleo", PAIR);
        assertEquals(
                List.of(),
                world.feed().registers(CLEO).keySet().stream()
                        .filter(key -> key.endsWith(PAIR.value()))
                        .toList());
    }
}
