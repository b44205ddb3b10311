package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.EmojiPicker;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.Popover;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.UiContext;
import baton.model.Wording;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// Carries out what a person does with a message: asks first where it cannot be undone. FX thread.
final class MessageDeeds implements MessageActions {
    private final UiContext context;
    private final TimelineDoors doors;
    private final TimelineViewModel model;
    private final SelectionViewModel selection;
    private final DayJump jump;
    private final Asking asking;
    private final DayAsking days;
    private final Popover popover = new Popover();
    private final EmojiPicker picker;
    private final Set<String> unfolded = new HashSet<>();

    MessageDeeds(
            UiContext context,
            TimelineDoors doors,
            TimelineViewModel model,
            SelectionViewModel selection,
            DayJump jump) {
        this.context = context;
        this.doors = doors;
        this.model = model;
        this.selection = selection;
        this.jump = jump;
        this.days = new DayAsking(context);
        this.asking = new Asking(context.texts());
        this.picker = new EmojiPicker(context.texts());
    }

    @Override
    public void copy(String text) {
        Clip.put(text);
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
        model.stay();
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
        doors.rework(bubble.clientSeq(), bubble.text());
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
        asking.recall(
                context.texts().get("timeline.recall.question"), near, () -> model.recall(bubble));
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
                                    Asking.wrapped(
                                            context.times().exact(wording.at()),
                                            "caption",
                                            "quiet"),
                                    Asking.wrapped(
                                            SafeText.words(Fold.of(wording.text()).head()),
                                            "small",
                                            "body")));
        }
        card.setFocusTraversable(true);
        popover.show(near, card, card);
    }

    @Override
    public void askForDay(LocalDate offered, Node near) {
        days.show(offered, near, jump::to);
    }

    @Override
    public void pick(TimelineItem.Bubble bubble) {
        selection.toggle(bubble);
    }

    @Override
    public void pickUpTo(TimelineItem.Bubble bubble) {
        selection.extendTo(bubble);
    }

    @Override
    public void reach(TimelineItem.Bubble bubble, Node near) {
        if (bubble.isInLog()) {
            model.readReach(
                    bubble,
                    reach -> {
                        ReachCard card =
                                new ReachCard(context.texts(), reach, bubble.stamp().exact());
                        popover.show(near, card, card);
                    });
        }
    }
}
