package baton.desktop.ui.outbox;

import baton.model.ConversationId;
import java.util.List;

/// What waits in one conversation, in the order in which it goes out.
record OutboxGroup(ConversationId conversation, String title, List<OutboxItem> items) {
    OutboxGroup {
        items = List.copyOf(items);
    }
}
