package baton.desktop.store.sqlite;

import baton.model.ConversationId;
import java.util.List;
import java.util.Optional;

/// Which conversations a query is about: all of them, or one.
///
/// @param only empty for all
record Scope(List<Entry> only) {
    static final Scope ALL = new Scope(List.of());

    /// @param number the conversation's key in the tables
    record Entry(long number, ConversationId id) {}

    static Scope of(long number, ConversationId id) {
        return new Scope(List.of(new Entry(number, id)));
    }

    /// The scope of one conversation; empty if the store does not know it.
    static Optional<Scope> find(Sql sql, ConversationId id) {
        return sql.first(
                        "SELECT number FROM conversation WHERE id = ?",
                        row -> row.getLong(1),
                        id.value())
                .map(number -> of(number, id));
    }

    /// The conversation of a number that was given out.
    static Entry entry(Sql sql, long number) {
        return sql.first(
                        "SELECT number, id AS conversation FROM conversation WHERE number = ?",
                        row -> new Entry(number, LocalRows.conversation(row)),
                        number)
                .orElseThrow();
    }

    /// Restricts a query of a table that has the conversation's number.
    String where(String column) {
        return only.isEmpty() ? "" : " WHERE " + column + " = ?";
    }

    Object[] numbers() {
        return only.stream().map(Entry::number).toArray();
    }

    Object[] ids() {
        return only.stream().map(entry -> entry.id().value()).toArray();
    }
}
