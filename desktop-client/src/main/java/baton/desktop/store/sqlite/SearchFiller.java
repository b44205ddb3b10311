package baton.desktop.store.sqlite;

import baton.desktop.store.sqlite.SearchIndex.Doc;
import baton.desktop.store.sqlite.SearchIndex.Entry;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Puts the texts that wait into the index, a few at a time: what arrived last first, and of a
/// stretch the end first. A text that was put in already is found to be there, so a stretch may be
/// noted twice.
///
/// A message goes in by what it says now, and an edit leads to its message. If that is not where
/// the edit says, the edit goes in by itself until its message comes.
final class SearchFiller {
    private static final int ROWS_MAX = 2_000;

    private final Sql sql;
    private final SearchIndex index;

    SearchFiller(Sql sql, SearchIndex index) {
        this.sql = sql;
        this.index = index;
    }

    /// A stretch that waits.
    private record Todo(long number, long first, long last, long texts) {
        static Todo read(ResultSet row) throws SQLException {
            return new Todo(
                    row.getLong("number"),
                    row.getLong("first"),
                    row.getLong("last"),
                    row.getLong("texts"));
        }
    }

    /// Works on the stretch that was noted last. Inside a transaction.
    ///
    /// @param letters how many to read at most, one text at least
    void fill(int letters) {
        Optional<Todo> newest =
                sql.first("SELECT * FROM search_todo ORDER BY number DESC LIMIT 1", Todo::read);
        newest.ifPresent(todo -> fill(todo, letters));
    }

    private void fill(Todo todo, int letters) {
        List<Event> events = newest(todo, letters);
        if (!events.isEmpty()) {
            long number = todo.first() >> EventRows.SEQ_BITS;
            index.add(missing(number, messages(number, events)));
        }
        long rest = events.isEmpty() ? 0 : events.getLast().seq() - 1;
        long last = (todo.first() >> EventRows.SEQ_BITS << EventRows.SEQ_BITS) + rest;
        if (last < todo.first()) {
            sql.run("DELETE FROM search_todo WHERE number = ?", todo.number());
        } else {
            sql.run(
                    "UPDATE search_todo SET last = ?, texts = ? WHERE number = ?",
                    last,
                    Math.max(1, todo.texts() - events.size()),
                    todo.number());
        }
    }

    private List<Event> newest(Todo todo, int letters) {
        List<Event> events = new ArrayList<>();
        long[] room = {letters};
        sql.walk(
                "SELECT * FROM event WHERE key BETWEEN ? AND ? AND "
                        + SearchIndex.HAS_TEXT
                        + " ORDER BY key DESC",
                row -> {
                    Event event = EventRows.read(row);
                    events.add(event);
                    room[0] -= 1 + SearchIndex.textOf(event.body()).map(String::length).orElse(0);
                    return room[0] > 0 && events.size() < ROWS_MAX;
                },
                todo.first(),
                todo.last());
        return events;
    }

    /// The messages that these events are or change, by key, with what was said about them.
    private Map<Long, Message> messages(long number, List<Event> events) {
        FoldReader folds = new FoldReader(sql, Scope.entry(sql, number));
        Map<MessageId, List<Said>> said =
                folds.about(events.getLast().seq(), events.getFirst().seq());
        Map<Long, Message> messages = new TreeMap<>();
        for (Event event : events) {
            Message message =
                    event.body() instanceof EventBody.Edited edited
                            ? folds.held(edited.target())
                                    .map(held -> new Message(held, folds.about(held.id())))
                                    .orElse(new Message(event, List.of()))
                            : new Message(event, said.getOrDefault(event.id(), List.of()));
            messages.putIfAbsent(EventRows.key(number, message.event().seq()), message);
        }
        return messages;
    }

    /// A message, or an edit without one, and what was said about it.
    private record Message(Event event, List<Said> said) {

        /// The event whose text stands; empty if none does.
        Optional<Said> wording() {
            if (SearchIndex.textOf(event.body()).isEmpty() || EventFold.of(event, said).gone()) {
                return Optional.empty();
            }
            return edits().filter(one -> one.author().equals(event.author()))
                    .max(Comparator.comparingLong(Said::seq))
                    .or(() -> Optional.of(Said.of(event)));
        }

        Stream<Said> edits() {
            return said.stream().filter(one -> one.body() instanceof EventBody.Edited);
        }
    }

    /// Entries for what is not in the index; what is there by an older wording is taken out.
    private List<Entry> missing(long number, Map<Long, Message> messages) {
        List<Entry> entries = new ArrayList<>();
        messages.forEach((key, message) -> {
            message.edits().map(edit -> EventRows.key(number, edit.seq())).forEach(this::removeAt);
            message.wording()
                    .ifPresent(wording -> {
                        Doc doc = new Doc(key, EventRows.key(number, wording.seq()));
                        Optional<Doc> before = docAt(key);
                        if (before.filter(doc::equals).isEmpty()) {
                            before.ifPresent(index::remove);
                            entries.add(entry(doc, message.event(), wording));
                        }
                    });
        });
        return entries;
    }

    private void removeAt(long key) {
        docAt(key).ifPresent(index::remove);
    }

    private Optional<Doc> docAt(long key) {
        return sql.first("SELECT key, wording FROM search_doc WHERE key = ?", Doc::read, key);
    }

    private static Entry entry(Doc doc, Event message, Said wording) {
        return new Entry(
                doc,
                message.at().toEpochMilli(),
                message.author().handle(),
                SearchIndex.textOf(wording.body()).orElse(""));
    }
}
