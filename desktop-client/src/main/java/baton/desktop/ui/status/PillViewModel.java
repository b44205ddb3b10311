package baton.desktop.ui.status;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import java.time.Duration;
import java.time.Instant;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the status pill says. It never claims to be current without saying since when, and never
/// says offline without saying when it tries again. FX thread.
public final class PillViewModel {

    /// The colour of the dot.
    public enum Tone {
        OK,
        WARN,
        OFF
    }

    private static final Duration HOUR = Duration.ofHours(1);

    private final Texts texts;
    private final Times times;
    private final String relay;
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.OFF);
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canTryNow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper countingDown = new ReadOnlyBooleanWrapper();
    private SyncStatus status;

    /// @param relay its address, for the tooltip
    public PillViewModel(Texts texts, Times times, String relay, SyncStatus status) {
        this.texts = texts;
        this.times = times;
        this.relay = relay;
        this.status = status;
        show(status);
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty textProperty() {
        return text.getReadOnlyProperty();
    }

    /// For the tooltip: relay, pending in and out, and why if it is not connected.
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /// Whether asking for a connection at once makes sense.
    public ReadOnlyBooleanProperty canTryNowProperty() {
        return canTryNow.getReadOnlyProperty();
    }

    /// Whether the text changes with time alone, so that [#refresh] is to be called each second.
    public ReadOnlyBooleanProperty countingDownProperty() {
        return countingDown.getReadOnlyProperty();
    }

    public void show(SyncStatus now) {
        status = now;
        refresh();
    }

    /// Says it again as of this moment.
    public void refresh() {
        tone.set(toneOf(status));
        text.set(sentence(status));
        details.set(tooltip(status));
        canTryNow.set(status.link() instanceof Link.Offline);
        countingDown.set(status.link() instanceof Link.Offline);
    }

    private static Tone toneOf(SyncStatus status) {
        return switch (status.link()) {
            case Link.Online online -> status.isCurrent() ? Tone.OK : Tone.WARN;
            case Link.Connecting connecting -> Tone.WARN;
            case Link.Offline offline -> Tone.OFF;
            case Link.Stopped stopped -> Tone.OFF;
        };
    }

    private String sentence(SyncStatus status) {
        return switch (status.link()) {
            case Link.Connecting connecting -> texts.get("status.connecting");
            case Link.Online online -> online(status);
            case Link.Offline offline -> offline(offline);
            case Link.Stopped stopped -> Notice.of(stopped.code(), texts).title();
        };
    }

    private String online(SyncStatus status) {
        if (status.isCurrent()) {
            return status.currentAsOf().equals(Instant.EPOCH)
                    ? texts.get("status.current")
                    : texts.format("status.current-as-of", moment(status.currentAsOf()));
        }
        if (status.work().phase() == Phase.PAUSED) {
            return texts.format("status.paused-left", status.pendingIn());
        }
        long left = status.work().phase() == Phase.LIST ? 0 : status.pendingIn();
        return left > 0
                ? texts.format("status.catching-up-left", left)
                : texts.get("status.catching-up");
    }

    private String offline(Link.Offline offline) {
        // When the next try is matters less than that somebody has to look.
        if (offline.code().equals(LocalTrouble.RELAY_KEY_CHANGED.code())) {
            return Notice.of(offline.code(), texts).title();
        }
        String since = times.sentence(offline.since());
        Duration wait = Duration.between(times.now(), offline.nextTry());
        // Rounded up: "in 0 s" would be a promise that has just been broken.
        long seconds = wait.isNegative() ? 0 : wait.plusMillis(999).toSeconds();
        if (seconds == 0) {
            return texts.format("status.offline-trying", since);
        }
        return wait.compareTo(HOUR) < 0
                ? texts.format("status.offline-next", since, seconds)
                : texts.format("status.offline", since);
    }

    private String tooltip(SyncStatus status) {
        String counts =
                texts.format("status.details", relay, status.pendingIn(), status.pendingOut());
        return switch (status.link()) {
            case Link.Offline offline -> counts + "\n" + because(offline.code());
            case Link.Stopped stopped -> counts + "\n" + because(stopped.code());
            case Link.Connecting connecting -> counts;
            case Link.Online online -> counts;
        };
    }

    private String because(String code) {
        return Notice.of(code, texts).paragraph(texts);
    }

    private String moment(Instant at) {
        boolean today = times.day(at).equals(times.day(times.now()));
        return today ? times.clockWithSeconds(at) : times.sentence(at);
    }
}
