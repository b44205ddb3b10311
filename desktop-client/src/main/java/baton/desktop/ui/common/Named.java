package baton.desktop.ui.common;

import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/// Controls that show an icon only: a tooltip says their name to whoever sees, the accessible text
/// to whoever does not. FX thread.
public final class Named {
    private Named() {}

    public static void by(String words, Control control) {
        control.setAccessibleText(words);
        control.setTooltip(new Tooltip(words));
    }
}
