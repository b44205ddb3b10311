package baton.desktop.store.sqlite;

import baton.desktop.sync.Place;
import baton.model.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads where logs stand at events that are held.
final class PlaceReader {
    private PlaceReader() {}

    /// The first and the last event of every span.
    static Map<ConversationId, List<Place>> edges(Sql sql) {
        Map<ConversationId, List<Place>> edges = new TreeMap<>();
        sql.list(
                """
                SELECT e.*, c.id AS conversation
                FROM (SELECT number << 40 | first AS key, number FROM span
                    UNION SELECT number << 40 | last, number FROM span) s
                CROSS JOIN event e ON e.key = s.key CROSS JOIN conversation c ON c.number = s.number
                ORDER BY e.key
                """,
                row ->
                        edges.computeIfAbsent(LocalRows.conversation(row), any -> new ArrayList<>())
                                .add(Place.of(EventRows.read(row))));
        return edges;
    }

    static List<Place> between(Sql sql, Scope scope, long from, long to) {
        long number = scope.only().getFirst().number();
        return sql.list(
                "SELECT * FROM event WHERE key BETWEEN ? AND ? ORDER BY key",
                row -> Place.of(EventRows.read(row)),
                EventRows.key(number, Math.clamp(from, 0, EventRows.SEQ_MAX)),
                EventRows.key(number, Math.clamp(to, 0, EventRows.SEQ_MAX)));
    }
}
