package baton.desktop.ui.notifications;

import baton.desktop.store.ConversationRow;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.Optional;

/// What notifications need of the window. FX thread.
public interface NotificationDoors {

    /// The conversation that somebody looks at right now.
    Optional<ConversationId> attended();

    /// Brings the window to the front.
    void open();

    /// Brings the window to the front, with a message of this conversation in sight.
    void open(ConversationId conversation, Target message);

    /// All conversations, whenever any of them may have changed: they are read once for all who
    /// want to know.
    default void read(List<ConversationRow> rows) {}
}
