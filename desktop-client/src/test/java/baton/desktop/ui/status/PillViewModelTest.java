package baton.desktop.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.status.PillViewModel.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PillViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Link ONLINE = new Link.Online(NOON.minusSeconds(60));

    private Instant now = NOON;

    @Test
    void currentDeviceSaysAsOfWhen() {
        PillViewModel pill = pill("en", ONLINE, Work.IDLE);
        assertEquals("Current as of 11:59:55", pill.textProperty().get());
        assertEquals(Tone.OK, pill.toneProperty().get());
        assertFalse(pill.countingDownProperty().get());
        assertEquals("截至 11:59:55 已同步", pill("zh", ONLINE, Work.IDLE).textProperty().get());
    }

    @Test
    void deviceThatNeverCaughtUpClaimsNoTime() {
        SyncStatus status = new SyncStatus(ONLINE, Work.IDLE, Instant.EPOCH, 0, 0);
        PillViewModel pill = new PillViewModel(Texts.of("en"), times("en"), "relay", status);
        assertEquals("Current", pill.textProperty().get());
    }

    @Test
    void catchingUpSaysHowManyAreLeft() {
        Work work = new Work(Phase.RECENT, 88, 500, 0, Duration.ZERO);
        PillViewModel pill = pill("en", ONLINE, work);
        assertEquals("Catching up, 1,412 left", pill.textProperty().get());
        assertEquals(Tone.WARN, pill.toneProperty().get());
        assertEquals("正在同步，还剩 1,412 条", pill("zh", ONLINE, work).textProperty().get());
    }

    @Test
    void loadingTheListPromisesNoNumberOfMessages() {
        Work work = new Work(Phase.LIST, 3, 40, 0, Duration.ZERO);
        assertEquals("Catching up", pill("en", ONLINE, work).textProperty().get());
    }

    @Test
    void connectingSaysSo() {
        PillViewModel pill = pill("en", new Link.Connecting(NOON), Work.IDLE);
        assertEquals("Connecting…", pill.textProperty().get());
        assertFalse(pill.canTryNowProperty().get());
    }

    @Test
    void anotherKeyIsSaidInPlaceOfACountdownAndMayBeTriedAgain() {
        Link link = new Link.Offline(NOON, NOON.plusSeconds(3_600), "relay-key-changed");
        PillViewModel pill = pill("en", link, Work.IDLE);
        assertEquals("The relay has another key", pill.textProperty().get());
        assertTrue(pill.canTryNowProperty().get());
    }

    @Test
    void offlineCountsDownToTheNextTry() {
        Link link = new Link.Offline(NOON.minusSeconds(90), NOON.plusSeconds(8), "relay-stopping");
        PillViewModel pill = pill("en", link, Work.IDLE);
        assertEquals(
                "Offline since 11:58, next\u00a0try\u00a0in\u00a08\u00a0s",
                pill.textProperty().get());
        assertTrue(pill.countingDownProperty().get());
        assertTrue(pill.canTryNowProperty().get());
        now = NOON.plusMillis(5_500);
        pill.refresh();
        assertEquals(
                "Offline since 11:58, next\u00a0try\u00a0in\u00a03\u00a0s",
                pill.textProperty().get());
        now = NOON.plusSeconds(9);
        pill.refresh();
        assertEquals("Offline since 11:58, trying…", pill.textProperty().get());
    }

    @Test
    void offlineSinceAnotherDayNamesTheDay() {
        Link link =
                new Link.Offline(
                        Instant.parse("2026-11-22T18:40:00Z"),
                        NOON.plusSeconds(30),
                        "relay-unreachable");
        assertEquals(
                "Offline since Sun 18:40, next\u00a0try\u00a0in\u00a030\u00a0s",
                pill("en", link, Work.IDLE).textProperty().get());
    }

    @Test
    void stoppedSaysWhyAndTooltipSaysWhatToDo() {
        PillViewModel pill = pill("en", new Link.Stopped("device-signed-out"), Work.IDLE);
        assertEquals("Signed out", pill.textProperty().get());
        assertEquals(Tone.OFF, pill.toneProperty().get());
        assertFalse(pill.canTryNowProperty().get());
        assertTrue(pill.detailsProperty().get().contains("Sign in again"));
    }

    @Test
    void tooltipNamesRelayAndWhatWaits() {
        assertEquals(
                """
                Relay: ws://localhost:7340
                To this device: 1,412 messages pending
                From this device: 1 message waiting\
                """,
                pill("en", ONLINE, Work.IDLE).detailsProperty().get());
    }

    private PillViewModel pill(String language, Link link, Work work) {
        SyncStatus status = new SyncStatus(link, work, NOON.minusSeconds(5), 1_412, 1);
        return new PillViewModel(
                Texts.of(language), times(language), "ws://localhost:7340", status);
    }

    private Times times(String language) {
        return new Times(Texts.of(language), () -> now, () -> ZoneOffset.UTC);
    }
}
