package baton.desktop.ui.common;

import javafx.scene.control.ToggleGroup;

/// A row of toggle buttons of which exactly one is chosen, always. FX thread.
public final class Segments {
    private Segments() {}

    /// Chooses a button again that was about to be switched off by a second click.
    public static void keepOne(ToggleGroup group) {
        group.selectedToggleProperty()
                .addListener((observed, was, now) -> {
                    if (now == null) {
                        group.selectToggle(was);
                    }
                });
    }
}
