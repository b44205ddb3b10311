package baton.desktop.ui.export;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.TimelinePage;
import java.io.IOException;

/// Writes one conversation, page after page, oldest first. Keeps no page.
interface ConversationWriter {

    void begin(ConversationRow conversation) throws IOException;

    void page(TimelinePage page) throws IOException;

    void end() throws IOException;
}
