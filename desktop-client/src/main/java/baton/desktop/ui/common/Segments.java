package baton.desktop.ui.common;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

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

    /// Fills a row with a button for each value.
    ///
    /// @param row of the style class `segments`
    /// @param keys of the buttons' texts: followed by the value's name in small letters, `_` as `-`
    /// @param chosen the one that stands
    public static <T extends Enum<T>> void fill(
            HBox row, Texts texts, String keys, T[] values, T chosen, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        keepOne(group);
        for (T value : values) {
            String name = value.name().toLowerCase(Locale.ROOT).replace('_', '-');
            ToggleButton button = new ToggleButton(texts.get(keys + name));
            button.setToggleGroup(group);
            button.setSelected(value == chosen);
            button.setOnAction(event -> choose.accept(value));
            button.getStyleClass().add("segment");
            button.setMinWidth(ToggleButton.USE_PREF_SIZE);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            row.getChildren().add(button);
        }
    }
}
