package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Popover;
import baton.desktop.ui.common.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks once more before messages are taken back, beside what was pressed. FX thread.
final class Asking {
    private static final double CARD_WIDTH = 340;

    private final Texts texts;
    private final Popover popover = new Popover();

    Asking(Texts texts) {
        this.texts = texts;
    }

    /// @param yes called if the person means it
    void recall(String question, Node near, Runnable yes) {
        Button recall = new Button(texts.get("timeline.recall.yes"));
        recall.getStyleClass().add("primary-button");
        recall.setOnAction(event -> {
            popover.hide();
            yes.run();
        });
        Button keep = new Button(texts.get("timeline.recall.no"));
        keep.getStyleClass().add("text-button");
        keep.setOnAction(event -> popover.hide());
        HBox buttons = new HBox(8, recall, keep);
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(12, wrapped(question, "small", "body"), buttons);
        card.getStyleClass().add("card-content");
        popover.show(near, card, recall);
    }

    /// A label as wide as a card allows.
    static Label wrapped(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMaxWidth(CARD_WIDTH);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
