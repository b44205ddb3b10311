package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// What can be done with the messages that were picked: stands in place of the conversation's
/// header, so that nothing moves when it comes and goes. FX thread.
final class SelectionBar {
    private final Texts texts;
    private final Runnable ended;
    private final Asking asking;
    private final Parent root;
    private Optional<SelectionViewModel> model = Optional.empty();
    @FXML private Label count;
    @FXML private Button copy;
    @FXML private Button recall;
    @FXML private Button end;

    /// @param ended called when the bar went, with the focus that it may have had
    SelectionBar(UiContext context, Runnable ended) {
        this.texts = context.texts();
        this.ended = ended;
        this.asking = new Asking(texts);
        root = context.views().load("Selection", this);
    }

    @FXML
    private void initialize() {
        Named.by(texts.get("timeline.selection.end"), end);
        copy.setOnAction(event -> copy());
        recall.setOnAction(event -> recall());
        end.setOnAction(event -> end());
    }

    Parent root() {
        return root;
    }

    /// Is about these messages until the pin is closed.
    Pin open(SelectionViewModel opened) {
        Pins pins = new Pins();
        model = Optional.of(opened);
        count.textProperty().bind(opened.wordsProperty());
        root.visibleProperty().bind(opened.wordsProperty().map(words -> !words.isEmpty()));
        Shown.when(recall, opened.picksProperty().map(picks -> picks.mine() > 0));
        pins.add(() -> {
            count.textProperty().unbind();
            root.visibleProperty().unbind();
            recall.visibleProperty().unbind();
            recall.managedProperty().unbind();
            root.setVisible(false);
            model = Optional.empty();
        });
        return pins;
    }

    void copy() {
        model.ifPresent(opened -> opened.copy(Clip::put));
    }

    /// Ends picking; says whether there was anything to end.
    boolean end() {
        boolean picking = model.filter(SelectionViewModel::isPicking).isPresent();
        if (picking) {
            model.ifPresent(SelectionViewModel::clear);
            ended.run();
        }
        return picking;
    }

    /// Asks, then takes back those of them that the person wrote.
    void recall() {
        model.filter(opened -> opened.picksProperty().get().mine() > 0)
                .ifPresent(opened ->
                        asking.recall(
                                texts.format(
                                        "timeline.selection.question",
                                        opened.picksProperty().get().mine()),
                                recall,
                                () -> recall(opened)));
    }

    private void recall(SelectionViewModel opened) {
        opened.recall();
        ended.run();
    }
}
