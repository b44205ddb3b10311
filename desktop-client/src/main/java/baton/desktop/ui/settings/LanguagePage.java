package baton.desktop.ui.settings;

import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// In which language the window speaks on this device. FX thread.
final class LanguagePage implements View {
    private final UiContext context;
    private final SettingsViewModel model;
    private final Parent root;
    @FXML private HBox languages;
    @FXML private Label restart;

    LanguagePage(UiContext context, SettingsViewModel model) {
        this.context = context;
        this.model = model;
        root = context.views().load("LanguagePage", this);
    }

    @FXML
    private void initialize() {
        Segments.fill(
                languages,
                context.texts(),
                "settings.language.",
                SettingsViewModel.Language.values(),
                model.language(),
                this::choose);
        Shown.when(restart, false);
    }

    private void choose(SettingsViewModel.Language language) {
        model.setLanguage(language);
        Shown.when(restart, true);
    }

    @Override
    public Parent root() {
        return root;
    }
}
