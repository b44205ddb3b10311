package baton.desktop.ui.shell;

import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.View;
import baton.model.ConversationId;
import java.util.function.Consumer;

/// The parts of the window that the shell places and others make.
///
/// @param statusPill at the bottom left, always visible
/// @param syncBar above the list; takes no room while it is not `managed`
/// @param devices the right pane, opened on demand
/// @param overlay where the window shows dialogs
public record Slots(
        View statusPill,
        View syncBar,
        View devices,
        People people,
        Dialogs dialogs,
        Overlay overlay) {

    /// The dialogs that stand alone; each opens one.
    ///
    /// @param connection how the connection to the relay does
    /// @param export offers to write a conversation into a file
    public record Dialogs(
            Runnable settings,
            Runnable outbox,
            Runnable connection,
            Consumer<ConversationId> export) {}

    /// The dialogs about who takes part.
    public interface People {
        /// Asks whom to write to; `chosen` gets the conversation to open, unless it is cancelled.
        void newConversation(Consumer<ConversationId> chosen);

        /// Shows who is in a group, with invite and leave.
        void members(ConversationId group);
    }
}
