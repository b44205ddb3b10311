package baton.desktop.ui.timeline;

import java.time.LocalDate;
import javafx.scene.Node;

/// What a person may do with a conversation and its rows. FX thread.
interface MessageActions {

    void copy(String text);

    void openLink(String address);

    /// Whether a long message is shown whole.
    boolean isUnfolded(TimelineItem.Bubble bubble);

    /// Shows a long message whole from now on.
    void unfold(TimelineItem.Bubble bubble);

    void fill(TimelineItem.Gap gap);

    void markUnreadFrom(TimelineItem.Bubble bubble);

    void retry(TimelineItem.Bubble bubble);

    /// Puts the text of an unsent message back into the composer and deletes the row.
    void rework(TimelineItem.Bubble bubble);

    void discard(TimelineItem.Bubble bubble);

    /// Begins an answer that quotes the message.
    void reply(TimelineItem.Bubble bubble);

    /// Begins to change one's own message.
    void edit(TimelineItem.Bubble bubble);

    /// Asks, then takes one's own message back.
    ///
    /// @param near where to ask
    void recall(TimelineItem.Bubble bubble, Node near);

    /// Adds one's own reaction, or takes it away if it is there.
    void react(TimelineItem.Bubble bubble, String emoji);

    /// Lets a person choose an emoji to react with.
    ///
    /// @param near where to offer them
    void pickReaction(TimelineItem.Bubble bubble, Node near);

    /// Shows what the message has said before.
    ///
    /// @param near where to show it
    void history(TimelineItem.Bubble bubble, Node near);

    /// Shows who has the message.
    ///
    /// @param near where to show it
    void reach(TimelineItem.Bubble bubble, Node near);

    /// Goes to the message that another one answers.
    void jump(TimelineItem.Answered answered);

    /// Asks for a day to go to.
    ///
    /// @param near where to ask
    void askForDay(LocalDate offered, Node near);

    /// Picks a message to do something with several of them, or no more.
    void pick(TimelineItem.Bubble bubble);

    /// Picks everything from where the person began up to this message.
    void pickUpTo(TimelineItem.Bubble bubble);
}
