package baton.desktop.store.sqlite;

import baton.model.ConversationId;
import baton.model.Span;
import baton.model.SpanSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads what is held.
final class SpanReader {
    private SpanReader() {}

    static Map<ConversationId, SpanSet> of(Sql sql, Scope scope) {
        Map<ConversationId, List<Span>> spans = new TreeMap<>();
        sql.list(
                "SELECT s.*, c.id AS conversation FROM span s JOIN conversation c"
                        + " ON c.number = s.number"
                        + scope.where("s.number")
                        + " ORDER BY s.number, s.first",
                row ->
                        spans.computeIfAbsent(LocalRows.conversation(row), any -> new ArrayList<>())
                                .add(
                                        new Span(
                                                row.getLong("first"),
                                                row.getLong("last"),
                                                row.getLong("count_before"),
                                                row.getLong("count_at"))),
                scope.numbers());
        Map<ConversationId, SpanSet> sets = new TreeMap<>();
        spans.forEach((conversation, list) -> sets.put(conversation, new SpanSet(list)));
        return sets;
    }
}
