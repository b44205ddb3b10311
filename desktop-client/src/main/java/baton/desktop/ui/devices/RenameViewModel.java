package baton.desktop.ui.devices;

import baton.desktop.runtime.AccountDevices;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.notices.LocalTrouble;
import baton.desktop.ui.notices.Notice;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.model.Refusal;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The new name of one device, typed in place of the old one. It stays open, with what was typed,
/// until the relay has it or the person gives up. FX thread; the relay is asked on another.
final class RenameViewModel {
    private final DeviceId device;
    private final AccountDevices devices;
    private final Threads threads;
    private final Texts texts;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String former = "";

    RenameViewModel(DeviceId device, AccountDevices devices, Threads threads, Texts texts) {
        this.device = device;
        this.devices = devices;
        this.threads = threads;
        this.texts = texts;
    }

    StringProperty textProperty() {
        return text;
    }

    ReadOnlyBooleanProperty openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void begin(String name) {
        former = name;
        text.set(name);
        problem.set("");
        open.set(true);
    }

    void cancel() {
        if (!busy.get()) {
            open.set(false);
        }
    }

    void save() {
        String name = text.get().strip();
        if (!open.get() || busy.get()) {
            return;
        }
        if (name.equals(former)) {
            open.set(false);
        } else if (name.isEmpty() || name.length() > Limits.NAME_CHARS_MAX) {
            answer(Optional.of(Refusal.NAME_MALFORMED.code()));
        } else {
            busy.set(true);
            problem.set("");
            threads.ask(
                    () -> devices.rename(device, name),
                    Optional.of(LocalTrouble.UNEXPECTED.code()),
                    this::answer);
        }
    }

    private void answer(Optional<String> trouble) {
        busy.set(false);
        problem.set(trouble.map(code -> Notice.of(code, texts).brief(texts)).orElse(""));
        open.set(trouble.isPresent());
    }
}
