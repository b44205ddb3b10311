package baton.desktop.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.Tick;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.common.Texts;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WaitingViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private final SampleDevice device = new SampleDevice(NOON);
    private Instant now = NOON;
    private final WaitingViewModel model = new WaitingViewModel(Texts.of("en"), () -> now);

    private void link(Link link) {
        model.show(new SyncStatus(link, SyncStatus.Work.IDLE, NOON, 0, 0));
    }

    private void pending(Tick tick) {
        device.pending(SampleLife.OUTAGE, NOON, "text", tick, "");
        model.show(device.outbox());
    }

    @Test
    void whatGoesOutAtOnceIsNoNews() {
        link(new Link.Online(NOON));
        pending(Tick.WAITING);
        assertFalse(model.visibleProperty().get());
        assertTrue(model.undecidedProperty().get());
        now = NOON.plus(WaitingViewModel.PATIENCE);
        model.settle();
        assertTrue(model.visibleProperty().get());
        assertFalse(model.undecidedProperty().get());
        assertEquals("1 waits to go out", model.textProperty().get());
    }

    @Test
    void withoutConnectionItIsToldAtOnce() {
        link(new Link.Connecting(NOON));
        pending(Tick.WAITING);
        assertTrue(model.visibleProperty().get());
        assertFalse(model.alarmProperty().get());
    }

    @Test
    void whatWasNotSentIsToldUntilSomebodyDecides() {
        link(new Link.Online(NOON));
        pending(Tick.FAILED);
        assertEquals("1 was not sent", model.textProperty().get());
        assertTrue(model.alarmProperty().get());
        pending(Tick.WAITING);
        link(new Link.Connecting(NOON));
        assertEquals("1 waits to go out · 1 was not sent", model.textProperty().get());
        assertTrue(new WaitingViewModel(Texts.of("zh"), () -> now).textProperty().get().isEmpty());
    }

    @Test
    void whatTheRelayHasWaitsNoMore() {
        link(new Link.Connecting(NOON));
        pending(Tick.SENT);
        assertFalse(model.visibleProperty().get());
    }
}
