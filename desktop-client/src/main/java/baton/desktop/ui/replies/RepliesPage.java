package baton.desktop.ui.replies;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.CannedReply;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The canned replies: to write one, and all that there are. FX thread.
public final class RepliesPage implements View {
    private final Texts texts;
    private final RepliesViewModel model;
    private final Pins pins = new Pins();
    private final Parent root;
    @FXML private TextField name;
    @FXML private TextArea text;
    @FXML private Label problem;
    @FXML private Button save;
    @FXML private Button leave;
    @FXML private VBox list;

    public RepliesPage(UiContext context) {
        texts = context.texts();
        model = new RepliesViewModel(context);
        root = context.views().load("RepliesPage", this);
    }

    @FXML
    private void initialize() {
        name.textProperty().bindBidirectional(model.nameProperty());
        text.textProperty().bindBidirectional(model.textProperty());
        problem.textProperty().bind(model.problemProperty());
        Shown.when(problem, model.problemProperty().map(words -> !words.isEmpty()));
        save.textProperty()
                .bind(
                        model.changingProperty()
                                .map(now -> texts.get(now ? "replies.save" : "replies.add")));
        save.disableProperty()
                .bind(name.textProperty().isEmpty().or(text.textProperty().isEmpty()));
        Shown.when(leave, model.changingProperty());
        model.allProperty().subscribe(this::show);
    }

    private void show(List<CannedReply> replies) {
        list.getChildren().setAll(replies.stream().map(this::row).toList());
    }

    private Node row(CannedReply reply) {
        Label called = new Label("/" + SafeText.line(reply.name()));
        called.getStyleClass().addAll("small", "strong");
        Label words = new Label(SafeText.words(reply.text()));
        words.getStyleClass().addAll("caption", "quiet");
        words.setWrapText(true);
        words.setMinHeight(Label.USE_PREF_SIZE);
        VBox said = new VBox(2, called, words);
        said.setMinWidth(0);
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox row =
                new HBox(
                        12,
                        said,
                        button("timeline.edit", reply, () -> change(reply)),
                        button("timeline.delete", reply, () -> model.delete(reply)));
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("reply-row");
        return row;
    }

    private Button button(String key, CannedReply reply, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().setAll("button", "text-button", "caption");
        button.setMinWidth(Button.USE_PREF_SIZE);
        button.setAccessibleText(texts.format("replies.spoken", texts.get(key), reply.name()));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void change(CannedReply reply) {
        model.change(reply);
        name.requestFocus();
    }

    @FXML
    private void save() {
        model.save();
    }

    @FXML
    private void leave() {
        model.leave();
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
}
