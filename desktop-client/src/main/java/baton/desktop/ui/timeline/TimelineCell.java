package baton.desktop.ui.timeline;

import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Draws any row of a timeline; one node tree for each kind, made once for each cell.
final class TimelineCell extends ListCell<TimelineItem> {
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");
    private static final PseudoClass PICKING = PseudoClass.getPseudoClass("picking");

    private final SharedByRows shared;
    private final BubbleRow bubble;
    private final Label quiet = new Label();
    private final StackPane quietRow = new StackPane(quiet);
    private final Button day = new Button();
    private final StackPane dayRow = new StackPane(day);
    private final Tooltip exact = new Tooltip();
    private final Label news = new Label();
    private final HBox newsRow = new HBox(10, rule(), news, rule());
    private final Label missing = new Label();
    private final Button load = new Button();
    private final HBox gapRow = new HBox(4, missing, load);

    TimelineCell(SharedByRows shared) {
        this.shared = shared;
        shared.found().addListener((observed, was, now) -> markFound());
        shared.picks().addListener((observed, was, now) -> markPicked());
        addEventFilter(MouseEvent.ANY, this::onMouse);
        setOnContextMenuRequested(this::onMenu);
        this.bubble = new BubbleRow(shared.texts(), shared.actions(), shared.bar());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        quietRow.getStyleClass().add("quiet-row");
        dayRow.getStyleClass().add("quiet-row");
        day.getStyleClass().setAll("button", "caption", "day-label");
        day.setFocusTraversable(false);
        quiet.setWrapText(true);
        quiet.setMinHeight(Region.USE_PREF_SIZE);
        news.getStyleClass().addAll("caption", "strong", "accent-text", "digits");
        news.setMinWidth(USE_PREF_SIZE);
        newsRow.setAlignment(Pos.CENTER);
        newsRow.getStyleClass().add("divider-row");
        missing.getStyleClass().addAll("caption", "quiet", "digits");
        missing.setWrapText(true);
        missing.setMinHeight(Region.USE_PREF_SIZE);
        load.setText(shared.texts().get("timeline.load"));
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
        markPicked();
        if (empty || item == null) {
            setGraphic(null);
            return;
        }
        switch (item) {
            case TimelineItem.Day shown -> showDay(shown);
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
                load.setOnAction(event -> shared.actions().get().fill(gap));
                setGraphic(gapRow);
            }
            case TimelineItem.Bubble message -> showBubble(message);
        }
    }

    private void showDay(TimelineItem.Day shown) {
        day.setText(shown.label());
        day.setAccessibleText(shared.texts().format("timeline.day.ask", shown.label()));
        day.setOnAction(event -> shared.actions().get().askForDay(shown.date(), day));
        setGraphic(dayRow);
    }

    private void showQuiet(String text, String style) {
        quiet.setText(text);
        quiet.getStyleClass().setAll("label", "caption", "quiet", style);
        setGraphic(quietRow);
    }

    private void showBubble(TimelineItem.Bubble message) {
        bubble.show(message, near -> shared.menu().showBelow(near, message));
        setGraphic(bubble);
    }

    private void onMenu(ContextMenuEvent event) {
        if (getItem() instanceof TimelineItem.Bubble message && !message.isFailed()) {
            event.consume();
            shared.menu().showAt(bubble.place(), event.getScreenX(), event.getScreenY(), message);
        }
    }

    /// Shows the message's menu, for those who use no mouse.
    void showMenu() {
        if (getItem() instanceof TimelineItem.Bubble message) {
            shared.menu().showBelow(bubble.place(), message);
        }
    }

    /// Where a question about the row is asked.
    Node place() {
        return getItem() instanceof TimelineItem.Day ? day : bubble.place();
    }

    private void markFound() {
        TimelineItem item = getItem();
        pseudoClassStateChanged(
                FOUND, item != null && item.key().equals(shared.found().getValue()));
    }

    private void markPicked() {
        TimelineItem item = getItem();
        boolean picked =
                item instanceof TimelineItem.Bubble message
                        && shared.picks().getValue().contains(message.id());
        pseudoClassStateChanged(PICKED, picked);
        pseudoClassStateChanged(PICKING, !shared.picks().getValue().isEmpty());
        bubble.mark(!shared.picks().getValue().isEmpty(), picked);
        String spoken = item == null ? "" : item.spoken();
        setAccessibleText(picked ? shared.texts().format("timeline.row.picked", spoken) : spoken);
    }

    /// With Ctrl or Shift, or while messages are being picked, a press picks and does nothing else:
    /// it opens no link that happens to be there.
    private void onMouse(MouseEvent event) {
        boolean picking =
                event.isShortcutDown()
                        || event.isShiftDown()
                        || !shared.picks().getValue().isEmpty();
        boolean press =
                event.getEventType() == MouseEvent.MOUSE_PRESSED
                        || event.getEventType() == MouseEvent.MOUSE_RELEASED
                        || event.getEventType() == MouseEvent.MOUSE_CLICKED;
        if (!picking
                || !press
                || event.getButton() != MouseButton.PRIMARY
                || !(getItem() instanceof TimelineItem.Bubble message)) {
            return;
        }
        event.consume();
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED) {
            getListView().getSelectionModel().select(getIndex());
            getListView().requestFocus();
            if (event.isShiftDown()) {
                shared.actions().get().pickUpTo(message);
            } else {
                shared.actions().get().pick(message);
            }
        }
    }
}
