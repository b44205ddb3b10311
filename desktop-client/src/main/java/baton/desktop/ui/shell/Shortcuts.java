package baton.desktop.ui.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window. FX thread.
final class Shortcuts {
    private final Map<Shortcut, Runnable> actions = new LinkedHashMap<>();

    void put(Shortcut shortcut, Runnable action) {
        actions.put(shortcut, action);
    }

    /// In the order in which they were put.
    List<Shortcut> all() {
        return List.copyOf(actions.keySet());
    }

    /// Carries out what the key stands for and consumes it; leaves other keys alone.
    void handle(KeyEvent event) {
        actions.forEach((shortcut, action) -> {
            if (!event.isConsumed() && shortcut.matches(event)) {
                event.consume();
                action.run();
            }
        });
    }
}
