package baton.desktop.ui.conversations;

import baton.desktop.store.ConversationRow;
import baton.model.ConversationId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// In which order the list stands: pinned ones first, then newest activity first, except while the
/// order is held because a pointer is over the list and a row must not slip away under it. Pure.
final class ListOrder {
    private static final Comparator<ConversationRow> NEWEST_FIRST =
            Comparator.comparing((ConversationRow row) -> row.flags().pinned())
                    .thenComparing(row -> row.last().at())
                    .reversed()
                    .thenComparing(ConversationRow::id);

    private ListOrder() {}

    static List<ConversationRow> newestFirst(Collection<ConversationRow> rows) {
        return rows.stream().sorted(NEWEST_FIRST).toList();
    }

    /// Known conversations stay where they are; new ones stand below until the order is let go.
    static List<ConversationRow> held(
            List<ConversationId> order, Collection<ConversationRow> rows) {
        List<ConversationRow> result = new ArrayList<>(rows.size());
        Set<ConversationId> placed = new HashSet<>(order);
        for (ConversationId id : order) {
            rows.stream().filter(row -> row.id().equals(id)).forEach(result::add);
        }
        newestFirst(rows).stream().filter(row -> !placed.contains(row.id())).forEach(result::add);
        return result;
    }
}
