package baton.desktop.ui.devices;

import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Views;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// The dialog of a [Question]. FX thread.
final class QuestionController {
    private final QuestionViewModel viewModel;
    private final Runnable cancelled;

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label meaning;
    @FXML private Label unsent;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button confirm;

    QuestionController(QuestionViewModel viewModel, Views views, Runnable cancelled) {
        this.viewModel = viewModel;
        this.cancelled = cancelled;
        views.load("Question", this);
        ObservableValue<Question> question = viewModel.questionProperty();
        title.textProperty().bind(question.map(Question::title));
        meaning.textProperty().bind(question.map(Question::meaning));
        confirm.textProperty().bind(question.map(Question::confirm));
        show(unsent, question.map(Question::unsent));
        show(problem, viewModel.problemProperty());
        confirm.disableProperty().bind(viewModel.busyProperty());
    }

    Parent root() {
        return root;
    }

    /// The button that changes nothing.
    Node first() {
        return cancel;
    }

    private static void show(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text);
        Shown.when(label, text.map(words -> !words.isEmpty()));
    }

    @FXML
    private void cancel() {
        cancelled.run();
    }

    @FXML
    private void confirm() {
        viewModel.confirm();
    }
}
