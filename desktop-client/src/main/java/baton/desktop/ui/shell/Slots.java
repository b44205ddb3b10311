package baton.desktop.ui.shell;

import baton.desktop.ui.common.View;
import baton.model.ConversationId;
import java.util.function.Consumer;
import javafx.stage.Window;

/// The parts of the window that the shell places and others make.
///
/// @param statusPill at the bottom left, always visible
/// @param syncBar above the list; takes no room while it is not `managed`
/// @param devices the right pane, opened on demand
public record Slots(View statusPill, View syncBar, View devices, NewConversation newConversation) {

    /// Asks whom to write to.
    @FunctionalInterface
    public interface NewConversation {
        /// Shows a dialog over `owner`; `chosen` gets the conversation to open, unless it is
        /// cancelled.
        void ask(Window owner, Consumer<ConversationId> chosen);
    }
}
