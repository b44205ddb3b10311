package baton.desktop.ui.settings;

import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;

/// Where this device's messages come from and go to. FX thread.
final class NetworkPage implements View {
    private final UiContext context;
    private final SettingsDoors.Relay relay;
    private final Parent root;
    @FXML private Label address;
    @FXML private Label safety;

    NetworkPage(UiContext context, SettingsDoors.Relay relay) {
        this.context = context;
        this.relay = relay;
        root = context.views().load("NetworkPage", this);
    }

    @FXML
    private void initialize() {
        address.setText(SafeText.line(relay.address()));
        safety.setText(
                context.texts()
                        .get(
                                relay.encrypted()
                                        ? "settings.relay.encrypted"
                                        : "settings.relay.open"));
    }

    @Override
    public Parent root() {
        return root;
    }
}
