package baton.desktop.store;

import baton.model.ConversationId;
import java.util.List;
import java.util.Optional;

/// Queries for screens. Every call blocks on SQLite and sees one consistent state: call it on a
/// reader thread, never on the FX thread. Safe for any number of threads.
public interface StoreReader {

    /// All conversations, newest activity first.
    List<ConversationRow> conversations();

    /// Empty if the account has no such conversation yet (a direct one before its first message).
    Optional<ConversationRow> conversation(ConversationId id);

    /// The newest rows at or below a seq, holes included.
    ///
    /// @param upTo newest seq wanted; [Long#MAX_VALUE] for the end of the timeline with pending
    ///   rows
    /// @param limit how many entries and gaps at most, 1 or more; pending rows come on top, all of
    ///   them, because no seq leads to them
    TimelinePage timelineUpTo(ConversationId id, long upTo, int limit);

    /// The oldest rows at or above a seq, holes included; pending rows when it reaches the end.
    TimelinePage timelineFrom(ConversationId id, long from, int limit);

    /// This device first, then by name.
    List<DeviceRow> devices();

    /// Everything that waits to be sent or was refused, oldest first.
    List<TimelineRow.Pending> outbox();
}
