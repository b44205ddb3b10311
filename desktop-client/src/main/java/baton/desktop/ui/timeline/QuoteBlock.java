package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Avatar;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The message that another one answers, in two lines beside a bar; pressing it goes there.
final class QuoteBlock extends Button {
    private static final double WIDTH_MAX = 360;

    private final Label author = new Label();
    private final Label text = new Label();
    private final StyleSlot colour = new StyleSlot(author);

    QuoteBlock() {
        getStyleClass().setAll("button", "quote");
        author.getStyleClass().addAll("caption", "strong");
        text.getStyleClass().addAll("small", "quiet");
        for (Label label : new Label[] {author, text}) {
            label.setMinWidth(0);
        }
        VBox words = new VBox(0, author, text);
        words.setMinWidth(0);
        HBox graphic = new HBox(words);
        setGraphic(graphic);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    /// A long quote is cut, not the reason for a wide bubble.
    @Override
    protected double computePrefWidth(double height) {
        return Math.min(WIDTH_MAX, super.computePrefWidth(height));
    }

    void show(TimelineItem.Answered answered) {
        author.setText(answered.author());
        colour.hold(
                answered.handle().isEmpty() ? "quiet" : "name-" + Avatar.hueOf(answered.handle()));
        text.setText(answered.text());
        setAccessibleText(answered.author() + ": " + answered.text());
    }
}
