package baton.desktop.ui.notifications;

import baton.model.ConversationId;
import java.util.Optional;

/// What notifications need of the window. FX thread.
public interface NotificationDoors {

    /// The conversation that somebody looks at right now.
    Optional<ConversationId> attended();

    /// Brings the window to the front, with this conversation if there is one.
    void open(Optional<ConversationId> conversation);
}
