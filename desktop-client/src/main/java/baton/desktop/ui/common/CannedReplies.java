package baton.desktop.ui.common;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.model.SettingNames;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The canned replies as they stand, while it is open. FX thread.
public final class CannedReplies {
    private final UiContext context;
    private final ReadOnlyObjectWrapper<List<CannedReply>> all =
            new ReadOnlyObjectWrapper<>(List.of());

    public CannedReplies(UiContext context) {
        this.context = context;
    }

    /// Follows what is set here and on other devices, until the pin is closed.
    public Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(
                context.hints()
                        .listen(hint -> {
                            if (hint instanceof Hint.Settings(String name, String _)
                                    && name.startsWith(SettingNames.REPLY)) {
                                read(lane);
                            }
                        }));
        read(lane);
        return pins;
    }

    private void read(Reads.Lane lane) {
        lane.read(() -> CannedReply.among(context.store().settings()), all::set);
    }

    /// By name.
    public ReadOnlyObjectProperty<List<CannedReply>> allProperty() {
        return all.getReadOnlyProperty();
    }
}
