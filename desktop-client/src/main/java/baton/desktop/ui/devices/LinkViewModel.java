package baton.desktop.ui.devices;

import baton.desktop.runtime.AccountDevices;
import baton.desktop.runtime.AccountDevices.Invitation;
import baton.desktop.runtime.DeviceLink;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The code that links one more device: asked for, shown until its time is over, and what became of
/// it. The time left is counted on this device's own clock. FX thread; the relay is asked on
/// another.
final class LinkViewModel {
    private final AccountDevices devices;
    private final Threads threads;
    private final Texts texts;
    private final InstantSource clock;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Asking());
    private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
    private final Set<DeviceId> known = new HashSet<>();
    private Instant end = Instant.EPOCH;

    sealed interface State {
        record Asking() implements State {}

        record Open(DeviceLink link) implements State {}

        record Expired() implements State {}

        /// @param name what the new device is called
        record Linked(String name) implements State {}

        /// @param sentences what went wrong and what to do
        record Failed(String sentences) implements State {}
    }

    /// @param before the devices that there are already
    LinkViewModel(
            AccountDevices devices,
            Threads threads,
            Texts texts,
            InstantSource clock,
            List<DeviceRow> before) {
        this.devices = devices;
        this.threads = threads;
        this.texts = texts;
        this.clock = clock;
        before.forEach(row -> known.add(row.id()));
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How long the code is good for, in words; empty unless one is open.
    ReadOnlyStringProperty leftProperty() {
        return left.getReadOnlyProperty();
    }

    /// Asks for a code, in place of the one that is shown.
    void ask() {
        state.set(new State.Asking());
        left.set("");
        threads.ask(
                devices::invite, new Invitation.Failed(LocalTrouble.UNEXPECTED.code()), this::show);
    }

    private void show(Invitation invitation) {
        switch (invitation) {
            case Invitation.Open open -> {
                end = clock.instant().plus(open.left());
                state.set(new State.Open(open.link()));
                tick();
            }
            case Invitation.Failed failed ->
                    state.set(new State.Failed(Notice.of(failed.code(), texts).brief(texts)));
        }
    }

    /// Called about once a second.
    void tick() {
        if (!(state.get() instanceof State.Open)) {
            return;
        }
        Duration rest = Duration.between(clock.instant(), end);
        if (rest.isPositive()) {
            String minutes = "%d:%02d".formatted(rest.toMinutes(), rest.toSecondsPart());
            left.set(texts.format("devices.link.left", minutes));
        } else {
            left.set("");
            state.set(new State.Expired());
        }
    }

    /// Notices that a device has come while the code was shown.
    void show(List<DeviceRow> rows) {
        Optional<DeviceRow> fresh =
                rows.stream().filter(row -> !known.contains(row.id())).findFirst();
        if (fresh.isPresent()) {
            known.addAll(rows.stream().map(DeviceRow::id).collect(Collectors.toSet()));
            left.set("");
            state.set(new State.Linked(fresh.get().name()));
        }
    }
}
