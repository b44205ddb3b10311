package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.HeadAnnouncer;
import baton.relay.log.MemoryConversationLog;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SessionPresenceTest extends SessionFixture {
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");

    private Register.Device laptop() {
        return register(ANA, Register.Device.class, "device/laptop");
    }

    @Test
    void deviceIsOnlineFromItsWelcomeToItsEnd() {
        assertTrue(laptop().online());
        ana.unplug();
        assertFalse(laptop().online());
        TestDevice.synced(relay, "ana", "laptop");
        assertTrue(laptop().online());
    }

    @Test
    void silentDeviceIsClosed() {
        clock.advance(Limits.LEASE.minus(Duration.ofSeconds(1)));
        ana.say(new ClientFrame.Beat(0, 7, 2, false));
        pass(Limits.LEASE.minus(Duration.ofSeconds(1)));
        assertEquals(0, ana.closedWith());
        assertEquals(7, laptop().held());
        assertEquals(2, laptop().outgoing());
        pass(Duration.ofSeconds(1));
        assertEquals(CloseCode.SILENT, ana.closedWith());
        assertFalse(laptop().online());
        assertEquals(7, laptop().held(), "what it had said stands");
    }

    @Test
    void beatIsAnsweredAfterTheChangesThatItCaused() {
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 1, 0, false));
        ServerFrame.Feed slice = assertInstanceOf(ServerFrame.Feed.class, ana.heard().getFirst());
        ServerFrame.Beat beat = assertInstanceOf(ServerFrame.Beat.class, ana.heard().getLast());
        assertEquals(slice.to(), beat.newest());
        assertEquals(2, ana.heard().size());
    }

    @Test
    void deviceMatrixIsWrittenAtMostOnceASecond() {
        clock.advance(Limits.BEAT);
        long before = world.feed().newest(ANA);
        for (int i = 0; i < 20; i++) {
            ana.say(new ClientFrame.Beat(0, i, 0, false));
        }
        assertEquals(before + 1, world.feed().newest(ANA));
        assertEquals(20, ana.heard(ServerFrame.Beat.class).size());
    }

    @Test
    void idleDeviceWritesItsLineOnceAMinuteAndKeepsItsLease() {
        ana.say(new ClientFrame.Beat(0, 7, 0, true));
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 7, 0, true));
        long before = world.feed().newest(ANA);
        for (int i = 0; i < 12; i++) {
            pass(Limits.BEAT);
            ana.say(new ClientFrame.Beat(0, 7, 0, true));
        }
        assertEquals(before + 2, world.feed().newest(ANA));
        assertEquals(clock.instant(), laptop().currentAt());
        assertEquals(0, ana.closedWith());
        ana.say(new ClientFrame.Beat(0, 7, 1, true));
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 7, 1, true));
        assertEquals(1, laptop().outgoing(), "a change is written at the next beat at the latest");
    }

    @Test
    void lineSaysWhenTheDeviceLastHadEverything() {
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 7, 0, true));
        Instant current = clock.instant();
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 5, 3, false));
        assertEquals(current, laptop().currentAt());
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 5, 3, true));
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 5, 3, true));
        Instant last = clock.instant();
        ana.unplug();
        assertEquals(last, laptop().currentAt(), "the last word is exact");
        assertFalse(laptop().online());
        TestDevice.synced(relay, "ana", "laptop");
        assertEquals(last, laptop().currentAt());
        assertEquals(5, laptop().held());
        assertEquals(3, laptop().outgoing());
    }

    @Test
    void replacedSessionLearnsItFromItsNextBeatAndCannotSpeakForTheDevice() {
        TestDevice young = TestDevice.synced(other, "ana", "laptop");
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 99, 0, false));
        assertEquals(CloseCode.REPLACED, ana.closedWith());
        assertTrue(laptop().online(), "the newer session is there");
        assertEquals(0, laptop().held());
        young.say(new ClientFrame.Beat(0, 5, 0, false));
        assertEquals(5, laptop().held());
    }

    @Test
    void deadNodesDevicesGoOfflineAndItsAppendsAreAnnounced() {
        relay.sweep();
        other.sweep();
        // The node dies after the append and before its announcement.
        new MemoryConversationLog(world.disk(), world.cluster(), ONE)
                .append(SessionAppends.of(ANA, PAIR, "last words"), outcome -> {});
        pass(Limits.LEASE.minus(Duration.ofSeconds(1)));
        other.sweep();
        assertTrue(laptop().online());
        clock.advance(Duration.ofSeconds(1));
        other.sweep();
        other.settle();
        assertFalse(laptop().online());
        assertEquals(1, register(BEN, Register.Head.class, "head/" + PAIR).seq());
        assertEquals(2, register(BEN, Register.Info.class, "info/" + PAIR).members().size());
        assertEquals(Set.of(), world.announcing(ONE));
    }

    @Test
    void conversationIsLetGoWhenItIsQuiet() {
        ana.write(PAIR, "x");
        assertEquals(Set.of(PAIR), world.announcing(ONE));
        pass(Duration.ofSeconds(1));
        ConversationId notes = ConversationId.notes(ANA);
        ana.write(notes, "y");
        pass(Duration.ofMillis(1_500));
        assertEquals(Set.of(notes), world.announcing(ONE));
        pass(Duration.ofSeconds(3));
        assertEquals(Set.of(), world.announcing(ONE));
    }

    @Test
    void headsAreWrittenAtMostOncePerInterval() {
        ana.write(PAIR, "first");
        long first = world.feed().newest(BEN);
        assertEquals(1, register(BEN, Register.Head.class, "head/" + PAIR).seq());
        for (int i = 0; i < 20; i++) {
            ana.write(PAIR, "more");
        }
        assertEquals(first, world.feed().newest(BEN));
        pass(HeadAnnouncer.INTERVAL);
        assertEquals(first + 1, world.feed().newest(BEN));
        assertEquals(21, register(BEN, Register.Head.class, "head/" + PAIR).seq());
    }

    @Test
    void previewIsOneShortLine() {
        ana.write(PAIR, " two\n\nlines " + "\ud83d\ude00".repeat(200));
        String preview = register(BEN, Register.Head.class, "head/" + PAIR).preview().text();
        assertTrue(preview.startsWith("two lines \ud83d\ude00"), preview);
        assertTrue(preview.length() <= Limits.PREVIEW_CHARS_MAX);
        assertEquals(
                preview.length() - 10,
                2 * preview.substring(10).codePointCount(0, preview.length() - 10));
    }

    @Test
    void signedOutDeviceIsClosedOnWhicheverNodeItIs() {
        TestDevice far = TestDevice.synced(other, "ana", "phone");
        relay.sweep();
        other.sweep();
        relay.signedOut(ANA, "laptop");
        relay.signedOut(ANA, "phone");
        relay.settle();
        other.settle();
        for (TestDevice device : List.of(ana, far)) {
            assertEquals(CloseCode.SIGNED_OUT, device.closedWith());
            assertEquals(
                    new ServerFrame.Bye(Refusal.DEVICE_SIGNED_OUT.code(), 0),
                    device.last(ServerFrame.Bye.class));
        }
    }

    @Test
    void signedOutDeviceIsStruckOffForEver() {
        relay.signedOut(ANA, "laptop");
        relay.settle();
        assertTrue(laptop().wasSignedOut());
        assertFalse(laptop().online());
        long newest = world.feed().newest(ANA);
        relay.signedOut(ANA, "laptop");
        relay.renamed(ANA, "laptop", "ghost");
        assertEquals(newest, world.feed().newest(ANA), "nothing is left to say about it");
    }

    @Test
    void signedOutDeviceWhoseHintWasLostEndsAtItsNextBeat() {
        relay.strikeOff(ANA, "laptop");
        relay.settle();
        assertEquals(0, ana.closedWith());
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 3, 0, true));
        assertEquals(CloseCode.SIGNED_OUT, ana.closedWith());
        assertTrue(laptop().wasSignedOut(), "its last report came too late");
    }

    @Test
    void signedOutDeviceThatLeavesItsBeatsOutIsFoundByAnyFrame() {
        relay.strikeOff(ANA, "laptop");
        relay.settle();
        ana.forget();
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Sync(0));
        assertEquals(CloseCode.SIGNED_OUT, ana.closedWith());
        assertEquals(List.of(), ana.heard(ServerFrame.Feed.class), "it gets no answer");
    }

    @Test
    void deviceThatConnectsWhileItIsSignedOutIsToldNothing() {
        // Its token was checked before; its session begins after.
        relay.strikeOff(ANA, "tablet");
        TestDevice tablet = TestDevice.connected(relay, "ana", "tablet");
        assertEquals(CloseCode.SIGNED_OUT, tablet.closedWith());
        assertEquals(
                List.of(new ServerFrame.Bye(Refusal.DEVICE_SIGNED_OUT.code(), 0)), tablet.heard());
    }

    @Test
    void renamedDeviceKeepsItsNewNameWhateverItReports() {
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 7, 2, true));
        relay.renamed(ANA, "laptop", "Thinkpad");
        assertEquals("Thinkpad", laptop().name());
        assertEquals(7, laptop().held());
        assertTrue(laptop().online());
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 8, 2, true));
        assertEquals(8, laptop().held());
        assertEquals("Thinkpad", laptop().name());
        ana.unplug();
        assertEquals("Thinkpad", laptop().name());
        assertFalse(laptop().online());
    }

    @Test
    void deviceRenamedBeforeItEverConnectedComesUnderItsNewName() {
        relay.renamed(ANA, "tablet", "Kitchen");
        TestDevice.synced(relay, "ana", "tablet");
        Register.Device tablet = register(ANA, Register.Device.class, "device/tablet");
        assertEquals("Kitchen", tablet.name());
        assertTrue(tablet.online());
    }

    @Test
    void draftOfARenamedDeviceNamesItAnew() {
        relay.renamed(ANA, "laptop", "Thinkpad");
        clock.advance(Limits.BEAT);
        ana.say(new ClientFrame.Beat(0, 0, 0, true));
        ana.say(new ClientFrame.Draft(PAIR, "half a thought", 0, 1));
        assertEquals("Thinkpad", register(ANA, Register.Draft.class, "draft/" + PAIR).deviceName());
    }

    @Test
    void stoppingRelayTellsEachDeviceAMomentOfItsOwn() throws InterruptedException {
        List<TestDevice> devices =
                List.of(
                        ana,
                        TestDevice.synced(relay, "ben", "phone"),
                        TestDevice.synced(relay, "cleo", "tablet"));
        relay.stop(new Random(1));
        Set<Long> moments = new HashSet<>();
        for (TestDevice device : devices) {
            ServerFrame.Bye bye = device.last(ServerFrame.Bye.class);
            assertEquals(Refusal.RELAY_STOPPING.code(), bye.code());
            assertEquals(CloseCode.STOPPING, device.closedWith());
            assertTrue(bye.retryAfterMillis() > 0);
            moments.add(bye.retryAfterMillis());
        }
        assertEquals(3, moments.size());
        assertFalse(laptop().online());
        assertEquals(CloseCode.STOPPING, TestDevice.connected(relay, "ana", "late").closedWith());
    }
}
