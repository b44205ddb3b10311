package baton.desktop.ui.settings;

import baton.desktop.ui.common.View;
import java.util.function.Supplier;
import org.kordamp.ikonli.Ikon;

/// One page of the settings. Any feature may make its own; wiring hands it in.
///
/// @param name `settings.section.NAME` is the text of its title
/// @param page made on the FX thread when it is first chosen; open while it is on the screen
public record SettingsSection(String name, Ikon icon, Supplier<View> page) {

    String key() {
        return "settings.section." + name;
    }
}
