package baton.desktop.ui.composer;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.GrowingTextArea;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import javafx.animation.PauseTransition;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// Ties the composer's controls to the view model of the open conversation.
public final class ComposerController {
    private static final Duration SAVE_AFTER = Duration.millis(300);

    private final UiContext context;
    private final PauseTransition save = new PauseTransition(SAVE_AFTER);
    @FXML private HBox kept;
    @FXML private Button restore;
    @FXML private Button dismiss;
    @FXML private HBox offered;
    @FXML private Button take;
    @FXML private Label problem;
    @FXML private HBox box;
    @FXML private GrowingTextArea text;
    @FXML private Button send;
    @FXML private HBox hints;
    @FXML private Label origin;
    @FXML private Label counter;
    @FXML private Label left;

    ComposerController(UiContext context) {
        this.context = context;
    }

    @FXML
    private void initialize() {
        text.setAccessibleText(context.texts().get("composer.prompt"));
        send.setAccessibleText(context.texts().get("composer.send"));
        text.focusedProperty()
                .addListener((observed, was, focused) ->
                        box.pseudoClassStateChanged(
                                javafx.css.PseudoClass.getPseudoClass("active"), focused));
    }

    Pin open(ComposerViewModel model) {
        Pins pins = new Pins();
        text.setText("");
        text.textProperty().bindBidirectional(model.textProperty());
        pins.add(() -> text.textProperty().unbindBidirectional(model.textProperty()));
        text.onSubmit(model::send, context.times()::now);
        send.setOnAction(event -> model.send());
        send.disableProperty().bind(model.textProperty().map(String::isBlank));
        restore.setOnAction(event -> model.restoreKept());
        dismiss.setOnAction(event -> model.dismissKept());
        take.setOnAction(event -> model.takeOffered());
        problem.textProperty().bind(model.problemProperty());
        origin.textProperty().bind(model.originProperty());
        counter.textProperty().bind(model.counterProperty());
        reveal(kept, model.keptProperty().map(this::isThere));
        reveal(offered, model.offeredProperty().map(this::isThere));
        reveal(problem, model.problemProperty().map(this::isThere));
        reveal(box, model.leftProperty().not());
        reveal(hints, model.leftProperty().not());
        reveal(left, model.leftProperty());
        save.setOnFinished(event -> model.flush());
        pins.listen(
                model.textProperty(),
                (observed, was, now) -> {
                    if (model.isUnsaved()) {
                        save.playFromStart();
                    } else {
                        text.end();
                    }
                });
        pins.add(save::stop);
        return pins;
    }

    private boolean isThere(String words) {
        return !words.isEmpty();
    }

    private static void reveal(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    void focus() {
        text.requestFocus();
        text.end();
    }
}
