package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Avatar;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.TickMark;
import java.text.NumberFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A message with its author's avatar at the left, or one's own at the right. Lays itself out: a
/// bubble is as wide as its text needs, at most three quarters of the row and never wider than
/// reads well. Beside it there is room for what can be done with it.
final class BubbleRow extends Region {
    private static final double SHARE = 0.76;
    private static final double WIDTH_MAX = 640;
    private static final double AVATAR = 28;
    private static final double AVATAR_GAP = 10;
    private static final double BAR_GAP = 6;
    private static final double PICK = 14;

    /// Within what the list leaves free at its side.
    private static final double PICK_LEFT = -17;

    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final Supplier<MessageActions> actions;
    private final HoverBar bar;
    private final Avatar avatar = new Avatar(false);
    private final Label author = new Label();
    private final StyleSlot colour = new StyleSlot(author);
    private final QuoteBlock quote = new QuoteBlock();
    private final MessageBody body;
    private final Button edited;
    private final Label clock = new Label();
    private final Tooltip exact = new Tooltip();
    private final TickMark tick = new TickMark();
    private final HBox meta;
    private final StackPane words;
    private final Button more;
    private final Tooltip handle = new Tooltip();
    private final Label problem = new Label();
    private final FlowPane choices = new FlowPane(4, 0);
    private final ChipRow chips;
    private final VBox bubble;
    private final StackPane pick = new StackPane(new Region());
    private boolean own;
    private boolean withAvatar;
    private boolean standing;
    private boolean isFresh = true;
    private Runnable connectBar = () -> {};

    /// @param bar of all rows of a list: it is beside the one under the pointer
    BubbleRow(Texts texts, Supplier<MessageActions> actions, HoverBar bar) {
        this.actions = actions;
        this.bar = bar;
        body = new MessageBody(texts, actions);
        edited = button(texts, "timeline.edited");
        edited.getStyleClass().setAll("button", "caption", "edited");
        more = button(texts, "timeline.unfold");
        Tooltip.install(author, handle);
        chips = new ChipRow(NumberFormat.getIntegerInstance(texts.locale()));
        meta = new HBox(4, edited, clock, tick);
        words = new StackPane(body, meta);
        bubble = new VBox(1, author, quote, words, more, problem, choices, chips);
        bubble.getStyleClass().add("bubble");
        author.getStyleClass().addAll("caption", "strong");
        clock.getStyleClass().addAll("caption", "faint", "digits");
        clock.setMinWidth(USE_PREF_SIZE);
        meta.setAlignment(Pos.CENTER_RIGHT);
        meta.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        StackPane.setAlignment(meta, Pos.BOTTOM_RIGHT);
        Tooltip.install(clock, exact);
        problem.getStyleClass().addAll("caption", "alarm-text");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        VBox.setMargin(quote, new Insets(2, 0, 3, 0));
        VBox.setMargin(chips, new Insets(5, 0, 1, 0));
        for (String key :
                List.of("timeline.retry", "timeline.edit", "timeline.copy", "timeline.delete")) {
            choices.getChildren().add(button(texts, key));
        }
        hoverProperty().addListener(observed -> placeBar());
        pick.getStyleClass().add("pick");
        pick.getChildren().getFirst().getStyleClass().add("pick-mark");
        pick.setManaged(false);
        pick.setVisible(false);
        pick.setMouseTransparent(true);
        getChildren().addAll(avatar, bubble, pick);
    }

