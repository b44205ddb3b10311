package baton.desktop.ui.common;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.TilePane;

/// The common emoji in rows of eight: by mouse, or arrows and Enter. FX thread.
public final class EmojiPicker {
    private static final int COLUMNS = 8;
    private static final double SIZE = 20;

    private final Popover popover = new Popover();
    private final TilePane grid = new TilePane();
    private final List<Button> buttons = new ArrayList<>();
    private Consumer<String> chosen = emoji -> {};

    public EmojiPicker(Texts texts) {
        grid.setPrefColumns(COLUMNS);
        grid.setAccessibleText(texts.get("emoji.pick"));
        for (String emoji : Emoji.COMMON) {
            Button button = button(emoji, SIZE);
            button.setOnAction(event -> pick(emoji));
            buttons.add(button);
        }
        grid.getChildren().setAll(buttons);
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    /// A button that shows nothing but an emoji.
    public static Button button(String emoji, double size) {
        Button button = new Button("", Emoji.draw(emoji, size));
        button.getStyleClass().setAll("button", "icon-button", "emoji-button");
        button.setAccessibleText(emoji);
        return button;
    }

    /// @param choose gets the emoji unless a person thinks better of it
    public void show(Node near, Consumer<String> choose) {
        chosen = choose;
        popover.show(near, grid, buttons.getFirst());
    }

    private void pick(String emoji) {
        popover.hide();
        chosen.accept(emoji);
    }

    private void onKey(KeyEvent event) {
        int at = buttons.indexOf(event.getTarget());
        int step = stepOf(event.getCode());
        if (at < 0 || step == 0) {
            return;
        }
        event.consume();
        buttons.get(Math.clamp(at + step, 0, buttons.size() - 1)).requestFocus();
    }

    private static int stepOf(KeyCode key) {
        return switch (key) {
            case LEFT -> -1;
            case RIGHT -> 1;
            case UP -> -COLUMNS;
            case DOWN -> COLUMNS;
            default -> 0;
        };
    }
}
