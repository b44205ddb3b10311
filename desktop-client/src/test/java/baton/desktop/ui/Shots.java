package baton.desktop.ui;

import baton.desktop.ui.common.Theme;
import java.nio.file.Path;
import java.util.Locale;

/// Pictures in one look and language, in one folder.
record Shots(Theme.Choice look, String language, Path folder) {

    /// The file of a picture: `NAME-LOOK-LANGUAGE.png`.
    Path file(String name) {
        return folder.resolve(
                name + "-" + look.name().toLowerCase(Locale.ROOT) + "-" + language + ".png");
    }

    SampleWindow window(SampleDevice device) {
        return SampleWindow.of(device, language, look, 1100);
    }
}
