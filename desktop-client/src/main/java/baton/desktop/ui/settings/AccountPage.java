package baton.desktop.ui.settings;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who sits here, on which device, and what others are told. FX thread.
final class AccountPage implements View {
    private final UiContext context;
    private final SettingsViewModel model;
    private final SettingsDoors doors;
    private final Pins pins = new Pins();
    private final Parent root;
    @FXML private HBox person;
    @FXML private Label name;
    @FXML private Label handle;
    @FXML private Label device;
    @FXML private VBox switches;

    AccountPage(UiContext context, SettingsViewModel model, SettingsDoors doors) {
        this.context = context;
        this.model = model;
        this.doors = doors;
        root = context.views().load("AccountPage", this);
    }

    @FXML
    private void initialize() {
        Texts texts = context.texts();
        Avatar avatar = new Avatar(true);
        avatar.show(context.me().account().handle(), context.me().name());
        person.getChildren().addFirst(avatar);
        name.setText(SafeText.line(context.me().name()));
        handle.setText("@" + context.me().account().handle());
        device.textProperty().bind(model.deviceNameProperty());
        switches.getChildren()
                .addAll(
                        new SwitchRow(texts, "settings.receipts")
                                .of(model.receiptsProperty(), model::setReceipts),
                        new SwitchRow(texts, "settings.presence")
                                .of(model.presenceProperty(), model::setPresence));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        Pin following = model.open();
        pins.add(following);
    }

    @Override
    public void close() {
        pins.close();
    }

    @FXML
    private void showDevices() {
        doors.devices().run();
    }

    @FXML
    private void signOut() {
        doors.signOut().run();
    }
}
