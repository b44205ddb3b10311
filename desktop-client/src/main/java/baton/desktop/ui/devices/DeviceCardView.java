package baton.desktop.ui.devices;

import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One card of the devices pane, and its name as a field while it is typed anew. FX thread.
final class DeviceCardView extends VBox {
    private final Texts texts;
    private final RenameViewModel rename;
    private final Region dot = new Region();
    private final Label name = label("strong");
    private final TextField field = new TextField();
    private final Label here = label("faint", "small");
    private final Label state = label("caption", "quiet", "digits");
    private final Label counts = label("caption", "quiet", "digits");
    private final Label last = label("caption", "faint", "digits");
    private final Label problem = label("caption", "alarm-text");
    private final ProgressBar progress = new ProgressBar();
    private final Region space = new Region();
    private final Button more = new Button("", new FontIcon(Feather.MORE_HORIZONTAL));
    private final ContextMenu choices = new ContextMenu();

    DeviceCardView(Texts texts, RenameViewModel rename, Runnable signOut) {
        this.texts = texts;
        this.rename = rename;
        getStyleClass().addAll("card", "device-card");
        setAccessibleRole(AccessibleRole.TEXT);
        here.setText(texts.get("devices.this-device"));
        here.setMinWidth(USE_PREF_SIZE);
        name.setWrapText(true);
        progress.getStyleClass().add("meter");
        progress.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox head = new HBox(8, dot, name, here, space, field, more);
        head.getStyleClass().add("device-head");
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(head, problem, state, counts, last, progress);
        bindRename();
        fillMenu(signOut);
    }

    private void bindRename() {
        field.getStyleClass().add("device-name-field");
        field.textProperty().bindBidirectional(rename.textProperty());
        field.editableProperty().bind(rename.busyProperty().map(waiting -> !waiting));
        field.setOnAction(event -> rename.save());
        field.addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
        problem.setWrapText(true);
        problem.textProperty().bind(rename.problemProperty());
        Shown.when(problem, rename.problemProperty().map(words -> !words.isEmpty()));
        rename.openProperty().subscribe(this::showField);
    }

    /// Hides the one only after the other has the focus, or else the focus would leave the card.
    private void showField(boolean open) {
        Node comes = open ? field : more;
        Node goes = open ? more : field;
        boolean focused = goes.isFocused();
        Shown.when(name, !open);
        Shown.when(space, !open);
        Shown.when(comes, true);
        if (open || focused) {
            comes.requestFocus();
        }
        Shown.when(goes, false);
        field.selectAll();
    }

    private void onKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            rename.cancel();
        }
    }

    private void fillMenu(Runnable signOut) {
        MenuItem renaming = new MenuItem(texts.get("devices.rename"));
        renaming.setOnAction(event -> rename.begin(name.getText()));
        MenuItem leaving = new MenuItem(texts.get("devices.sign-out.menu"));
        leaving.setOnAction(event -> signOut.run());
        choices.getItems().addAll(renaming, leaving);
        more.getStyleClass().addAll("icon-button", "device-more");
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(event -> choices.show(more, Side.BOTTOM, 0, 0));
    }

    void show(DeviceCard card) {
        String spoken =
                texts.format(
                        "devices.spoken", card.name(), card.state(), card.counts(), card.last());
        dot.getStyleClass()
                .setAll(
                        "dot",
                        switch (card.tone()) {
                            case OK -> "ok";
                            case WARN -> "warn";
                            case OFF -> "off";
                        });
        name.setText(card.name());
        state.setText(card.state());
        counts.setText(card.counts());
        last.setText(card.last());
        Shown.when(here, card.here());
        Shown.when(counts, !card.counts().isEmpty());
        Shown.when(last, !card.last().isEmpty());
        Shown.when(progress, card.progress() >= 0);
        progress.setProgress(Math.max(0, card.progress()));
        more.setAccessibleText(texts.format("devices.more", card.name()));
        more.setAccessibleHelp(spoken);
        field.setAccessibleText(texts.format("devices.rename.label", card.name()));
        setAccessibleText(spoken);
    }

    private static Label label(String... classes) {
        Label label = new Label();
        label.getStyleClass().addAll(classes);
        return label;
    }
}
