package baton.desktop.ui.notifications;

import baton.model.ConversationId;

/// What is to be done with what a person is shown.
sealed interface Act {

    /// Shows the notification of a conversation, in place of the one that it has.
    ///
    /// @param newest of its messages
    /// @param count how many messages it stands for, 1 or more
    /// @param alert whether it is news, not a correction of what is shown
    record Show(ConversationId conversation, News newest, int count, boolean alert)
            implements Act {}

    record Withdraw(ConversationId conversation) implements Act {}

    /// Shows the one notification for all that came while the device was away.
    record Summarize(int messages, int conversations) implements Act {}

    record WithdrawSummary() implements Act {}
}
