package baton.desktop.ui.shell;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys and what they do.
///
/// @param name what they do, as the key of a text
/// @param keys any of them does it; the first is the one to tell people
record Shortcut(String name, List<KeyCombination> keys) {

    static Shortcut of(String name, KeyCode code, KeyCombination.Modifier... modifiers) {
        return new Shortcut(name, List.of(new KeyCodeCombination(code, modifiers)));
    }

    /// The same, also by another key.
    Shortcut or(KeyCode code, KeyCombination.Modifier... modifiers) {
        return new Shortcut(
                name,
                Stream.concat(keys.stream(), Stream.of(new KeyCodeCombination(code, modifiers)))
                        .toList());
    }

    boolean matches(KeyEvent event) {
        return keys.stream().anyMatch(one -> one.match(event));
    }

    /// The first as the system writes it: `Ctrl+K`. Its sign for Enter says nothing to most people.
    String words() {
        return keys.getFirst().getDisplayText().replace("↵", "Enter").replace("Escape", "Esc");
    }
}
