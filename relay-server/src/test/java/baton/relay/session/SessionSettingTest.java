package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.model.Limits;
import baton.model.Rank;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.feed.AccountChanges;
import baton.relay.feed.Change;
import baton.relay.feed.MemoryAccountFeed;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionSettingTest extends SessionFixture {
    private static final String PINNED = "setting/pinned/" + PAIR;

    private final TestDevice laptop = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice phone = TestDevice.synced(other, "ana", "phone");

    private static ClientFrame.Set pin(long ticket, String value) {
        return new ClientFrame.Set(ticket, SettingNames.PINNED, PAIR.value(), value);
    }

    private void pass() {
        pass(Limits.BEAT);
    }

    @Test
    void settingStandsOnEveryDeviceBeforeItIsDone() {
        laptop.say(pin(3, "on"));
        pass();
        long revision = world.feed().newest(ANA);
        assertEquals(new ServerFrame.Done(3, "", revision), laptop.last(ServerFrame.Done.class));
        assertInstanceOf(ServerFrame.Feed.class, laptop.heard().getFirst());
        for (TestDevice device : List.of(laptop, phone)) {
            assertEquals(
                    "on", device.register(Register.Setting.class, PINNED).orElseThrow().value());
        }
    }

    @Test
    void whoSetsItLastDecides() {
        laptop.say(pin(1, "on"));
        phone.say(pin(1, "off"));
        laptop.say(pin(2, "on"));
        phone.say(pin(2, ""));
        assertEquals("", register(ANA, Register.Setting.class, PINNED).value());
    }

    @Test
    void whatTheStoreLostComesBackUnlessALaterOneStands() {
        laptop.say(pin(1, "on"));
        long lost = loseWhatThePhoneSets();
        TestDevice back = TestDevice.synced(relay, "ana", "laptop");
        back.say(pin(1, "older", lost - 1));
        assertEquals("on", register(ANA, Register.Setting.class, PINNED).value());
        back.say(pin(2, "off", lost));
        assertEquals("off", register(ANA, Register.Setting.class, PINNED).value());
        back.say(pin(3, ""));
        back.say(pin(4, "off", lost + 10));
        assertEquals("", register(ANA, Register.Setting.class, PINNED).value());
    }

    @Test
    void everybodyIsToldWhereASettingStandsInTheRelaysOrder() {
        laptop.say(pin(1, "on"));
        assertEquals(1, register(ANA, Register.Setting.class, PINNED).epoch());
        long lost = loseWhatThePhoneSets();
        TestDevice back = TestDevice.synced(relay, "ana", "laptop");
        back.say(pin(1, "off", lost));
        Register.Setting stands = back.register(Register.Setting.class, PINNED).orElseThrow();
        assertEquals(new Rank(1, lost), stands.written(world.feed().newest(ANA), 2));
        assertEquals("off", stands.value());
    }

    /// The phone sets "off", and the store forgets it.
    ///
    /// @return as which revision it stood
    private long loseWhatThePhoneSets() {
        MemoryAccountFeed earlier = world.feed().snapshot();
        phone.say(pin(1, "off"));
        long lost = world.feed().newest(ANA);
        world.feed().rollBack(earlier, ANA);
        world.cluster().raiseEpoch(0);
        return lost;
    }

    private static ClientFrame.Set pin(long ticket, String value, long revision) {
        return new ClientFrame.Set(ticket, SettingNames.PINNED, PAIR.value(), value, 1, revision);
    }

    @Test
    void settingThatArrivesBehindANewerConnectionOfItsDeviceChangesNothing() {
        laptop.say(pin(1, "on"));
        TestDevice again = TestDevice.synced(other, "ana", "laptop");
        again.say(pin(1, "off"));
        laptop.say(pin(1, "on"));
        assertEquals("off", register(ANA, Register.Setting.class, PINNED).value());
        assertEquals(CloseCode.REPLACED, laptop.closedWith());
    }

    @Test
    void settingAgainWhatStandsComesAfterWhatTheStoreLost() {
        laptop.say(pin(1, "on"));
        long lost = loseWhatThePhoneSets();
        TestDevice back = TestDevice.synced(relay, "ana", "laptop");
        back.say(pin(1, "on"));
        back.say(pin(2, "off", lost));
        assertEquals("on", register(ANA, Register.Setting.class, PINNED).value());
    }

    @Test
    void settingOfAnotherShapeIsRefusedAndTheSessionStays() {
        List<ClientFrame.Set> malformed =
                List.of(
                        new ClientFrame.Set(1, "Pinned", "", "on"),
                        new ClientFrame.Set(2, "", "", "on"),
                        new ClientFrame.Set(3, "pinned", "d:ben:ana", "on"),
                        new ClientFrame.Set(4, "pinned", "x", "on"),
                        new ClientFrame.Set(6, "pinned", "", "on", -1, 1),
                        new ClientFrame.Set(7, "pinned", "", "on", 2, 1),
                        new ClientFrame.Set(8, "pinned", "", "on", 1, Long.MAX_VALUE),
                        new ClientFrame.Set(
                                5, "pinned", "", "x".repeat(Limits.SETTING_CHARS_MAX + 1)));
        long newest = world.feed().newest(ANA);
        for (ClientFrame.Set set : malformed) {
            laptop.say(set);
            assertEquals(
                    new ServerFrame.Done(set.ticket(), Refusal.SETTING_MALFORMED.code(), 0),
                    laptop.last(ServerFrame.Done.class));
        }
        assertEquals(newest, world.feed().newest(ANA));
        assertEquals(0, laptop.closedWith());
    }

    @Test
    void accountKeepsSoManySettingsAndMayStillChangeThem() {
        List<Change> full = new ArrayList<>();
        for (int i = 0; i < Limits.SETTINGS_MAX; i++) {
            String scope = "g:k3v9x1p5q7r2s8" + String.format("%06d", i);
            full.add(new Change.Put(new Register.Setting("pinned", scope, "on")));
        }
        for (int from = 0; from < full.size(); from += AccountChanges.CHANGES_MAX) {
            List<Change> part = full.subList(from, from + AccountChanges.CHANGES_MAX);
            world.feed().write(List.of(new AccountChanges(ANA, part)));
        }
        laptop.say(pin(1, "on"));
        assertEquals(
                new ServerFrame.Done(1, Refusal.TOO_MANY_SETTINGS.code(), 0),
                laptop.last(ServerFrame.Done.class));
        laptop.say(new ClientFrame.Set(2, "pinned", "g:k3v9x1p5q7r2s8000007", ""));
        assertEquals("", laptop.last(ServerFrame.Done.class).code());
    }
}
