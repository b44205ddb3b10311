package baton.desktop.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import baton.desktop.store.DeviceRow;
import baton.desktop.ui.SampleDevices;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.devices.LinkViewModel.State;
import baton.model.DeviceId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LinkViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");

    private final SampleDevices account = new SampleDevices();
    private final Queue<Runnable> network = new ArrayDeque<>();
    private Instant now = NOW;
    private final LinkViewModel link =
            new LinkViewModel(
                    account,
                    new Threads(network::add, Runnable::run),
                    Texts.of("en"),
                    () -> now,
                    List.of(row("desk", "Desk")));

    @Test
    void codeIsShownWithTheTimeThatIsLeft() {
        link.ask();
        assertInstanceOf(State.Asking.class, state());
        network.remove().run();
        State.Open open = assertInstanceOf(State.Open.class, state());
        assertEquals(SampleDevices.CODE, open.link().code());
        assertEquals("Good for 5:00 more", link.leftProperty().get());
        now = now.plusSeconds(241);
        link.tick();
        assertEquals("Good for 0:59 more", link.leftProperty().get());
    }

    @Test
    void codeGoesWhenItsTimeIsOver() {
        link.ask();
        network.remove().run();
        now = now.plus(SampleDevices.LEFT);
        link.tick();
        assertEquals(new State.Expired(), state());
        assertEquals("", link.leftProperty().get());
        link.ask();
        network.remove().run();
        assertInstanceOf(State.Open.class, state());
        assertEquals(List.of("invite", "invite"), account.asked());
    }

    @Test
    void deviceThatComesIsNamedAndOthersAreNot() {
        link.ask();
        network.remove().run();
        link.show(List.of(row("desk", "Desk, renamed")));
        assertInstanceOf(State.Open.class, state());
        link.show(List.of(row("desk", "Desk"), row("phone", "Phone")));
        assertEquals(new State.Linked("Phone"), state());
        now = now.plus(SampleDevices.LEFT);
        link.tick();
        assertEquals(new State.Linked("Phone"), state());
    }

    @Test
    void relayThatSaysNoIsExplained() {
        account.fail("too-many-tries");
        link.ask();
        network.remove().run();
        State.Failed failed = assertInstanceOf(State.Failed.class, state());
        assertEquals(
                "The relay saw too many attempts in a short time and pauses. Wait a minute, then"
                        + " try again.",
                failed.sentences());
    }

    private State state() {
        return link.stateProperty().get();
    }

    private static DeviceRow row(String id, String name) {
        return new DeviceRow(new DeviceId(id), name, "linux", false, true, 0, 0, NOW, NOW);
    }
}
