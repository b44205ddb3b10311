package baton.desktop.store;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.Hole;
import baton.model.MessageId;
import java.time.Instant;

/// One row of a timeline. Edits, recalls and reactions are no rows of their own: they change the
/// row of the message that they are about, at once even while they wait in the outbox.
public sealed interface TimelineRow {

    /// Seq with which the row begins; [Long#MAX_VALUE] for a message that has none yet.
    default long first() {
        return switch (this) {
            case Entry entry -> entry.event().seq();
            case Gap(Hole hole) -> hole.from();
            case Pending pending -> Long.MAX_VALUE;
        };
    }

    /// An event that this device holds.
    ///
    /// @param event as the log has it; what a message says now is in `folded`
    /// @param authorName what to call the author
    /// @param own whether this account wrote it
    /// @param folded [Folded#NOTHING] if the event is no message
    record Entry(Event event, String authorName, boolean own, Tick tick, Folded folded, Quote quote)
            implements TimelineRow {}

    /// Events that exist and are not on this device yet.
    record Gap(Hole hole) implements TimelineRow {}

    /// A message of this device that is not in its log yet; always below every entry.
    ///
    /// @param at when it was composed, by this device's clock
    /// @param tick [Tick#WAITING], [Tick#SENT] or [Tick#FAILED]
    /// @param code why it failed; empty otherwise
    /// @param seen newest seq that the window had shown when the person sent
    record Pending(
            ConversationId conversation,
            long clientSeq,
            MessageId id,
            EventBody body,
            Instant at,
            Tick tick,
            String code,
            Quote quote,
            long seen)
            implements TimelineRow {}
}