    private static Button button(Texts texts, String key) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().setAll("button", "text-button", "caption");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    /// @param menu shows the message's menu below a node
    void show(TimelineItem.Bubble item, Consumer<Node> menu) {
        isFresh = true;
        own = item.author().own();
        withAvatar = item.grouping().withAuthor() && !own;
        showAuthor(item);
        clock.setText(item.stamp().clock());
        exact.setText(item.stamp().exact());
        tick.show(item.tick());
        quote.show(item.answered());
        Shown.when(quote, !item.answered().target().isNone() && !item.words().gone());
        showWords(item, menu);
        Shown.when(edited, item.words().edited());
        problem.setText(item.note().problem());
        Shown.when(problem, item.isFailed());
        Shown.when(choices, item.isFailed());
        chips.show(item.chips(), emoji -> actions.get().react(item, emoji));
        Shown.when(chips, !item.chips().isEmpty());
        connect(item, menu);
        setPadding(
                new Insets(item.grouping().first() ? 6 : 1, 0, item.grouping().last() ? 2 : 1, 0));
        requestLayout();
    }

    /// Shows beside the message whether it is picked.
    ///
    /// @param picking whether any is
    void mark(boolean picking, boolean picked) {
        pick.setVisible(picking);
        pick.pseudoClassStateChanged(PICKED, picked);
    }

    private void showWords(TimelineItem.Bubble item, Consumer<Node> menu) {
        Fold fold =
                actions.get().isUnfolded(item)
                        ? new Fold(item.text(), false)
                        : Fold.of(item.text());
        body.show(item.words(), fold.head());
        Shown.when(more, fold.cut());
        more.setOnAction(event -> {
            actions.get().unfold(item);
            show(item, menu);
        });
    }

    private void showAuthor(TimelineItem.Bubble item) {
        // A change of classes styles the whole bubble anew.
        String whose = own ? "own" : "other";
        if (!bubble.getStyleClass().contains(whose)) {
            bubble.getStyleClass().setAll("bubble", whose);
        }
        avatar.setVisible(withAvatar && item.grouping().last());
        avatar.show(item.author().handle(), item.author().name());
        colour.hold("name-" + Avatar.hueOf(item.author().handle()));
        author.setText(item.author().name());
        handle.setText("@" + item.author().handle());
        Shown.when(author, withAvatar && item.grouping().first());
    }

    private void connect(TimelineItem.Bubble item, Consumer<Node> menu) {
        press(0, () -> actions.get().retry(item));
        press(1, () -> actions.get().rework(item));
        press(2, () -> actions.get().copy(item.text()));
        press(3, () -> actions.get().discard(item));
        quote.setOnAction(event -> actions.get().jump(item.answered()));
        edited.setOnAction(event -> actions.get().history(item, edited));
        standing = item.isStanding();
        connectBar =
                () ->
                        bar.connect(
                                near -> actions.get().pickReaction(item, near),
                                () -> actions.get().reply(item),
                                menu);
        placeBar();
    }

    /// Icons take their size a moment late, and what is new is laid out anew. A list that lays out
    /// a row while it scrolls jumps: so the bar is no business of the row's layout.
    private void placeBar() {
        if (isHover() && standing) {
            connectBar.run();
            if (bar.getParent() != this) {
                getChildren().add(bar);
                bar.applyCss();
            }
            requestLayout();
        } else {
            getChildren().remove(bar);
        }
    }

    private void press(int index, Runnable action) {
        ((Button) choices.getChildren().get(index)).setOnAction(event -> action.run());
    }

    /// Where a question about the message is asked.
    Node place() {
        return bubble;
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
        if (isFresh && getScene() != null) {
            // What was just made visible or filled has no font and no size before this. Once is
            // enough: it styles the whole row anew, and a list asks for heights all the time.
            applyCss();
            isFresh = false;
        }
        body.keepRoom(Math.ceil(meta.prefWidth(-1)) + 12);
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
        pick.resizeRelocate(PICK_LEFT, snapPositionY(top + PICK / 2), PICK, PICK);
        if (bar.getParent() == this) {
            double barWide = bar.prefWidth(-1);
            double barLeft = own ? left - BAR_GAP - barWide : left + wide + BAR_GAP;
            bar.resizeRelocate(
                    snapPositionX(Math.max(0, barLeft)), top, barWide, bar.prefHeight(-1));
        }
    }
}
