package baton.desktop.ui.timeline;

/// What a person may do with a conversation and its rows. FX thread.
interface MessageActions {

    void showMembers();

    void copy(String text);

    void openLink(String address);

    void fill(TimelineItem.Gap gap);

    void markUnreadFrom(TimelineItem.Bubble bubble);

    void retry(TimelineItem.Bubble bubble);

    /// Puts the text back into the composer and deletes the row.
    void edit(TimelineItem.Bubble bubble);

    void discard(TimelineItem.Bubble bubble);
}
