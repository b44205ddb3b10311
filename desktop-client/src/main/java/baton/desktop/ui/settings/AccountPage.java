package baton.desktop.ui.settings;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Who sits here, on which device, and what others are told. FX thread.
final class AccountPage implements View {
    private final UiContext context;
    private final SettingsViewModel model;
    private final SettingsDoors doors;
    private final Pins pins = new Pins();
    private final Avatar avatar = new Avatar(true);
    private final Parent root;
    @FXML private HBox person;
    @FXML private Label name;
    @FXML private TextField nameField;
    @FXML private Button save;
    @FXML private Label problem;
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
        person.getChildren().addFirst(avatar);
        nameField.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        save.disableProperty().bind(nameField.textProperty().isEqualTo(model.nameProperty()));
        showProblem("");
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
        pins.listen(model.nameProperty(), (observed, was, now) -> follow(was, now));
        showName(model.nameProperty().get());
        nameField.setText(model.nameProperty().get());
        showProblem("");
    }

    /// What is being typed is not taken away.
    private void follow(String was, String now) {
        showName(now);
        if (nameField.getText().equals(was)) {
            nameField.setText(now);
        }
    }

    private void showName(String now) {
        name.setText(SafeText.line(now));
        avatar.show(context.me().account().handle(), now);
    }

    @Override
    public void close() {
        pins.close();
    }

    /// Esc takes back what was typed; a second one closes the settings.
    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && !save.isDisabled()) {
            event.consume();
            nameField.setText(model.nameProperty().get());
            showProblem("");
        }
    }

    @FXML
    private void saveName() {
        nameField.setText(nameField.getText().strip());
        showProblem(model.rename(nameField.getText()));
    }

    private void showProblem(String words) {
        problem.setText(words);
        Shown.when(problem, !words.isEmpty());
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
