package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Typing and presence: what holds for the moment.
final class SessionMomentTest extends SessionFixture {
    private static final ClientFrame TYPES = new ClientFrame.Typing(PAIR, true);

    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(other, "ben", "phone");

    private void anaAndBenTalk() {
        ana.write(PAIR, "hello");
        pass(Duration.ofSeconds(1));
        ana.forget();
        ben.forget();
    }

    private static ClientFrame.Watch watch(AccountId... accounts) {
        return new ClientFrame.Watch(List.of(accounts));
    }

    private static ClientFrame.Beat beat() {
        return new ClientFrame.Beat(0, 0, 0, false);
    }

    private static ServerFrame.Present online(AccountId account) {
        return new ServerFrame.Present(account, true, Instant.EPOCH);
    }

    @Test
    void typingReachesTheOtherMembersDevicesOnEveryNode() {
        TestDevice tablet = TestDevice.synced(relay, "ben", "tablet");
        anaAndBenTalk();
        tablet.forget();
        ana.say(TYPES);
        pass(Duration.ofMillis(10));
        for (TestDevice device : List.of(ben, tablet)) {
            assertEquals(List.of(new ServerFrame.Typing(PAIR, ANA, true)), device.heard());
        }
        assertEquals(List.of(), ana.heard());
    }

    @Test
    void strangersTypingReachesNobody() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        anaAndBenTalk();
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        cleo.say(new ClientFrame.Typing(TEAM, true));
        cleo.say(TYPES);
        pass(Duration.ofMillis(10));
        assertEquals(List.of(), ana.heard(ServerFrame.Typing.class));
        assertEquals(0, cleo.closedWith());
    }

    @Test
    void typingInAConversationThatDoesNotExistReachesNobody() {
        ana.say(TYPES);
        pass(Duration.ofMillis(10));
        assertEquals(List.of(), ben.heard());
    }

    @Test
    void moreTypingThanAPersonCanIsDropped() {
        anaAndBenTalk();
        for (int i = 0; i < 5 * TypingHandling.TYPINGS_MAX; i++) {
            ana.say(TYPES);
        }
        other.settle();
        assertEquals(TypingHandling.TYPINGS_MAX, ben.heard(ServerFrame.Typing.class).size());
        ben.forget();
        pass(TypingHandling.PERIOD);
        ana.say(TYPES);
        other.settle();
        assertEquals(1, ben.heard(ServerFrame.Typing.class).size());
    }

    @Test
    void droppedTypingLeavesNobodyBehind() {
        anaAndBenTalk();
        ben.readOnly(0);
        ana.say(TYPES);
        other.settle();
        ben.readOnly(1_000);
        ana.write(PAIR, "more");
        pass(Duration.ofSeconds(1));
        assertEquals(List.of(2L), ben.pushed());
        assertEquals(List.of(), ben.heard(ServerFrame.Beat.class));
    }

    @Test
    void presenceIsThatOfAnyDeviceAndToldWhenItChanges() {
        anaAndBenTalk();
        TestDevice tablet = TestDevice.synced(relay, "ben", "tablet");
        ana.say(watch(BEN));
        assertEquals(
                new ServerFrame.Presence(List.of(online(BEN))),
                ana.last(ServerFrame.Presence.class));
        ben.unplug();
        ana.forget();
        ana.say(beat());
        assertEquals(List.of(), ana.heard(ServerFrame.Presence.class), "the tablet is there");
        tablet.unplug();
        Instant gone = clock.instant();
        ana.say(beat());
        assertEquals(
                new ServerFrame.Presence(List.of(new ServerFrame.Present(BEN, false, gone))),
                ana.last(ServerFrame.Presence.class));
        ana.forget();
        ana.say(beat());
        assertEquals(List.of(), ana.heard(ServerFrame.Presence.class));
    }

    @Test
    void presenceOfStrangersIsPassedOver() {
        TestDevice.synced(relay, "cleo", "phone");
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN, CLEO))));
        anaAndBenTalk();
        ana.say(watch(CLEO, BEN, ANA));
        assertEquals(List.of(online(BEN)), ana.last(ServerFrame.Presence.class).accounts());
    }

    @Test
    void whoHasSwitchedPresenceOffIsPassedOver() {
        anaAndBenTalk();
        ana.say(watch(BEN));
        ben.say(new ClientFrame.Set(1, SettingNames.PRESENCE, "", SettingNames.OFF));
        ana.say(beat());
        assertEquals(List.of(), ana.last(ServerFrame.Presence.class).accounts());
        ben.say(new ClientFrame.Set(2, SettingNames.PRESENCE, "", ""));
        ana.say(beat());
        assertEquals(List.of(online(BEN)), ana.last(ServerFrame.Presence.class).accounts());
    }

    @Test
    void watchingNobodyEndsIt() {
        anaAndBenTalk();
        ana.say(watch(BEN));
        ana.say(watch());
        assertEquals(List.of(), ana.last(ServerFrame.Presence.class).accounts());
        ben.unplug();
        ana.forget();
        ana.say(beat());
        assertEquals(List.of(), ana.heard(ServerFrame.Presence.class));
    }

    @Test
    void soManyAreWatchedAndNoMore() {
        anaAndBenTalk();
        List<AccountId> many = new ArrayList<>();
        for (int i = 0; i < Limits.WATCHED_MAX; i++) {
            many.add(new AccountId("person" + i));
        }
        many.add(BEN);
        ana.say(new ClientFrame.Watch(many));
        assertTrue(ana.last(ServerFrame.Presence.class).accounts().isEmpty());
        ana.say(new ClientFrame.Watch(many.reversed()));
        assertEquals(List.of(online(BEN)), ana.last(ServerFrame.Presence.class).accounts());
    }
}
