package baton.desktop.store.sqlite;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Target;
import baton.rules.EventFold;
import java.util.List;
import java.util.Optional;

/// Writes events of one conversation, and for those that are about another one, which one.
final class EventWriter {
    private final Sql sql;
    private final Recalls recalls;

    EventWriter(Sql sql, Recalls recalls) {
        this.sql = sql;
        this.recalls = recalls;
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
    }

    private void index(long number, Event event, Target target) {
        sql.run(
                "INSERT OR IGNORE INTO action VALUES (?, ?, ?)",
                EventRows.bytes(target.id()),
                EventRows.key(number, event.seq()),
                event.body().kind());
    }
}
