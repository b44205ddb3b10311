package baton.desktop.ui.common;

import baton.desktop.store.Tick;
import java.util.Locale;
import javafx.scene.layout.Region;

/// How far a message of one's own has come, drawn as a shape: clock, ✓, ✓✓, ✓✓ in colour,
/// exclamation mark. Takes no room for messages of others. The row around it says the same in
/// words.
public final class TickMark extends Region {
    private Tick shown = Tick.NONE;

    public TickMark() {
        getStyleClass().add("tick");
        setManaged(false);
        setVisible(false);
    }

    public void show(Tick tick) {
        getStyleClass().remove(styleOf(shown));
        shown = tick;
        boolean visible = tick != Tick.NONE;
        setManaged(visible);
        setVisible(visible);
        if (visible) {
            getStyleClass().add(styleOf(tick));
        }
    }

    private static String styleOf(Tick tick) {
        return tick.name().toLowerCase(Locale.ROOT);
    }
}
