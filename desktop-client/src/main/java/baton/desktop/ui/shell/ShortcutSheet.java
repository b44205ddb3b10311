package baton.desktop.ui.shell;

import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// All keys and what they do, as a dialog above the window. FX thread.
final class ShortcutSheet {

    /// What the chosen message does with keys by itself.
    private static final List<Shortcut> ON_A_MESSAGE =
            List.of(
                    Shortcut.of("shortcuts.message.reply", KeyCode.R),
                    Shortcut.of("shortcuts.message.react", KeyCode.PLUS),
                    Shortcut.of("shortcuts.message.edit", KeyCode.E),
                    Shortcut.of("shortcuts.message.recall", KeyCode.DELETE),
                    Shortcut.of("shortcuts.message.reach", KeyCode.I),
                    Shortcut.of("shortcuts.message.copy", KeyCode.C, KeyCombination.SHORTCUT_DOWN),
                    Shortcut.of("shortcuts.message.select", KeyCode.SPACE),
                    Shortcut.of("shortcuts.message.stretch", KeyCode.UP, KeyCombination.SHIFT_DOWN),
                    Shortcut.of("shortcuts.message.menu", KeyCode.ENTER));

    /// What the composer does with keys by itself.
    private static final List<Shortcut> WHILE_WRITING =
            List.of(
                    Shortcut.of(
                            "shortcuts.composer.line", KeyCode.ENTER, KeyCombination.SHIFT_DOWN),
                    Shortcut.of("shortcuts.composer.edit-last", KeyCode.UP),
                    Shortcut.of(
                            "shortcuts.composer.anyway",
                            KeyCode.ENTER,
                            KeyCombination.SHORTCUT_DOWN),
                    Shortcut.of("shortcuts.composer.cancel", KeyCode.ESCAPE));

    private final UiContext context;
    private final Overlay overlay;
    private final Parent root;
    @FXML private ScrollPane scroll;
    @FXML private VBox everywhere;
    @FXML private VBox messages;
    @FXML private VBox composer;
    @FXML private Button done;

    ShortcutSheet(UiContext context, Overlay overlay) {
        this.context = context;
        this.overlay = overlay;
        root = context.views().load("ShortcutSheet", this);
    }

    @FXML
    private void initialize() {
        scroll.setAccessibleText(context.texts().get("shortcuts.title"));
        fill(messages, ON_A_MESSAGE);
        fill(composer, WHILE_WRITING);
        composer.getChildren().addFirst(row(sending()));
        done.setOnAction(event -> overlay.hide());
    }

    private Shortcut sending() {
        String send = "shortcuts.composer.send";
        return context.machine().settings().isSentByEnter()
                ? Shortcut.of(send, KeyCode.ENTER)
                : Shortcut.of(send, KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    }

    /// @param window what works everywhere in the window
    void show(List<Shortcut> window) {
        fill(everywhere, window);
        overlay.show(root, context.texts().get("shortcuts.title"), done, () -> {});
    }

    private void fill(VBox rows, List<Shortcut> shortcuts) {
        rows.getChildren().setAll(shortcuts.stream().map(this::row).toList());
    }

    private HBox row(Shortcut shortcut) {
        Label name = new Label(context.texts().get(shortcut.name()));
        name.getStyleClass().add("small");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label keys = new Label(shortcut.words());
        keys.getStyleClass().addAll("caption", "quiet", "key");
        keys.setMinWidth(Label.USE_PREF_SIZE);
        HBox row = new HBox(16, name, keys);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
