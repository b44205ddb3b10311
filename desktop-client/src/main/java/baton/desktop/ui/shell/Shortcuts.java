package baton.desktop.ui.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The keys that work everywhere in the window. FX thread.
final class Shortcuts {
    private final Map<KeyCombination, Runnable> actions = new LinkedHashMap<>();

    void put(Runnable action, KeyCode code, KeyCombination.Modifier... modifiers) {
        actions.put(new KeyCodeCombination(code, modifiers), action);
    }

    /// Carries out what the key stands for and consumes it; leaves other keys alone.
    void handle(KeyEvent event) {
        actions.forEach((keys, action) -> {
            if (!event.isConsumed() && keys.match(event)) {
                event.consume();
                action.run();
            }
        });
    }
}
