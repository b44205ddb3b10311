package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.TickMark;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A message with its author's avatar at the left, or one's own at the right. Lays itself out: a
/// bubble is as wide as its text needs, at most three quarters of the row and never wider than
/// reads well.
final class BubbleRow extends Region {
    private static final double SHARE = 0.76;
    private static final double WIDTH_MAX = 640;
    private static final double AVATAR = 28;
    private static final double AVATAR_GAP = 10;

    private final MessageActions actions;
    private final Avatar avatar = new Avatar(false);
    private final Label author = new Label();
    private final TextFlow flow = new TextFlow();
    private final Region room = new Region();
    private final Label clock = new Label();
    private final Tooltip exact = new Tooltip();
    private final TickMark tick = new TickMark();
    private final HBox meta = new HBox(4, clock, tick);
    private final StackPane words = new StackPane(flow, meta);
    private final Label problem = new Label();
    private final FlowPane choices = new FlowPane(4, 0);
    private final VBox bubble = new VBox(1, author, words, problem, choices);
    private final Button retry;
    private String styled = "";
    private boolean own;
    private boolean withAvatar;

    BubbleRow(Texts texts, MessageActions actions) {
        this.actions = actions;
        retry = choice(texts, "timeline.retry");
        bubble.getStyleClass().add("bubble");
        author.getStyleClass().addAll("caption", "strong");
        clock.getStyleClass().addAll("caption", "faint", "digits");
        clock.setMinWidth(USE_PREF_SIZE);
        meta.setAlignment(Pos.CENTER_RIGHT);
        meta.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(meta, Pos.BOTTOM_RIGHT);
        Tooltip.install(meta, exact);
        problem.getStyleClass().addAll("caption", "alarm-text");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        choices.getChildren()
                .addAll(
                        retry,
                        choice(texts, "timeline.edit"),
                        choice(texts, "timeline.copy"),
                        choice(texts, "timeline.delete"));
        getChildren().addAll(avatar, bubble);
    }

    private static Button choice(Texts texts, String key) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().setAll("button", "text-button", "caption");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    void show(TimelineItem.Bubble item) {
        own = item.author().own();
        withAvatar = item.grouping().withAuthor() && !own;
        boolean named = withAvatar && item.grouping().first();
        bubble.getStyleClass().setAll("bubble", own ? "own" : "other");
        avatar.setVisible(withAvatar && item.grouping().last());
        avatar.show(item.author().handle(), item.author().name());
        author.getStyleClass().remove(styled);
        styled = "name-" + Avatar.hueOf(item.author().handle());
        author.getStyleClass().add(styled);
        author.setText(item.author().name());
        reveal(author, named);
        clock.setText(item.stamp().clock());
        exact.setText(item.stamp().exact());
        tick.show(item.tick());
        write(item.text());
        problem.setText(item.note().problem());
        reveal(problem, item.isFailed());
        reveal(choices, item.isFailed());
        connect(item);
        setPadding(
                new javafx.geometry.Insets(
                        item.grouping().first() ? 6 : 1, 0, item.grouping().last() ? 2 : 1, 0));
        requestLayout();
    }

    private void connect(TimelineItem.Bubble item) {
        press(0, () -> actions.retry(item));
        press(1, () -> actions.edit(item));
        press(2, () -> actions.copy(item.text()));
        press(3, () -> actions.discard(item));
    }

    private void press(int index, Runnable action) {
        ((Button) choices.getChildren().get(index)).setOnAction(event -> action.run());
    }

    private void write(String text) {
        flow.getChildren().clear();
        for (MessageText.Part part : MessageText.parts(text)) {
            flow.getChildren().add(part.isLink() ? link(part.text()) : plain(part.text()));
        }
        // Keeps the last line clear of the time, which stands in the corner.
        flow.getChildren().add(room);
    }

    private static Text plain(String text) {
        Text node = new Text(text);
        node.getStyleClass().add("message-text");
        return node;
    }

    /// A text that opens an address: a hyperlink control would not wrap within the address.
    private Text link(String address) {
        Text node = plain(address);
        node.getStyleClass().setAll("message-link");
        node.setFocusTraversable(true);
        node.setAccessibleRole(AccessibleRole.HYPERLINK);
        node.setAccessibleText(address);
        node.setOnMouseClicked(event -> actions.openLink(address));
        node.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                event.consume();
                actions.openLink(address);
            }
        });
        return node;
    }

    private static void reveal(Region node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double bubbleWidth(double width) {
        makeRoom();
        double most = Math.min(WIDTH_MAX, Math.max(120, width * SHARE));
        // One pixel more than asked for: rounding must not wrap a line that fits.
        return Math.min(most, Math.ceil(bubble.prefWidth(-1)) + 1);
    }

    private void makeRoom() {
        // What was just made visible or filled has no font and no size before this.
        applyCss();
        double wanted = Math.ceil(meta.prefWidth(-1)) + 12;
        room.setMinSize(wanted, 1);
        room.setPrefSize(wanted, 1);
        room.setMaxSize(wanted, 1);
    }

    @Override
    protected double computePrefHeight(double width) {
        double inner = width < 0 ? getWidth() : width;
        double high = bubble.prefHeight(bubbleWidth(inner));
        return snapSizeY(snappedTopInset() + high + snappedBottomInset());
    }

    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        double wide = bubbleWidth(getWidth());
        double top = snappedTopInset();
        double high = getHeight() - top - snappedBottomInset();
        double left = own ? getWidth() - wide : withAvatar ? AVATAR + AVATAR_GAP : 0;
        bubble.resizeRelocate(snapPositionX(left), top, wide, high);
        avatar.resizeRelocate(0, top + high - AVATAR, AVATAR, AVATAR);
    }
}
