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
    }

    public void show(Tick tick) {
        if (tick == shown) {
            return;
        }
        getStyleClass().remove(styleOf(shown));
        shown = tick;
        setManaged(tick != Tick.NONE);
        if (tick == Tick.NONE) {
            // Empty instead of invisible: JavaFX leaves out invisible nodes when it applies styles,
            // and one that comes back while its row is reused may keep the width of no style.
            resize(0, 0);
        } else {
            getStyleClass().add(styleOf(tick));
            // Now and not with the next pulse, which passes by the reused rows of a list.
            applyCss();
        }
    }

    private static String styleOf(Tick tick) {
        return tick.name().toLowerCase(Locale.ROOT);
    }
}
