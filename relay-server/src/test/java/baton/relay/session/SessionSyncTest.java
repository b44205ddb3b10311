package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SessionSyncTest extends SessionFixture {
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");

    private void anaWrites(int messages) {
        for (int i = 0; i < messages; i++) {
            ana.write(PAIR, "message");
        }
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    @Test
    void welcomeIsTheFirstFrame() {
        TestDevice ben = TestDevice.connected(relay, "ben", "phone");
        assertEquals(
                new ServerFrame.Welcome(
                        BEN, new baton.model.DeviceId("phone"), "ben", clock.instant(), 2, 1),
                ben.heard().getFirst());
        assertEquals(1, ben.heard().size());
    }

    @Test
    void pushesBeginWithTheFirstSync() {
        TestDevice ben = TestDevice.connected(relay, "ben", "phone");
        anaWrites(1);
        assertEquals(List.of(), ben.pushed());
        ben.say(new ClientFrame.Sync(0));
        ServerFrame.Feed feed = ben.last(ServerFrame.Feed.class);
        assertEquals(0, feed.remaining());
        assertTrue(ben.register(Register.Head.class, "head/" + PAIR).isPresent());
        anaWrites(1);
        assertEquals(List.of(2L), ben.pushed());
    }

    @Test
    void pushesArriveInOrderOnEveryDeviceOfEveryMember() {
        TestDevice ben = TestDevice.synced(relay, "ben", "phone");
        TestDevice far = TestDevice.synced(other, "ben", "tablet");
        TestDevice anaToo = TestDevice.synced(relay, "ana", "tower");
        anaWrites(5);
        other.settle();
        for (TestDevice device : List.of(ana, ben, anaToo)) {
            assertEquals(upTo(5), device.pushed());
        }
        assertEquals(
                upTo(5).subList(1, 5), far.pushed(), "the first push found no route to its node");
        pass(TOLD);
        assertEquals(5, far.register(Register.Head.class, "head/" + PAIR).orElseThrow().seq());
    }

    @Test
    void slicesOfTheFeedFollowEachOtherWithoutGap() {
        TestDevice ben = TestDevice.connected(relay, "ben", "phone");
        ben.say(new ClientFrame.Sync(0));
        for (int i = 0; i < 5; i++) {
            anaWrites(3);
            pass(TOLD);
        }
        List<ServerFrame.Feed> slices = ben.heard(ServerFrame.Feed.class);
        assertTrue(slices.size() > 4, "slices " + slices.size());
        for (int i = 1; i < slices.size(); i++) {
            assertEquals(slices.get(i - 1).to(), slices.get(i).from());
        }
        assertEquals(world.feed().newest(BEN), slices.getLast().to());
        assertEquals(15, ben.register(Register.Head.class, "head/" + PAIR).orElseThrow().seq());
    }

    @Test
    void devicePausedByItsCreditGetsOneHintWhenItHasStored() {
        TestDevice ben = TestDevice.synced(relay, "ben", "phone");
        anaWrites(Limits.CREDIT_START + 10);
        pass(Duration.ofSeconds(1));
        assertEquals(upTo(Limits.CREDIT_START), ben.pushed());
        int heard = ben.heard().size();
        anaWrites(3);
        pass(Duration.ofSeconds(1));
        assertEquals(heard, ben.heard().size(), "a device that is behind hears nothing");
        ben.forget();
        ben.say(new ClientFrame.Credit(Limits.CREDIT_START, 64));
        assertEquals(
                List.of(new ServerFrame.Beat(world.feed().newest(BEN), clock.instant())),
                ben.heard());
        ben.forget();
        anaWrites(1);
        assertEquals(List.of(Limits.CREDIT_START + 14L), ben.pushed());
    }

    @Test
    void deviceWithAFullQueueIsBehindAndTheOthersNoticeNothing() {
        TestDevice stuck = TestDevice.synced(relay, "ben", "phone");
        TestDevice ben = TestDevice.synced(relay, "ben", "tablet");
        stuck.readOnly(0);
        anaWrites(3);
        pass(Duration.ofSeconds(1));
        assertEquals(upTo(3), ben.pushed());
        assertEquals(0, stuck.closedWith());
        stuck.readOnly(1_000);
        anaWrites(1);
        pass(Duration.ofSeconds(1));
        assertTrue(
                stuck.last(ServerFrame.Beat.class).newest() > 0, "told that it missed something");
        anaWrites(1);
        assertEquals(5L, stuck.pushed().getLast());
    }

    @Test
    void deviceThatDoesNotReadItsAnswersIsClosed() {
        ana.readOnly(0);
        ana.say(new ClientFrame.Sync(0));
        assertEquals(CloseCode.TRY_AGAIN_LATER, ana.closedWith());
    }

    @Test
    void pushesBeyondTheInboxAreDroppedAndHintedAt() {
        TestDevice ben = TestDevice.synced(relay, "ben", "phone");
        ben.say(new ClientFrame.Credit(0, Limits.CREDIT_MAX));
        for (int i = 0; i <= Inbox.PUSHES_MAX; i++) {
            ana.whisper(ana.next(PAIR, new EventBody.Message("x")));
            ana.settleAlone();
        }
        ben.forget();
        relay.settle();
        assertEquals(1, ben.heard(ServerFrame.Beat.class).size(), "one hint");
    }

    @Test
    void newMemberSeesNothingFromBeforeItsInvitation() {
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.write(TEAM, "secret");
        cleo.say(new ClientFrame.Fetch(TEAM, 1, 9));
        assertEquals(
                new ServerFrame.Fault(Refusal.NOT_A_MEMBER.code(), TEAM),
                cleo.last(ServerFrame.Fault.class));
        ana.say(ana.next(TEAM, new EventBody.Invited(CLEO)));
        ana.write(TEAM, "welcome");
        pass(TOLD);
        assertEquals(List.of(3L, 4L), cleo.pushed());
        Register.Info info = cleo.register(Register.Info.class, "info/" + TEAM).orElseThrow();
        assertEquals(3, info.floor());
        assertEquals(1, info.floorCount());
        assertEquals(3, info.members().size());
        cleo.forget();
        cleo.say(new ClientFrame.Fetch(TEAM, 1, 4));
        ServerFrame.Page page = cleo.last(ServerFrame.Page.class);
        assertEquals(3, page.from());
        assertEquals(4, page.to());
        assertEquals(4, page.head());
    }

    @Test
    void pushNeverShowsANewMemberWhatCameBeforeInTheSameRound() {
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ana.whisper(ana.next(TEAM, new EventBody.Message("secret")));
        ana.whisper(ana.next(TEAM, new EventBody.Invited(CLEO)));
        relay.settle();
        pass(Duration.ofSeconds(1));
        assertEquals(upTo(3), ana.pushed());
        assertEquals(List.of(), cleo.pushed());
        assertEquals(3, cleo.register(Register.Head.class, "head/" + TEAM).orElseThrow().seq());
    }

    @Test
    void whoLeftHearsNothingOfWhatFollows() {
        TestDevice ben = TestDevice.synced(relay, "ben", "phone");
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ben.say(ben.next(TEAM, new EventBody.Left()));
        pass(TOLD);
        Register.Info info = ben.register(Register.Info.class, "info/" + TEAM).orElseThrow();
        assertTrue(info.left());
        ben.forget();
        ana.write(TEAM, "without ben");
        pass(Duration.ofSeconds(1));
        assertEquals(List.of(), ben.heard());
        assertEquals(2, register(BEN, Register.Head.class, "head/" + TEAM).seq());
        ben.say(new ClientFrame.Fetch(TEAM, 1, 9));
        assertEquals(2, ben.last(ServerFrame.Page.class).to());
        ben.say(ben.next(TEAM, new EventBody.Message("hello?")));
        assertEquals(Refusal.NOT_A_MEMBER.code(), ben.last(ServerFrame.Refused.class).code());
    }

    @Test
    void fetchAnswersWithTheUpperPart() {
        anaWrites(20);
        ana.forget();
        ana.say(new ClientFrame.Fetch(PAIR, 3, 7));
        ServerFrame.Page page = assertInstanceOf(ServerFrame.Page.class, ana.heard().getFirst());
        assertEquals(3, page.from());
        assertEquals(7, page.to());
        assertEquals(20, page.head());
        assertFalse(page.push());
    }
}
