package baton.desktop.ui.settings;

import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Zoom;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// How the window looks on this device. FX thread.
final class AppearancePage implements View {
    private final UiContext context;
    private final SettingsViewModel model;
    private final Parent root;
    @FXML private HBox themes;
    @FXML private Button smaller;
    @FXML private Label zoom;
    @FXML private Button larger;
    @FXML private VBox switches;

    AppearancePage(UiContext context, SettingsViewModel model) {
        this.context = context;
        this.model = model;
        root = context.views().load("AppearancePage", this);
    }

    @FXML
    private void initialize() {
        Segments.fill(
                themes,
                context.texts(),
                "shell.menu.theme.",
                Theme.Choice.values(),
                model.theme(),
                model::setTheme);
        Zoom size = context.theme().zoom();
        zoom.textProperty().bind(size.percentProperty().asString().concat(" %"));
        bindStep(smaller, "shortcuts.smaller", -1, Zoom.STEPS.getFirst());
        bindStep(larger, "shortcuts.larger", 1, Zoom.STEPS.getLast());
        switches.getChildren()
                .add(
                        new SwitchRow(context.texts(), "settings.motion")
                                .of(model.reducedMotion(), model::setReducedMotion));
    }

    private void bindStep(Button button, String key, int by, int end) {
        Zoom size = context.theme().zoom();
        button.setAccessibleText(context.texts().get(key));
        button.setOnAction(event -> size.step(by));
        button.disableProperty().bind(size.percentProperty().isEqualTo(end));
    }

    @Override
    public Parent root() {
        return root;
    }
}
