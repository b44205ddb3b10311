package baton.desktop.ui.status;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.runtime.SyncStatus.Work;
import baton.desktop.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the sync bar says: what is being fetched, exactly how much of it, how fast and how long
/// still.
///
/// A stretch of work shorter than [#PATIENCE] never shows, and a pause shorter than that never
/// hides the bar, so that it does not flicker. FX thread.
public final class SyncBarViewModel {
    /// How long a change has to last before the bar appears or goes.
    public static final Duration PATIENCE = Duration.ofMillis(300);

    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper amount = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper rate = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper pausable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper paused = new ReadOnlyBooleanWrapper();
    private boolean working;
    private Instant changed = Instant.EPOCH;

    public SyncBarViewModel(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    /// Whether [#settle] has to be called again after [#PATIENCE], because the work has just begun
    /// or just ended.
    public ReadOnlyBooleanProperty undecidedProperty() {
        return undecided.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// `62,480 of 100,000 messages`
    public ReadOnlyStringProperty amountProperty() {
        return amount.getReadOnlyProperty();
    }

    /// `2,900/s`, or empty while unknown.
    public ReadOnlyStringProperty rateProperty() {
        return rate.getReadOnlyProperty();
    }

    /// `30 s left`, or empty while unknown.
    public ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Whether what is being fetched may wait.
    public ReadOnlyBooleanProperty pausableProperty() {
        return pausable.getReadOnlyProperty();
    }

    /// Whether it does.
    public ReadOnlyBooleanProperty pausedProperty() {
        return paused.getReadOnlyProperty();
    }

    /// From 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    public void show(SyncStatus status) {
        boolean works = status.link() instanceof Link.Online && status.work().phase() != Phase.IDLE;
        if (works != working) {
            working = works;
            changed = clock.instant();
        }
        if (works) {
            say(status.work());
        }
        settle();
    }

    /// Shows or hides the bar if the present state has lasted long enough.
    public void settle() {
        if (visible.get() != working
                && Duration.between(changed, clock.instant()).compareTo(PATIENCE) >= 0) {
            visible.set(working);
        }
        undecided.set(visible.get() != working);
    }

    private void say(Work work) {
        boolean list = work.phase() == Phase.LIST;
        pausable.set(work.phase() == Phase.HISTORY);
        paused.set(work.phase() == Phase.PAUSED);
        title.set(
                texts.get(
                        switch (work.phase()) {
                            case IDLE -> "status.phase.recent";
                            case LIST -> "status.phase.list";
                            case RECENT -> "status.phase.recent";
                            case HISTORY -> "status.phase.history";
                            case PAUSED -> "status.phase.paused";
                        }));
        amount.set(
                texts.format(
                        list ? "status.amount.entries" : "status.amount.messages",
                        work.done(),
                        work.total()));
        rate.set(
                work.perSecond() > 0 && !paused.get()
                        ? texts.format("status.rate", work.perSecond())
                        : "");
        boolean ends = work.left().isPositive() && !paused.get();
        left.set(ends ? timeLeft(work.left()) : "");
        progress.set(work.total() == 0 ? 0 : Math.min(1, (double) work.done() / work.total()));
    }

    private String timeLeft(Duration left) {
        long seconds = left.plusMillis(999).toSeconds();
        return seconds < 60
                ? texts.format("status.left.seconds", seconds)
                : texts.format("status.left.minutes", (seconds + 59) / 60);
    }
}
