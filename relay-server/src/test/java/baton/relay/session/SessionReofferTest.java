package baton.relay.session;

import static baton.relay.log.LogOffersContract.sealed;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Seal;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Devices of a relay whose store lost everything, or its newest part, give back what they hold.
final class SessionReofferTest extends SessionFixture {
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(relay, "ben", "phone");
    private final MemoryRelay.World after = emptyWorld();
    private final MemoryRelay restored = new MemoryRelay(after, ONE);

    private List<Event> heldAfterTalking() {
        for (int i = 1; i <= 3; i++) {
            ana.write(PAIR, "question " + i);
            ben.write(PAIR, "answer " + i);
        }
        return held(ben, PAIR);
    }

    private static List<Event> held(TestDevice device, ConversationId conversation) {
        device.forget();
        device.say(new ClientFrame.Fetch(conversation, 1, Limits.PAGE_EVENTS_MAX));
        return device.last(ServerFrame.Page.class).events();
    }

    private String offer(TestDevice device, ConversationId conversation, Event event) {
        device.say(new ClientFrame.Offer(conversation, event, false, List.of()));
        clock.advance(TOLD);
        restored.settle();
        ServerFrame.Offered offered = device.last(ServerFrame.Offered.class);
        assertEquals(event.id(), offered.id());
        return offered.code();
    }

    @Test
    void lostLogComesBackFromOneDeviceAsItWas() {
        List<Event> held = heldAfterTalking();
        TestDevice offering = TestDevice.synced(restored, "ben", "phone");
        for (Event event : held) {
            assertEquals("", offer(offering, PAIR, event));
        }
        assertEquals(held, held(offering, PAIR));
        Register head = requireNonNull(after.feed().registers(ANA).get("head/" + PAIR));
        assertEquals(6, ((Register.Head) head).seq());
        TestDevice author = TestDevice.synced(restored, "ana", "laptop");
        author.say(TestDevice.send(PAIR, 4, new EventBody.Message("goes on")));
        assertEquals(7, author.last(ServerFrame.Ack.class).seq());
    }

    @Test
    void eventThatSeveralDevicesOfferIsStoredOnce() {
        List<Event> held = heldAfterTalking();
        TestDevice one = TestDevice.synced(restored, "ben", "phone");
        TestDevice two = TestDevice.synced(restored, "ana", "laptop");
        for (Event event : held) {
            assertEquals("", offer(one, PAIR, event));
            assertEquals("", offer(two, PAIR, event));
        }
        assertEquals(6, after.disk().events(PAIR).size());
    }

    @Test
    void offersOfOneAuthorsDeviceAreTakenInTheirTurn() {
        List<Event> held = heldAfterTalking();
        TestDevice offering = TestDevice.synced(restored, "ben", "phone");
        assertEquals(Refusal.OUT_OF_TURN.code(), offer(offering, PAIR, held.getLast()));
        for (Event event : held) {
            assertEquals("", offer(offering, PAIR, event));
        }
    }

    @Test
    void whatTheRelayNeverAcceptedIsRefused() {
        Event held = heldAfterTalking().getFirst();
        TestDevice forger = TestDevice.synced(restored, "ben", "phone");
        EventBody words = new EventBody.Message("words in another's mouth");
        List<Event> forged =
                List.of(
                        held.saying(words),
                        sealed(held, new Seal(LogDigest.bodyHash(words), held.seal().proof()))
                                .saying(words),
                        sealed(held, new Seal(held.hash(), 0)),
                        sealed(held, new Seal(held.hash(), held.seal().proof() + 1)));
        for (Event event : forged) {
            assertEquals(Refusal.OFFER_REFUSED.code(), offer(forger, PAIR, event));
        }
        assertEquals(List.of(), after.disk().events(PAIR));
        assertEquals(0, forger.closedWith());
        assertEquals("", offer(forger, PAIR, held), "a refused offer uses up no number");
    }

    @Test
    void eventOfAnotherConversationIsRefused() {
        ana.write(ConversationId.notes(ANA), "secret");
        Event note = held(ana, ConversationId.notes(ANA)).getFirst();
        TestDevice forger = TestDevice.synced(restored, "ana", "laptop");
        assertEquals(Refusal.OFFER_REFUSED.code(), offer(forger, PAIR, note));
    }

