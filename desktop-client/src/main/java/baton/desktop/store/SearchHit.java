package baton.desktop.store;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Target;
import java.time.Instant;
import java.util.List;

/// A message that was found.
///
/// @param title as in [ConversationRow]
/// @param authorName what to call the author
/// @param text as the message stands
/// @param marks where the text holds what was sought, rising, none touching another
public record SearchHit(
        ConversationId conversation,
        String title,
        Target target,
        AccountId author,
        String authorName,
        Instant at,
        String text,
        List<Mark> marks) {
    public SearchHit {
        marks = List.copyOf(marks);
    }

    /// A stretch of the text.
    ///
    /// @param from first UTF-16 unit
    /// @param to the unit after the last one
    public record Mark(int from, int to) {}

    /// Prints the length only: bodies must never reach a log.
    @Override
    public String toString() {
        return "SearchHit[%s in %s by %s, %d chars]"
                .formatted(target, conversation, author, text.length());
    }
}
