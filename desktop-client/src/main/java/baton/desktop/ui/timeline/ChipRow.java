package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Emoji;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;

/// The reactions under a message; pressing one adds or takes away one's own.
final class ChipRow extends FlowPane {
    private static final double SIZE = 14;
    private static final double CHIP = 48;
    private static final double WIDTH_MAX = 300;
    private static final PseudoClass OWN = PseudoClass.getPseudoClass("own");

    private final NumberFormat numbers;

    ChipRow(NumberFormat numbers) {
        super(4, 4);
        this.numbers = numbers;
        getStyleClass().add("chips");
    }

    void show(List<TimelineItem.Chip> chips, Consumer<String> toggle) {
        List<Node> buttons = chips.stream().<Node>map(chip -> button(chip, toggle)).toList();
        getChildren().setAll(buttons);
        // A flow pane is at least as wide as this, however few it holds.
        setPrefWrapLength(Math.min(WIDTH_MAX, buttons.size() * CHIP));
    }

    private Button button(TimelineItem.Chip chip, Consumer<String> toggle) {
        Button button = new Button(numbers.format(chip.count()), Emoji.draw(chip.emoji(), SIZE));
        button.getStyleClass().setAll("button", "chip");
        button.pseudoClassStateChanged(OWN, chip.own());
        button.setAccessibleText(chip.emoji() + " " + chip.who());
        button.setTooltip(new Tooltip(chip.who()));
        button.setOnAction(event -> toggle.accept(chip.emoji()));
        return button;
    }
}
