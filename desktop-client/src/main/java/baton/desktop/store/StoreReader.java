package baton.desktop.store;

import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Target;
import baton.model.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

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

    /// Where the first row stands that is not older than a moment.
    Since since(ConversationId id, Instant moment);

    /// All that a message has said, the first wording first; empty if it is gone or not held.
    List<Wording> history(ConversationId id, Target message);

    /// Who has a message that this device holds.
    ///
    /// @param seq of an event that is held; [Reach#UNKNOWN] for any other
    Reach reach(ConversationId id, long seq);

    /// The value of a setting, as this device set it last or the relay tells; empty is the default.
    ///
    /// @param scope a conversation's id, or empty for the whole account
    String setting(String name, String scope);

    /// All settings that are not at their default.
    List<Register.Setting> settings();

    /// Messages that were said, are held and not gone, and hold what the query asks for. What waits
    /// in the outbox is not looked through, but changes what is found, as in the timeline.
    ///
    /// @param limit hits at most, 1 or more
    /// @param wanted asked on the calling thread now and then; once it is not, the answer is
    ///   [SearchPage#NONE] soon
    SearchPage search(SearchQuery query, int limit, BooleanSupplier wanted);

    /// This device first, then by name; those that were signed out are left out.
    List<DeviceRow> devices();

    /// Everything that waits to be sent or was refused, oldest first.
    List<TimelineRow.Pending> outbox();
}
