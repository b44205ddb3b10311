package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Texts;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Draws any row of a timeline; one node tree for each kind, made once for each cell.
final class TimelineCell extends ListCell<TimelineItem> {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");

    private final MessageActions actions;
    private final BubbleRow bubble;
    private final Label quiet = new Label();
    private final StackPane quietRow = new StackPane(quiet);
    private final Tooltip exact = new Tooltip();
    private final Label news = new Label();
    private final HBox newsRow = new HBox(10, rule(), news, rule());
    private final Label missing = new Label();
    private final Button load = new Button();
    private final HBox gapRow = new HBox(4, missing, load);
    private final MessageMenu menu;
    private final ObservableValue<String> found;

    /// @param found key of the row that a person has just jumped to
    TimelineCell(Texts texts, MessageActions actions, ObservableValue<String> found) {
        this.actions = actions;
        this.found = found;
        this.menu = new MessageMenu(texts, actions);
        found.addListener((observed, was, now) -> markFound());
        setOnContextMenuRequested(this::onMenu);
        this.bubble = new BubbleRow(texts, actions);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        quietRow.getStyleClass().add("quiet-row");
        quiet.setWrapText(true);
        quiet.setMinHeight(Region.USE_PREF_SIZE);
        news.getStyleClass().addAll("caption", "strong", "accent-text", "digits");
        news.setMinWidth(USE_PREF_SIZE);
        newsRow.setAlignment(Pos.CENTER);
        newsRow.getStyleClass().add("divider-row");
        missing.getStyleClass().addAll("caption", "quiet", "digits");
        missing.setWrapText(true);
        missing.setMinHeight(Region.USE_PREF_SIZE);
        load.setText(texts.get("timeline.load"));
        load.getStyleClass().setAll("button", "text-button", "caption");
        gapRow.setAlignment(Pos.CENTER);
        gapRow.getStyleClass().add("gap-row");
    }

    private static Region rule() {
        Region rule = new Region();
        rule.getStyleClass().add("rule");
        HBox.setHgrow(rule, Priority.ALWAYS);
        return rule;
    }

    @Override
    protected void updateItem(TimelineItem item, boolean empty) {
        super.updateItem(item, empty);
        setTooltip(null);
        markFound();
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        setAccessibleText(item.spoken());
        switch (item) {
            case TimelineItem.Day day -> showQuiet(day.label(), "day-label");
            case TimelineItem.Floor floor -> showQuiet(floor.label(), "floor-label");
            case TimelineItem.Service service -> {
                showQuiet(service.label(), "service-label");
                exact.setText(service.exact());
                setTooltip(exact);
            }
            case TimelineItem.Divider divider -> {
                news.setText(divider.label());
                setGraphic(newsRow);
            }
            case TimelineItem.Gap gap -> {
                missing.setText(gap.label());
                load.setOnAction(event -> actions.fill(gap));
                setGraphic(gapRow);
            }
            case TimelineItem.Bubble message -> showBubble(message);
        }
    }

    private void showQuiet(String text, String style) {
        quiet.setText(text);
        quiet.getStyleClass().setAll("label", "caption", "quiet", style);
        setGraphic(quietRow);
    }

    private void showBubble(TimelineItem.Bubble message) {
        bubble.show(message, near -> menu.showBelow(near, message));
        setGraphic(bubble);
    }

    private void onMenu(ContextMenuEvent event) {
        if (getItem() instanceof TimelineItem.Bubble message && !message.isFailed()) {
            event.consume();
            menu.showAt(bubble.place(), event.getScreenX(), event.getScreenY(), message);
        }
    }

    /// Shows the message's menu, for those who use no mouse.
    void showMenu() {
        if (getItem() instanceof TimelineItem.Bubble message) {
            menu.showBelow(bubble.place(), message);
        }
    }

    /// Where a question about the message is asked.
    Node place() {
        return bubble.place();
    }

    private void markFound() {
        TimelineItem item = getItem();
        pseudoClassStateChanged(FOUND, item != null && item.key().equals(found.getValue()));
    }
}
