package baton.desktop.store.sqlite;

import baton.desktop.store.Quote;
import baton.desktop.sync.OutboxRow;
import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.MessageId;
import baton.model.Target;
import baton.model.Wording;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What messages of one conversation say now: finds what was said about them, held or still in the
/// outbox, and lets [EventFold] decide. CROSS joins keep their order: from a message by the index
/// to what was said, never through all events.
final class FoldReader {
    private final Sql sql;
    private final Scope.Entry conversation;
    private final Map<MessageId, List<Said>> waiting = new TreeMap<>();

    /// Of what is in the log alone.
    FoldReader(Sql sql, Scope.Entry conversation) {
        this.sql = sql;
        this.conversation = conversation;
    }

    /// @param outbox of the conversation
    FoldReader(Sql sql, Scope.Entry conversation, AccountId self, List<OutboxRow> outbox) {
        this(sql, conversation);
        for (OutboxRow row : outbox) {
            if (!(row.state() instanceof OutboxRow.State.Failed)) {
                Said said =
                        new Said(
                                EventRows.SEQ_MAX + row.clientSeq(),
                                self,
                                row.composedAt(),
                                row.body());
                add(waiting, said);
            }
        }
    }

    private static void add(Map<MessageId, List<Said>> map, Said said) {
        EventFold.targetOf(said.body())
                .ifPresent(target ->
                        map.computeIfAbsent(target.id(), any -> new ArrayList<>()).add(said));
    }

    /// What was said about the events of an interval, by message.
    Map<MessageId, List<Said>> about(long from, long to) {
        Map<MessageId, List<Said>> map = new TreeMap<>();
        sql.list(
                        """
                        SELECT s.* FROM event m CROSS JOIN action a ON a.target = m.id
                        CROSS JOIN event s ON s.key = a.key
                        WHERE m.key BETWEEN ? AND ? AND m.countable = 1 AND a.key BETWEEN ? AND ?
                        """,
                        EventRows::read,
                        key(from),
                        key(to),
                        key(0),
                        EventRows.lastKey(conversation.number()))
                .forEach(event -> add(map, Said.of(event)));
        waiting.forEach(
                (id, said) -> map.computeIfAbsent(id, any -> new ArrayList<>()).addAll(said));
        return map;
    }

    List<Said> about(MessageId id) {
        List<Said> said =
                new ArrayList<>(
                        sql.list(
                                """
                                SELECT s.* FROM action a CROSS JOIN event s ON s.key = a.key
                                WHERE a.target = ? AND a.key BETWEEN ? AND ?
                                """,
                                row -> Said.of(EventRows.read(row)),
                                EventRows.bytes(id),
                                key(0),
                                EventRows.lastKey(conversation.number())));
        said.addAll(waiting.getOrDefault(id, List.of()));
        return said;
    }

    Folded folded(Event event) {
        return event.body().isCountable() ? EventFold.of(event, about(event.id())) : Folded.NOTHING;
    }

    List<Wording> history(Target message) {
        return held(message)
                .map(event -> EventFold.history(event, about(event.id())))
                .orElse(List.of());
    }

    /// The message that a body answers, as it stands.
    Quote quote(EventBody body) {
        if (!(body instanceof EventBody.Message message) || message.reply().isNone()) {
            return Quote.NONE;
        }
        Target target = message.reply();
        return held(target).map(this::quoted).orElseGet(() -> unheld(target));
    }

    private Quote quoted(Event event) {
        Folded folded = folded(event);
        String name = name(event.author());
        return folded.gone()
                ? new Quote.Recalled(event.asTarget(), event.author(), name)
                : new Quote.Held(event.asTarget(), event.author(), name, folded.text());
    }

    private Quote unheld(Target target) {
        return about(target.id()).stream()
                .filter(said -> said.body() instanceof EventBody.Recalled)
                .findFirst()
                .<Quote>map(said -> new Quote.Recalled(target, said.author(), name(said.author())))
                .orElse(new Quote.Absent(target));
    }

    /// Where the target says; if another message stands there, wherever the id is.
    Optional<Event> held(Target target) {
        Optional<Event> there =
                sql.first("SELECT * FROM event WHERE key = ?", EventRows::read, key(target.seq()));
        return there.filter(event -> event.id().equals(target.id()))
                .or(() -> there.flatMap(other -> search(target.id())));
    }

    /// Wherever the id is.
    Optional<Event> search(MessageId id) {
        return sql.first(
                "SELECT * FROM event WHERE key BETWEEN ? AND ? AND id = ?",
                EventRows::read,
                key(0),
                EventRows.lastKey(conversation.number()),
                EventRows.bytes(id));
    }

    String name(AccountId who) {
        return sql.first(
                        "SELECT name FROM person WHERE handle = ?",
                        row -> row.getString(1),
                        who.handle())
                .orElse(who.handle());
    }

    private long key(long seq) {
        return EventRows.key(conversation.number(), Math.min(seq, EventRows.SEQ_MAX));
    }
}
