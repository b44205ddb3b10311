package baton.desktop.ui.search;

import baton.model.ConversationId;
import baton.model.Target;

/// What a search leaves to the rest of the window. FX thread.
public interface SearchDoors {

    /// Shows a message among those around it.
    void show(ConversationId conversation, Target message);

    /// The search was closed.
    void closed();
}
