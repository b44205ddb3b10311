package baton.desktop.ui.settings;

import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Where this device's messages come from and go to, and by which way. FX thread.
final class NetworkPage implements View {
    private final UiContext context;
    private final SettingsDoors.Relay relay;
    private final ProxyDoor way;
    private final Parent root;
    @FXML private Label address;
    @FXML private Label safety;
    @FXML private VBox proxy;

    NetworkPage(UiContext context, SettingsDoors doors) {
        this.context = context;
        this.relay = doors.relay();
        this.way = doors.proxy();
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
        proxy.getChildren().add(new ProxyForm(context.texts(), way).root());
    }

    @Override
    public Parent root() {
        return root;
    }
}
