package baton.desktop.ui.newconversation;

import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Views;
import baton.model.Member;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// The dialog that asks whom to write to. FX thread.
final class NewConversationController {
    private final NewConversationViewModel viewModel;
    private final Texts texts;
    private final Runnable cancelled;

    @FXML private VBox root;
    @FXML private ToggleGroup kinds;
    @FXML private ToggleButton group;
    @FXML private VBox titleRow;
    @FXML private TextField title;
    @FXML private Label titleProblem;
    @FXML private TextField handle;
    @FXML private Button add;
    @FXML private Label handleProblem;
    @FXML private FlowPane chips;
    @FXML private Button submit;

    NewConversationController(NewConversationViewModel viewModel, Texts texts, Runnable cancelled) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.cancelled = cancelled;
        new Views(texts).load("NewConversation", this);
        Segments.keepOne(kinds);
        viewModel.groupProperty().bind(group.selectedProperty());
        title.textProperty().bindBidirectional(viewModel.titleProperty());
        handle.textProperty().bindBidirectional(viewModel.handleProperty());
        showText(titleProblem, viewModel.titleProblemProperty());
        showText(handleProblem, viewModel.handleProblemProperty());
        Shown.when(titleRow, viewModel.groupProperty());
        Shown.when(add, viewModel.groupProperty());
        Shown.when(chips, viewModel.groupProperty());
        submit.textProperty().bind(viewModel.groupProperty().map(this::nameOfSubmit));
        submit.disableProperty().bind(viewModel.busyProperty());
        viewModel.members().addListener((ListChangeListener<Member>) change -> showChips());
    }

    Parent root() {
        return root;
    }

    Node first() {
        return handle;
    }

    private String nameOfSubmit(boolean isGroup) {
        return texts.get(isGroup ? "newconversation.create" : "newconversation.open");
    }

    private void showChips() {
        chips.getChildren().setAll(viewModel.members().stream().map(this::chip).toList());
    }

    private Node chip(Member member) {
        Label name = new Label(ConversationNames.nameOf(member));
        name.getStyleClass().addAll("small", "body");
        Button remove = new Button("", new FontIcon(Feather.X));
        remove.getStyleClass().add("icon-button");
        remove.setAccessibleText(
                texts.format("newconversation.remove", ConversationNames.nameOf(member)));
        remove.setOnAction(event -> viewModel.remove(member));
        HBox chip = new HBox(name, remove);
        chip.getStyleClass().add("chip");
        return chip;
    }

    static void showText(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        Shown.when(label, text.map(words -> !words.isEmpty()));
    }

    @FXML
    private void enterHandle() {
        viewModel.enterHandle();
    }

    @FXML
    private void submit() {
        viewModel.submit();
    }

    @FXML
    private void cancel() {
        cancelled.run();
    }
}
