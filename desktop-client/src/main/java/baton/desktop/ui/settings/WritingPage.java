package baton.desktop.ui.settings;

import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;

/// How one reads and writes on this device. FX thread.
final class WritingPage implements View {
    private final UiContext context;
    private final SettingsViewModel model;
    private final Parent root;
    @FXML private HBox readings;
    @FXML private HBox keys;

    WritingPage(UiContext context, SettingsViewModel model) {
        this.context = context;
        this.model = model;
        root = context.views().load("WritingPage", this);
    }

    @FXML
    private void initialize() {
        Segments.fill(
                readings,
                context.texts(),
                "settings.read.",
                SettingsViewModel.Reading.values(),
                model.reading(),
                model::setReading);
        Segments.fill(
                keys,
                context.texts(),
                "settings.send.",
                SettingsViewModel.SendKey.values(),
                model.sendKey(),
                model::setSendKey);
    }

    @Override
    public Parent root() {
        return root;
    }
}
