package baton.desktop.demo.stage;

import baton.desktop.runtime.SyncStatus;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.status.PillViewModel;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// How one device stands: what its own window says of it, and whether it has a network. FX thread.
public final class DeviceStand {
    private final String name;
    private final String label;
    private final Texts texts;
    private final PillViewModel pill;
    private final ReadOnlyStringWrapper counts = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper plugged = new ReadOnlyBooleanWrapper(true);

    /// @param name as the script calls it
    /// @param label for people, for example `Ana · Laptop`
    public DeviceStand(String name, String label, Texts texts, Times times, SyncStatus status) {
        this.name = name;
        this.label = label;
        this.texts = texts;
        pill = new PillViewModel(texts, times, "", status);
        show(status);
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    /// Its state in words, and the colour of its dot.
    public PillViewModel pill() {
        return pill;
    }

    /// What it still has to get and to send.
    public ReadOnlyStringProperty countsProperty() {
        return counts.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty pluggedProperty() {
        return plugged.getReadOnlyProperty();
    }

    public void show(SyncStatus status) {
        pill.show(status);
        counts.set(texts.format("stage.counts", status.pendingIn(), status.pendingOut()));
    }

    void plug(boolean in) {
        plugged.set(in);
    }
}
