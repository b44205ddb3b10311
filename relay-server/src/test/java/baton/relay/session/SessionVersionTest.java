package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.Refusal;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A device of version 1 beside newer ones.
final class SessionVersionTest extends SessionFixture {
    private final TestDevice old = TestDevice.synced(relay, "ana", "laptop", 1);
    private final TestDevice young = TestDevice.synced(relay, "ana", "phone", 2);
    private final TestDevice ben = TestDevice.synced(other, "ben", "phone", 2);

    @Test
    void welcomeNamesTheVersionThatIsSpoken() {
        TestDevice device = TestDevice.connected(relay, "cleo", "phone", 1);
        assertEquals(1, device.last(ServerFrame.Welcome.class).version());
    }

    @Test
    void deviceOfVersionOneHearsNoFrameThatItDoesNotKnow() {
        ben.write(PAIR, "hello");
        pass(Duration.ofSeconds(1));
        old.forget();
        young.forget();
        ben.say(new ClientFrame.Typing(PAIR, true));
        relay.settle();
        assertEquals(1, young.heard(ServerFrame.Typing.class).size());
        assertEquals(List.of(), old.heard());
    }

    @Test
    void deviceOfVersionOneGetsTheRegistersAndBodiesOfLaterOnes() {
        young.say(new ClientFrame.Set(1, SettingNames.PINNED, PAIR.value(), SettingNames.ON));
        assertTrue(
                old.heard(ServerFrame.Feed.class).stream()
                        .flatMap(feed -> feed.registers().stream())
                        .anyMatch(r -> r.register().key().equals("setting/pinned/" + PAIR)));
        ben.write(PAIR, "hello");
        pass(Duration.ofSeconds(1));
        ben.write(PAIR, "the route is known");
        relay.settle();
        assertEquals(List.of(2L), old.pushed());
    }

    @Test
    void frameOfALaterVersionEndsTheSession() {
        old.say(new ClientFrame.Typing(PAIR, true));
        assertEquals(
                new ServerFrame.Bye(Refusal.FRAME_MALFORMED.code(), 0),
                old.last(ServerFrame.Bye.class));
        assertEquals(1008, old.closedWith());
    }
}