    @Test
    void whoeverHoldsAnEventMayGiveItBackAndReadsNothingByThat() {
        List<Event> held = heldAfterTalking();
        TestDevice stranger = TestDevice.synced(restored, "cleo", "tablet");
        assertEquals("", offer(stranger, PAIR, held.getFirst()));
        assertEquals(1, after.disk().events(PAIR).size());
        stranger.say(new ClientFrame.Fetch(PAIR, 1, 1));
        assertEquals(Refusal.NOT_A_MEMBER.code(), stranger.last(ServerFrame.Fault.class).code());
    }

    @Test
    void memberWhoseInvitationIsGoneGivesBackWhatItHolds() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.say(ana.next(TEAM, new EventBody.Invited(CLEO)));
        TestDevice cleo = TestDevice.synced(relay, "cleo", "tablet");
        cleo.write(TEAM, "thanks");
        Event thanks = held(cleo, TEAM).getLast();
        TestDevice benAfter = TestDevice.synced(restored, "ben", "phone");
        assertEquals("", offer(benAfter, TEAM, held(ben, TEAM).getFirst()));
        TestDevice cleoAfter = TestDevice.synced(restored, "cleo", "tablet");
        assertEquals("", offer(cleoAfter, TEAM, thanks));
        assertEquals(thanks.body(), held(benAfter, TEAM).getLast().body());
    }

    @Test
    void lostGroupComesBackFromWhoeverHoldsIt() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.say(ana.next(TEAM, new EventBody.Invited(CLEO)));
        TestDevice cleo = TestDevice.synced(relay, "cleo", "tablet");
        cleo.write(TEAM, "thanks");
        List<Event> heldByBen = held(ben, TEAM);
        List<Event> heldByCleo = held(cleo, TEAM);
        TestDevice cleoAfter = TestDevice.synced(restored, "cleo", "tablet");
        assertEquals(Refusal.NOT_A_MEMBER.code(), offer(cleoAfter, TEAM, heldByCleo.getLast()));
        TestDevice benAfter = TestDevice.synced(restored, "ben", "phone");
        assertEquals("", offer(benAfter, TEAM, heldByBen.getFirst()));
        for (Event event : heldByCleo) {
            assertEquals("", offer(cleoAfter, TEAM, event));
        }
        assertEquals(heldByBen, held(benAfter, TEAM));
    }

    @Test
    void probeSaysWhereTheLogsAgree() {
        List<Event> held = heldAfterTalking();
        ben.say(new ClientFrame.Probe(PAIR, 4, 9));
        ServerFrame.Probed probed = ben.last(ServerFrame.Probed.class);
        assertEquals(6, probed.head());
        assertEquals(4, probed.from());
        assertEquals(
                held.subList(3, 6).stream().map(e -> LogDigest.hex(e.digest())).toList(),
                probed.digests());
    }

    @Test
    void probeOfALostOrForeignLogFindsNothing() {
        heldAfterTalking();
        TestDevice stranger = TestDevice.synced(relay, "cleo", "tablet");
        TestDevice member = TestDevice.synced(restored, "ben", "phone");
        for (TestDevice device : List.of(stranger, member)) {
            device.say(new ClientFrame.Probe(PAIR, 1, 6));
            ServerFrame.Probed probed = device.last(ServerFrame.Probed.class);
            assertEquals(0, probed.head());
            assertEquals(List.of(), probed.digests());
            assertEquals(1, probed.epoch());
        }
    }

    @Test
    void probeAnswersSoManyPlaces() {
        for (int i = 0; i < Limits.PROBE_PLACES_MAX + 10; i++) {
            ana.write(PAIR, "m");
        }
        ana.say(new ClientFrame.Probe(PAIR, 1, Long.MAX_VALUE));
        List<String> digests = ana.last(ServerFrame.Probed.class).digests();
        assertTrue(digests.size() <= Limits.PROBE_PLACES_MAX, "digests " + digests.size());
        assertTrue(digests.size() >= Limits.PAGE_EVENTS_MAX, "digests " + digests.size());
    }

    @Test
    void probeHasTheMembersToldAgainInTheNewEpoch() {
        heldAfterTalking();
        pass(Duration.ofSeconds(5));
        world.cluster().raiseEpoch(0);
        relay.settle();
        TestDevice back = TestDevice.synced(relay, "ben", "phone");
        back.say(new ClientFrame.Probe(PAIR, 6, 6));
        pass(Duration.ofSeconds(1));
        assertEquals(2, register(ANA, Register.Head.class, "head/" + PAIR).epoch());
    }
}
