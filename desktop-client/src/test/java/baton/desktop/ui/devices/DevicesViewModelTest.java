package baton.desktop.ui.devices;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.devices.DeviceCard.Tone;
import baton.model.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class DevicesViewModelTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");
    private static final DeviceId LAPTOP = new DeviceId("laptop");

    private final DevicesViewModel devices = viewModel("en");

    @Test
    void thisDeviceSpeaksFromItsOwnStatus() {
        devices.show(List.of(row("desk1", true, true, 77, 0)));
        assertEquals(
                new DeviceCard(
                        new DeviceId("desk1"),
                        Tone.OK,
                        "desk1",
                        true,
                        "Current as of 10:33:05",
                        "0 pending · 1 going out",
                        "",
                        1,
                        DeviceCard.NO_PROGRESS),
                devices.cards().getFirst());
    }

    @Test
    void thisDeviceShowsItsOwnProgress() {
        devices.show(List.of(row("desk1", true, true, 0, 0)));
        Work work = new Work(Phase.HISTORY, 40, 100, 0, Duration.ZERO);
        devices.show(new SyncStatus(new Link.Online(NOW), work, NOW, 60, 0));
        DeviceCard card = devices.cards().getFirst();
        assertEquals("Catching up · 60 pending", card.state());
        assertEquals(0.4, card.progress(), 1e-9);
    }

    @Test
    void otherDeviceFillsItsBarFromTheMostItHadPending() {
        devices.show(List.of(row("laptop", false, true, 2_000, 0)));
        devices.show(List.of(row("laptop", false, true, 412, 0)));
        DeviceCard card = devices.cards().getFirst();
        assertEquals(Tone.WARN, card.tone());
        assertEquals("Catching up · 412 pending", card.state());
        assertEquals(0.794, card.progress(), 1e-9);
    }

    @Test
    void deviceThatCaughtUpStartsItsNextBarAtNothing() {
        devices.show(List.of(row("laptop", false, true, 2_000, 0)));
        devices.show(List.of(row("laptop", false, true, 0, 0)));
        assertEquals("Current as of 10:33:05", devices.cards().getFirst().state());
        devices.show(List.of(row("laptop", false, true, 3, 0)));
        assertEquals(0, devices.cards().getFirst().progress(), 1e-9);
    }

    @Test
    void deviceThatIsOffSaysSinceWhenAndWhatWaitsForIt() {
        Instant tuesday = Instant.parse("2026-11-24T18:40:00Z");
        DeviceRow home =
                new DeviceRow(
                        LAPTOP,
                        "Home",
                        "linux",
                        false,
                        false,
                        1_204,
                        0,
                        tuesday,
                        tuesday.minusSeconds(60));
        devices.show(List.of(home));
        DeviceCard card = devices.cards().getFirst();
        assertEquals(Tone.OFF, card.tone());
        assertEquals("Off since Tue 18:40", card.state());
        assertEquals("1,204 pending", card.counts());
        assertEquals("Last current Tue 18:39", card.last());
        DevicesViewModel chinese = viewModel("zh");
        chinese.show(List.of(home));
        assertEquals("1,204 条待接收", chinese.cards().getFirst().counts());
    }

    @Test
    void deviceThatWasNeverCurrentDoesNotSaySinceWhen() {
        devices.show(
                List.of(
                        new DeviceRow(
                                LAPTOP, "New", "linux", false, true, 9, 2, NOW, Instant.EPOCH)));
        assertEquals("", devices.cards().getFirst().last());
        assertEquals(2, devices.cards().getFirst().outgoing());
    }

    @Test
    void signedOutDeviceSaysSo() {
        devices.show(List.of(row("desk1", true, true, 0, 0)));
        Link stopped = new Link.Stopped("device-signed-out");
        devices.show(new SyncStatus(stopped, Work.IDLE, NOW, 0, 0));
        assertEquals("Signed out", devices.cards().getFirst().state());
    }

    private static DevicesViewModel viewModel(String language) {
        Texts texts = Texts.of(language);
        SyncStatus status = new SyncStatus(new Link.Online(NOW), Work.IDLE, NOW, 0, 1);
        return new DevicesViewModel(
                texts, new Times(texts, () -> NOW, () -> ZoneOffset.UTC), status);
    }

    private static DeviceRow row(
            String id, boolean here, boolean online, long pending, long outgoing) {
        return new DeviceRow(
                new DeviceId(id), id, "linux", here, online, pending, outgoing, NOW, NOW);
    }
}
