package baton.desktop.ui.timeline;

import baton.desktop.ui.common.EmojiPicker;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.Popover;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.model.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Carries out what a person does with a message: asks first where it cannot be undone. FX thread.
final class MessageDeeds implements MessageActions {
    private static final double CARD_WIDTH = 340;

    private final UiContext context;
    private final TimelineDoors doors;
    private final TimelineViewModel model;
    private final Popover popover = new Popover();
    private final EmojiPicker picker;
    private final Set<String> unfolded = new HashSet<>();

    MessageDeeds(UiContext context, TimelineDoors doors, TimelineViewModel model) {
        this.context = context;
        this.doors = doors;
        this.model = model;
        this.picker = new EmojiPicker(context.texts());
    }

    @Override
    public void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    @Override
    public void openLink(String address) {
        Links.target(address).ifPresent(context.machine().links()::open);
    }

    @Override
    public boolean isUnfolded(TimelineItem.Bubble bubble) {
        return unfolded.contains(bubble.key());
    }

    @Override
    public void unfold(TimelineItem.Bubble bubble) {
        unfolded.add(bubble.key());
    }

    @Override
    public void fill(TimelineItem.Gap gap) {
        model.fill(gap);
    }

    @Override
    public void markUnreadFrom(TimelineItem.Bubble bubble) {
        model.markUnreadFrom(bubble.seq());
    }

    @Override
    public void retry(TimelineItem.Bubble bubble) {
        model.retry(bubble.clientSeq());
    }

    @Override
    public void rework(TimelineItem.Bubble bubble) {
        doors.compose(bubble.text());
        model.discard(bubble.clientSeq());
    }

    @Override
    public void discard(TimelineItem.Bubble bubble) {
        model.discard(bubble.clientSeq());
    }

    @Override
    public void reply(TimelineItem.Bubble bubble) {
        if (bubble.isStanding()) {
            doors.reply(quoted(bubble));
        }
    }

    @Override
    public void edit(TimelineItem.Bubble bubble) {
        if (bubble.isOwnStanding()) {
            doors.edit(quoted(bubble));
        }
    }

    private static Quoted quoted(TimelineItem.Bubble bubble) {
        TimelineItem.Author author = bubble.author();
        return new Quoted(bubble.target(), author.handle(), author.name(), bubble.text());
    }

    @Override
    public void react(TimelineItem.Bubble bubble, String emoji) {
        model.react(bubble, emoji);
    }

    @Override
    public void pickReaction(TimelineItem.Bubble bubble, Node near) {
        if (bubble.isStanding()) {
            picker.show(near, emoji -> model.react(bubble, emoji));
        }
    }

    @Override
    public void jump(TimelineItem.Answered answered) {
        model.jump(answered.target());
    }

    @Override
    public void recall(TimelineItem.Bubble bubble, Node near) {
        if (!bubble.isOwnStanding()) {
            return;
        }
        Texts texts = context.texts();
        Label question = label(texts.get("timeline.recall.question"), "small", "body");
        Button yes = new Button(texts.get("timeline.recall.yes"));
        yes.getStyleClass().add("primary-button");
        yes.setOnAction(event -> {
            popover.hide();
            model.recall(bubble);
        });
        Button no = new Button(texts.get("timeline.recall.no"));
        no.getStyleClass().add("text-button");
        no.setOnAction(event -> popover.hide());
        VBox card = new VBox(12, question, new HBox(8, yes, no));
        card.getStyleClass().add("card-content");
        popover.show(near, card, yes);
    }

    @Override
    public void history(TimelineItem.Bubble bubble, Node near) {
        model.readHistory(bubble, wordings -> showHistory(wordings, near));
    }

    private void showHistory(List<Wording> wordings, Node near) {
        VBox card = new VBox(8);
        card.getStyleClass().add("card-content");
        for (Wording wording : wordings) {
            card.getChildren()
                    .add(
                            new VBox(
                                    label(context.times().exact(wording.at()), "caption", "quiet"),
                                    label(
                                            SafeText.words(Fold.of(wording.text()).head()),
                                            "small",
                                            "body")));
        }
        card.setFocusTraversable(true);
        popover.show(near, card, card);
    }

    private static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        label.setWrapText(true);
        label.setMaxWidth(CARD_WIDTH);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
