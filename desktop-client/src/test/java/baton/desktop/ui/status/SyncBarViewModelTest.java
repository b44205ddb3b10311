package baton.desktop.ui.status;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SyncBarViewModelTest {
    private static final Instant START = Instant.parse("2026-11-24T12:00:00Z");
    private static final Work HISTORY =
            new Work(Phase.HISTORY, 62_480, 100_000, 2_900, Duration.ofSeconds(30));

    private Instant now = START;
    private final SyncBarViewModel bar = new SyncBarViewModel(Texts.of("en"), () -> now);

    @Test
    void saysExactlyHowFarItIs() {
        bar.show(status(HISTORY));
        assertEquals("Loading history", bar.titleProperty().get());
        assertEquals("62,480 of 100,000 messages", bar.amountProperty().get());
        assertEquals("2,900/s", bar.rateProperty().get());
        assertEquals("30 s left", bar.leftProperty().get());
        assertEquals(0.6248, bar.progressProperty().get(), 1e-9);
    }

    @Test
    void onlyHistoryMayWaitAndSaysSo() {
        bar.show(status(HISTORY));
        assertTrue(bar.pausableProperty().get());
        bar.show(status(new Work(Phase.PAUSED, 62_480, 100_000, 900, Duration.ofSeconds(30))));
        assertEquals("History is paused", bar.titleProperty().get());
        assertEquals("", bar.leftProperty().get());
        assertTrue(bar.pausedProperty().get());
        assertFalse(bar.pausableProperty().get());
        bar.show(status(new Work(Phase.RECENT, 1, 2, 0, Duration.ZERO)));
        assertFalse(bar.pausableProperty().get() || bar.pausedProperty().get());
    }

    @Test
    void listCountsEntriesAndUnknownRateIsLeftOut() {
        bar.show(status(new Work(Phase.LIST, 3, 40, 0, Duration.ZERO)));
        assertEquals("3 of 40 entries", bar.amountProperty().get());
        assertEquals("", bar.rateProperty().get());
        assertEquals("", bar.leftProperty().get());
    }

    @Test
    void longWaitsAreCountedInMinutesRoundedUp() {
        bar.show(status(new Work(Phase.RECENT, 1, 9, 1, Duration.ofSeconds(61))));
        assertEquals("2 min left", bar.leftProperty().get());
    }

    @Test
    void stretchShorterThanPatienceNeverShows() {
        bar.show(status(HISTORY));
        assertTrue(bar.undecidedProperty().get());
        now = START.plusMillis(299);
        bar.settle();
        assertFalse(bar.visibleProperty().get());
        bar.show(status(Work.IDLE));
        now = START.plusSeconds(5);
        bar.settle();
        assertFalse(bar.visibleProperty().get());
        assertFalse(bar.undecidedProperty().get());
    }

    @Test
    void longStretchShowsOnceAndOutlastsShortPause() {
        bar.show(status(HISTORY));
        now = START.plusMillis(300);
        bar.settle();
        assertTrue(bar.visibleProperty().get());
        bar.show(status(Work.IDLE));
        assertTrue(bar.visibleProperty().get());
        now = START.plusMillis(500);
        bar.show(status(HISTORY));
        assertTrue(bar.visibleProperty().get());
        bar.show(status(Work.IDLE));
        now = START.plusMillis(800);
        bar.settle();
        assertFalse(bar.visibleProperty().get());
    }

    @Test
    void lostConnectionHidesTheBar() {
        bar.show(status(HISTORY));
        now = START.plusMillis(300);
        bar.settle();
        bar.show(new SyncStatus(new Link.Connecting(now), HISTORY, START, 1, 0));
        now = START.plusMillis(700);
        bar.settle();
        assertFalse(bar.visibleProperty().get());
    }

    private static SyncStatus status(Work work) {
        return new SyncStatus(new Link.Online(START), work, START, work.remaining(), 0);
    }
}
