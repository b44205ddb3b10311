package baton.desktop.store.sqlite;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Target;
import baton.rules.EventFold;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.Set;

/// Writes events of one conversation, and for those that are about another one, which one.
final class EventWriter {
    private final Sql sql;
    private final Recalls recalls;
    private final SearchIndex search;

    EventWriter(Sql sql, Recalls recalls, SearchIndex search) {
        this.sql = sql;
        this.recalls = recalls;
        this.search = search;
    }

    void store(ConversationId conversation, long number, List<Event> events) {
        sql.batch(EventRows.INSERT, events, event -> EventRows.values(number, event));
        for (Event event : events) {
            Optional<Target> target = EventFold.targetOf(event.body());
            target.ifPresent(about -> index(number, event, about));
        }
        for (Event event : events) {
            switch (event.body()) {
                case EventBody.Recalled recalled ->
                        recalls.recall(conversation, number, event, recalled.target());
                case EventBody.Edited edited -> recalls.edit(number, event, edited.target());
                case EventBody.Gone gone -> recalls.gone(EventRows.key(number, event.seq()), gone);
                default -> {}
            }
        }
        recalls.arrived(number, events);
        noteTexts(number, events);
    }

    private void noteTexts(long number, List<Event> events) {
        LongSummaryStatistics texts =
                events.stream()
                        .filter(event -> SearchIndex.textOf(event.body()).isPresent())
                        .mapToLong(Event::seq)
                        .summaryStatistics();
        if (texts.getCount() > 0) {
            search.arrived(
                    EventRows.key(number, texts.getMin()),
                    EventRows.key(number, texts.getMax()),
                    texts.getCount());
        }
    }

    /// What lies below a floor is gone by rule.
    void drop(long number, long floor) {
        removeBetween(EventRows.key(number, 0), EventRows.key(number, floor) - 1);
    }

    /// What the relay does not have any more leaves the log and is kept whole.
    void setAside(ConversationId conversation, long number, long from) {
        long first = EventRows.key(number, from);
        long last = EventRows.lastKey(number);
        Set<MessageId> known = new HashSet<>();
        AsideRows.of(sql, conversation).forEach(event -> known.add(event.id()));
        for (Event event :
                sql.list(
                        "SELECT * FROM event WHERE key BETWEEN ? AND ? ORDER BY key",
                        EventRows::read,
                        first,
                        last)) {
            if (known.add(event.id())) {
                AsideRows.put(sql, conversation, event);
            }
        }
        removeBetween(first, last);
    }

    private void removeBetween(long first, long last) {
        search.forgetBetween(first, last);
        sql.run("DELETE FROM action WHERE key BETWEEN ? AND ?", first, last);
        sql.run("DELETE FROM recall_ahead WHERE key BETWEEN ? AND ?", first, last);
        sql.run("DELETE FROM event WHERE key BETWEEN ? AND ?", first, last);
    }

    private void index(long number, Event event, Target target) {
        sql.run(
                "INSERT OR IGNORE INTO action VALUES (?, ?, ?)",
                EventRows.bytes(target.id()),
                EventRows.key(number, event.seq()),
                event.body().kind());
    }
}
