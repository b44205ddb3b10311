package baton.desktop.ui.status;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The line above the status pill: how many messages wait, and how many were not sent. What goes
/// out within [#PATIENCE] is no news. FX thread.
final class WaitingViewModel {
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper alarm = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper visible = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper undecided = new ReadOnlyBooleanWrapper();
    private long waiting;
    private long failed;
    private Instant oldest = Instant.MAX;
    private boolean online;

    WaitingViewModel(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    void show(List<TimelineRow.Pending> outbox) {
        failed = outbox.stream().filter(row -> row.tick() == Tick.FAILED).count();
        waiting = outbox.stream().filter(row -> row.tick() == Tick.WAITING).count();
        oldest =
                outbox.stream()
                        .filter(row -> row.tick() == Tick.WAITING)
                        .map(TimelineRow.Pending::at)
                        .min(Instant::compareTo)
                        .orElse(Instant.MAX);
        settle();
    }

    void show(SyncStatus status) {
        online = status.link() instanceof Link.Online;
        settle();
    }

    /// Decides again as of this moment.
    void settle() {
        boolean late = waiting > 0 && !clock.instant().isBefore(oldest.plus(PATIENCE));
        boolean stuck = late || (waiting > 0 && !online);
        visible.set(failed > 0 || stuck);
        undecided.set(waiting > 0 && !stuck);
        alarm.set(failed > 0);
        text.set(
                Stream.of(
                                part("status.waiting", stuck ? waiting : 0),
                                part("status.failed", failed))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")));
    }

    private String part(String key, long count) {
        return count == 0 ? "" : texts.format(key, count);
    }

    /// `3 waiting · 1 not sent`
    ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// Whether a person has to decide something.
    ReadOnlyBooleanProperty alarmProperty() {
        return alarm.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty visibleProperty() {
        return visible.getReadOnlyProperty();
    }

    /// Whether [#settle] is to be called each second, because something may turn out to wait.
    ReadOnlyBooleanProperty undecidedProperty() {
        return undecided.getReadOnlyProperty();
    }
}
