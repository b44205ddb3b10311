package baton.desktop.ui.common;

import atlantafx.base.controls.ToggleSwitch;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Something that is on or off: what it is called, what it means, and a switch. FX thread.
public final class SwitchRow extends HBox {
    private final ToggleSwitch toggle = new ToggleSwitch();

    /// @param key of the text that names it; `KEY.meaning` says what it means
    public SwitchRow(Texts texts, String key) {
        Label title = new Label(texts.get(key));
        title.getStyleClass().add("body");
        title.setWrapText(true);
        Label meaning = new Label(texts.get(key + ".meaning"));
        meaning.getStyleClass().addAll("caption", "quiet");
        meaning.setWrapText(true);
        meaning.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(2, title, meaning);
        HBox.setHgrow(words, Priority.ALWAYS);
        toggle.setAccessibleText(title.getText());
        toggle.setAccessibleHelp(meaning.getText());
        setSpacing(16);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(words, toggle);
    }

    /// Shows a value and follows it; `change` hears what a person chooses, and nothing else.
    public SwitchRow of(ObservableValue<Boolean> value, Consumer<Boolean> change) {
        follow(toggle, value, change);
        return this;
    }

    /// The same for a switch that stands elsewhere.
    public static void follow(
            ToggleSwitch toggle, ObservableValue<Boolean> value, Consumer<Boolean> change) {
        toggle.setSelected(value.getValue());
        value.addListener((observed, was, now) -> toggle.setSelected(now));
        toggle.selectedProperty()
                .addListener((observed, was, now) -> {
                    if (!now.equals(value.getValue())) {
                        change.accept(now);
                    }
                });
    }
}
