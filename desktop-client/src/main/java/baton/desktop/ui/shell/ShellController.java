package baton.desktop.ui.shell;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.QuietMenu;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The frame of the window: places the panes, opens the menu. Decides nothing about data.
public final class ShellController {
    private static final double NARROW = 820;
    private static final double ROOM_FOR_THREE = 840;
    private static final double LIST_WIDTH = 312;
    private static final double LIST_WIDTH_NARROW = 248;

    private final UiContext context;
    private final Runnable asker;
    private final Slots.Dialogs dialogs;
    private final Runnable sheet;
    private final CheckMenuItem devices = new CheckMenuItem();
    private final ContextMenu choices = new ContextMenu();
    private final Menu quiet = new Menu();
    private final StringProperty deviceName;
    @FXML private HBox shell;
    @FXML private VBox left;
    @FXML private HBox me;
    @FXML private Label name;
    @FXML private Label device;
    @FXML private Button startNew;
    @FXML private Button menu;
    @FXML private StackPane list;
    @FXML private StackPane status;
    @FXML private VBox none;
    @FXML private VBox conversation;
    @FXML private StackPane right;

    /// @param asker asks whom to write to
    /// @param sheet shows all keys
    ShellController(UiContext context, Runnable asker, Slots.Dialogs dialogs, Runnable sheet) {
        this.context = context;
        this.asker = asker;
        this.dialogs = dialogs;
        this.sheet = sheet;
        this.deviceName = new SimpleStringProperty(context.me().deviceName());
    }

    @FXML
    private void initialize() {
        DoubleBinding listWidth =
                Bindings.createDoubleBinding(
                        () -> shell.getWidth() < NARROW ? LIST_WIDTH_NARROW : LIST_WIDTH,
                        shell.widthProperty());
        left.minWidthProperty().bind(listWidth);
        left.maxWidthProperty().bind(listWidth);
        Avatar avatar = new Avatar(true);
        context.me()
                .nameProperty()
                .subscribe(now -> avatar.show(context.me().account().handle(), now));
        me.getChildren().addFirst(avatar);
        name.textProperty().bind(context.me().nameProperty().map(SafeText::line));
        device.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () -> deviceLine(shell.getWidth()),
                                shell.widthProperty(),
                                deviceName));
        Named.by(context.texts().get("shell.new-conversation"), startNew);
        Named.by(context.texts().get("shell.menu"), menu);
        devices.setText(context.texts().get("shell.menu.devices"));
        quiet.setText(context.texts().get("settings.quiet"));
        choices.getItems()
                .addAll(
                        devices,
                        item("shell.menu.outbox", dialogs.outbox()),
                        item("shell.menu.read-all", context.intents()::markAllRead),
                        quiet,
                        item("shell.menu.shortcuts", sheet),
                        item("shell.menu.settings", dialogs.settings()));
        Shown.when(right, devices.selectedProperty());
        // What is open stays in sight: rows that nobody sees must not count as read.
        BooleanBinding crowded =
                devices.selectedProperty().and(shell.widthProperty().lessThan(ROOM_FOR_THREE));
        Shown.when(left, crowded.not());
    }

    /// Closes the devices if there is no room for them beside the list.
    void showList() {
        if (!left.isVisible()) {
            devices.setSelected(false);
        }
    }

    /// Shows another name of this device.
    void nameDevice(String name) {
        deviceName.set(name);
    }

    private String deviceLine(double width) {
        String name = deviceName.get();
        return width < NARROW ? name : context.texts().format("shell.this-device", name);
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(context.texts().get(key));
        item.setOnAction(event -> action.run());
        return item;
    }

    /// Says how to go on while no conversation is open and there are any.
    void inviteWhile(ObservableBooleanValue anyConversation) {
        none.visibleProperty().bind(conversation.visibleProperty().not().and(anyConversation));
    }

    /// @param search over the conversations while it is visible
    void place(Node conversations, Node search, Node timeline, Node composer, Slots slots) {
        list.getChildren().setAll(conversations, search);
        conversations.visibleProperty().bind(search.visibleProperty().not());
        VBox.setVgrow(timeline, javafx.scene.layout.Priority.ALWAYS);
        conversation.getChildren().setAll(timeline, composer);
        status.getChildren().setAll(slots.statusPill().root());
        right.getChildren().setAll(slots.devices().root());
    }

    void showConversation(boolean shown) {
        conversation.setVisible(shown);
    }

    /// Whether the right pane is open.
    BooleanProperty rightProperty() {
        return devices.selectedProperty();
    }

    @FXML
    private void onStartNew() {
        asker.run();
    }

    @FXML
    private void onMenu() {
        quiet.getItems().setAll(QuietMenu.items(context));
        choices.show(menu, Side.BOTTOM, 0, 4);
    }
}
