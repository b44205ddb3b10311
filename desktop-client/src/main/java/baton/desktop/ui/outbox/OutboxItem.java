package baton.desktop.ui.outbox;

import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.model.ConversationId;

/// One row of the outbox in words.
///
/// @param words what it says, or what it does if it is no message; several lines at most
/// @param sign an emoji that belongs to the words; empty for none
/// @param stands how far it has come and since when it waits
/// @param problem why it was not sent and what to do; empty while it waits
/// @param tries how often it was tried, what came of it and when it is tried again; empty if it was
///   not, or not by this run of the program
/// @param meaning what deleting it would mean
/// @param spoken all of it, for a voice
record OutboxItem(
        Key key,
        String words,
        String sign,
        String stands,
        String problem,
        String tries,
        Tick tick,
        Choices choices,
        String meaning,
        String spoken) {

    /// Names the row in its device's outbox.
    record Key(ConversationId conversation, long clientSeq) {
        static Key of(TimelineRow.Pending row) {
            return new Key(row.conversation(), row.clientSeq());
        }
    }

    /// What may be done with it; a row that waits may be on its way already and is left alone.
    ///
    /// @param delete whether it may be deleted
    /// @param retry whether trying again can help without looking at the conversation first
    /// @param edit whether its text may go back into the composer
    /// @param text to be copied, as it was written; empty if there is none
    /// @param seen newest seq that the window had shown when it was written
    record Choices(boolean delete, boolean retry, boolean edit, String text, long seen) {}

    boolean isFailed() {
        return tick == Tick.FAILED;
    }
}
