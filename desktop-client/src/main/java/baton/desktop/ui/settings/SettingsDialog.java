package baton.desktop.ui.settings;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.Zoom;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The settings, as a dialog above the window. FX thread.
public final class SettingsDialog {
    private final UiContext context;
    private final Overlay overlay;
    private final SettingsViewModel model;
    private final Pins pins = new Pins();
    private final Parent root;
    @FXML private VBox switches;
    @FXML private HBox themes;
    @FXML private Button smaller;
    @FXML private Label zoom;
    @FXML private Button larger;
    @FXML private HBox languages;
    @FXML private Label restart;
    @FXML private Button done;

    public SettingsDialog(UiContext context, Overlay overlay) {
        this.context = context;
        this.overlay = overlay;
        model = new SettingsViewModel(context);
        root = context.views().load("Settings", this);
    }

    @FXML
    private void initialize() {
        switches.getChildren()
                .setAll(
                        switchFor(
                                "settings.receipts", model.receiptsProperty(), model::setReceipts),
                        switchFor(
                                "settings.presence", model.presenceProperty(), model::setPresence));
        choices(themes, "shell.menu.theme.", Theme.Choice.values(), model.theme(), model::setTheme);
        choices(
                languages,
                "settings.language.",
                SettingsViewModel.Language.values(),
                model.language(),
                chosen -> {
                    model.setLanguage(chosen);
                    restart.setVisible(true);
                });
        bindZoom();
        restart.managedProperty().bind(restart.visibleProperty());
        restart.setVisible(false);
        done.setOnAction(event -> overlay.hide());
    }

    private void bindZoom() {
        Zoom size = context.theme().zoom();
        zoom.textProperty().bind(size.percentProperty().asString().concat(" %"));
        bindStep(smaller, "shortcuts.smaller", -1, Zoom.STEPS.getFirst());
        bindStep(larger, "shortcuts.larger", 1, Zoom.STEPS.getLast());
    }

    private void bindStep(Button button, String key, int by, int end) {
        Zoom size = context.theme().zoom();
        button.setAccessibleText(context.texts().get(key));
        button.setOnAction(event -> size.step(by));
        button.disableProperty().bind(size.percentProperty().isEqualTo(end));
    }

    private HBox switchFor(String key, ReadOnlyBooleanProperty value, Consumer<Boolean> change) {
        Label title = new Label(context.texts().get(key));
        title.getStyleClass().add("body");
        Label meaning = new Label(context.texts().get(key + ".meaning"));
        meaning.getStyleClass().addAll("caption", "quiet");
        meaning.setWrapText(true);
        meaning.setMinHeight(Label.USE_PREF_SIZE);
        VBox words = new VBox(2, title, meaning);
        HBox.setHgrow(words, Priority.ALWAYS);
        ToggleSwitch toggle = new ToggleSwitch();
        toggle.setAccessibleText(title.getText());
        toggle.setSelected(value.get());
        value.addListener((observed, was, now) -> toggle.setSelected(now));
        toggle.selectedProperty()
                .addListener((observed, was, now) -> {
                    if (now != value.get()) {
                        change.accept(now);
                    }
                });
        HBox row = new HBox(16, words, toggle);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private <T extends Enum<T>> void choices(
            HBox row, String keys, T[] values, T chosen, Consumer<T> choose) {
        ToggleGroup group = new ToggleGroup();
        Segments.keepOne(group);
        for (T value : values) {
            String key = keys + value.name().toLowerCase(Locale.ROOT);
            ToggleButton button = new ToggleButton(context.texts().get(key));
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

    public void show() {
        Pin open = model.open();
        pins.add(open);
        overlay.show(root, context.texts().get("settings.title"), done, pins::close);
    }
}
