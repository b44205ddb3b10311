package baton.desktop.ui.devices;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.runtime.SyncStatus.Phase;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.devices.DeviceCard.Tone;
import baton.desktop.ui.notices.Notice;
import baton.model.DeviceId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The cards of the devices pane. Of this device it knows all from its own status; of the others
/// what they last reported to the relay. FX thread.
public final class DevicesViewModel {
    private final Texts texts;
    private final Times times;
    private final ObservableList<DeviceCard> cards = FXCollections.observableArrayList();

    /// The most that was pending since a device was last current: what its bar counts from.
    private final Map<DeviceId, Long> peaks = new HashMap<>();

    private List<DeviceRow> rows = List.of();
    private SyncStatus status;

    public DevicesViewModel(Texts texts, Times times, SyncStatus status) {
        this.texts = texts;
        this.times = times;
        this.status = status;
    }

    /// This device first.
    public ObservableList<DeviceCard> cards() {
        return cards;
    }

    public void show(List<DeviceRow> now) {
        rows = List.copyOf(now);
        rows.forEach(this::notePeak);
        refresh();
    }

    public void show(SyncStatus now) {
        status = now;
        refresh();
    }

    private void notePeak(DeviceRow row) {
        if (row.pending() == 0) {
            peaks.remove(row.id());
        } else {
            peaks.merge(row.id(), row.pending(), Math::max);
        }
    }

    private void refresh() {
        List<DeviceCard> next =
                rows.stream().map(row -> row.thisDevice() ? here(row) : elsewhere(row)).toList();
        if (!next.equals(cards)) {
            cards.setAll(next);
        }
    }

    private DeviceCard here(DeviceRow row) {
        String counts = counts(status.pendingIn(), status.pendingOut());
        return switch (status.link()) {
            case Link.Online online when status.isCurrent() ->
                    card(row, Tone.OK, current(status.currentAsOf()), counts);
            case Link.Online online ->
                    catchingUp(row, status.pendingIn(), status.pendingOut(), ownProgress());
            case Link.Connecting connecting ->
                    card(row, Tone.WARN, texts.get("devices.connecting"), counts);
            case Link.Offline offline ->
                    card(row, Tone.OFF, since("devices.offline-since", offline.since()), counts);
            case Link.Stopped stopped ->
                    card(row, Tone.OFF, Notice.of(stopped.code(), texts).title(), counts);
        };
    }

    private DeviceCard elsewhere(DeviceRow row) {
        String counts = counts(row.pending(), row.outgoing());
        if (!row.online()) {
            String state =
                    row.at().equals(Instant.EPOCH)
                            ? texts.get("devices.off")
                            : since("devices.off-since", row.at());
            return card(row, Tone.OFF, state, counts);
        }
        if (row.pending() == 0) {
            return card(row, Tone.OK, current(row.at()), counts);
        }
        long peak = peaks.getOrDefault(row.id(), row.pending());
        return catchingUp(row, row.pending(), row.outgoing(), 1 - (double) row.pending() / peak);
    }

    private double ownProgress() {
        SyncStatus.Work work = status.work();
        boolean counted = work.phase() != Phase.IDLE && work.total() > 0;
        return counted ? Math.min(1, (double) work.done() / work.total()) : 0;
    }

    private DeviceCard catchingUp(DeviceRow row, long pending, long outgoing, double progress) {
        String state =
                pending == 0
                        ? texts.get("devices.catching-up")
                        : texts.format("devices.catching-up-pending", pending);
        String counts = outgoing == 0 ? "" : texts.format("devices.outgoing", outgoing);
        return card(row, Tone.WARN, state, counts, progress);
    }

    private DeviceCard card(DeviceRow row, Tone tone, String state, String counts) {
        return card(row, tone, state, counts, DeviceCard.NO_PROGRESS);
    }

    private DeviceCard card(
            DeviceRow row, Tone tone, String state, String counts, double progress) {
        long outgoing = row.thisDevice() ? status.pendingOut() : row.outgoing();
        return new DeviceCard(
                row.id(),
                tone,
                row.name(),
                row.thisDevice(),
                state,
                counts,
                tone == Tone.OK ? "" : lastCurrent(row),
                outgoing,
                progress);
    }

    private String lastCurrent(DeviceRow row) {
        Instant at = row.thisDevice() ? status.currentAsOf() : row.currentAt();
        return at.equals(Instant.EPOCH) ? "" : since("devices.last-current", at);
    }

    private String counts(long pending, long outgoing) {
        return outgoing == 0
                ? texts.format("devices.pending", pending)
                : texts.format("devices.pending-and-outgoing", pending, outgoing);
    }

    private String current(Instant at) {
        if (at.equals(Instant.EPOCH)) {
            return texts.get("devices.current");
        }
        boolean today = times.day(at).equals(times.day(times.now()));
        String moment = today ? times.clockWithSeconds(at) : times.sentence(at);
        return texts.format("devices.current-as-of", moment);
    }

    private String since(String key, Instant at) {
        return texts.format(key, times.sentence(at));
    }
}
