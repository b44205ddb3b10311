package baton.desktop.store.sqlite;

import baton.desktop.sync.OutboxRow;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Target;
import baton.rules.EventFold;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes the texts of recalled messages out of the tables, whatever arrives first.
///
/// 1. A recall wipes the message, its edits, and what else of it the file holds: a row of the
///    outbox whose event is not here yet, an event set aside, the preview of a head that is older.
/// 2. An edit of a recalled message is wiped when it arrives.
/// 3. A recall that finds no message is remembered. Each page of the conversation is compared with
///    what is remembered; there is hardly ever anything.
///
/// There is no index on ids. A message is looked for where its target says; if another one stands
/// there, a store had lost its end and the message was offered again: then the conversation is
/// searched.
final class Recalls {
    private static final String GONE_EDIT = EventRows.text(new EventBody.Gone("edited", false));

    private final Sql sql;
    private final SearchIndex search;
    private boolean wiped;

    Recalls(Sql sql, SearchIndex search) {
        this.sql = sql;
        this.search = search;
    }

    /// A held event that may have to be wiped.
    private record Held(long key, MessageId id, String author, EventBody body) {}

    /// A recall that waits for its message.
    private record Ahead(long key, MessageId target, long place, String author) {}

    /// The transaction came to nothing.
    void forget() {
        wiped = false;
    }

    /// Whether a text was taken away since this was asked last: then older copies of its page are
    /// still in the file's log.
    boolean takeWiped() {
        boolean taken = wiped;
        wiped = false;
        return taken;
    }

    void recall(ConversationId conversation, long number, Event recall, Target target) {
        String author = recall.author().handle();
        byte[] id = EventRows.bytes(target.id());
        wipeEdits(number, id, author);
        Optional<Held> there = at(EventRows.key(number, target.seq()));
        Optional<Held> message =
                there.filter(held -> held.id().equals(target.id()))
                        .or(() -> there.flatMap(other -> search(number, target.id())));
        if (message.isPresent()) {
            wipe(message.get(), author);
        } else {
            sql.run(
                    "INSERT OR REPLACE INTO recall_ahead VALUES (?, ?, ?)",
                    EventRows.key(number, recall.seq()),
                    id,
                    there.isPresent() ? 0 : target.seq());
        }
        wipeElsewhere(conversation, number, recall, target.id());
    }

    /// The messages at these places were recalled by whoever wrote them.
    void recalled(long number, List<Long> seqs) {
        for (long seq : seqs) {
            at(EventRows.key(number, seq))
                    .ifPresent(held -> {
                        wipeEdits(number, EventRows.bytes(held.id()), held.author());
                        wipe(held, held.author());
                    });
        }
    }

    private void wipeEdits(long number, byte[] message, String author) {
        for (long key :
                sql.list(
                        "SELECT key FROM action WHERE target = ? AND kind = 'edited'"
                                + " AND key BETWEEN ? AND ?",
                        row -> row.getLong(1),
                        message,
                        EventRows.key(number, 0),
                        EventRows.lastKey(number))) {
            wipe(key, author, GONE_EDIT);
        }
    }

    /// An edit that comes after its recall.
    void edit(long number, Event edit, Target target) {
        boolean isRecalled =
                sql.first(
                                """
                                SELECT 1 FROM action a CROSS JOIN event e ON e.key = a.key
                                WHERE a.target = ? AND a.kind = 'recalled' AND e.author = ?
                                AND a.key BETWEEN ? AND ?
                                """,
                                row -> true,
                                EventRows.bytes(target.id()),
                                edit.author().handle(),
                                EventRows.key(number, 0),
                                EventRows.lastKey(number))
                        .isPresent();
        if (isRecalled) {
            wipe(EventRows.key(number, edit.seq()), edit.author().handle(), GONE_EDIT);
        }
    }

    /// The relay says that the body is gone; a copy with the body may be here.
    void gone(long key, EventBody.Gone gone) {
        at(key).ifPresent(held -> wipe(key, held.author(), EventRows.text(gone)));
    }

    /// Events are here now: one of them may be what an earlier recall waited for. CROSS keeps
    /// SQLite from walking through all events of the conversation instead of the few recalls.
    void arrived(long number, List<Event> events) {
        List<Ahead> waiting =
                sql.list(
                        """
                        SELECT w.*, e.author FROM recall_ahead w CROSS JOIN event e ON e.key = w.key
                        WHERE w.key BETWEEN ? AND ?
                        """,
                        row ->
                                new Ahead(
                                        row.getLong("key"),
                                        EventRows.id(row.getBytes("target")),
                                        row.getLong("place"),
                                        row.getString("author")),
                        EventRows.key(number, 0),
                        EventRows.lastKey(number));
        if (waiting.isEmpty()) {
            return;
        }
        Set<MessageId> ids = new HashSet<>();
        Set<Long> places = new HashSet<>();
        for (Event event : events) {
            ids.add(event.id());
            places.add(event.seq());
        }
        for (Ahead recall : waiting) {
            boolean came = ids.contains(recall.target());
            if (came || places.contains(recall.place())) {
                settle(number, recall);
            }
        }
    }

    private void settle(long number, Ahead recall) {
        Optional<Held> message = search(number, recall.target());
        if (message.isPresent()) {
            wipe(message.get(), recall.author());
            sql.run("DELETE FROM recall_ahead WHERE key = ?", recall.key());
        } else {
            sql.run("UPDATE recall_ahead SET place = 0 WHERE key = ?", recall.key());
        }
    }

    /// A preview may come later than the recall of what it shows.
    void head(long number, Register.Head head) {
        boolean isRecalled =
                sql.first(
                                """
                                SELECT 1 FROM event WHERE key > ? AND key <= ? AND countable = 0
                                AND author = ? AND body GLOB '{"kind":"recalled",*'
                                """,
                                row -> true,
                                EventRows.key(number, head.seq()),
                                EventRows.lastKey(number),
                                head.preview().author().handle())
                        .isPresent();
        if (isRecalled) {
            blankPreview(number, Long.MAX_VALUE, head.preview().author().handle());
        }
    }

    private void blankPreview(long number, long before, String author) {
        mark(
                sql.run(
                        "UPDATE head SET kind = 'gone', text = '' WHERE number = ? AND seq < ?"
                                + " AND author = ? AND text <> ''",
                        number,
                        before,
                        author));
    }

    private void wipeElsewhere(
            ConversationId conversation, long number, Event recall, MessageId id) {
        blankPreview(number, recall.seq(), recall.author().handle());
        for (OutboxRow row :
                sql.list(
                        "SELECT * FROM outbox WHERE conversation = ? AND state = 'acked'",
                        LocalRows::outbox,
                        conversation.value())) {
            if (row.id().equals(id) || isEditOf(row.body(), id)) {
                mark(
                        sql.run(
                                "UPDATE outbox SET body = ? WHERE conversation = ?"
                                        + " AND client_seq = ?",
                                EventRows.text(EventFold.gone(row.body())),
                                conversation.value(),
                                row.clientSeq()));
            }
        }
        for (Event event : AsideRows.of(sql, conversation)) {
            boolean isBy = event.author().equals(recall.author());
            if (isBy && (event.id().equals(id) || isEditOf(event.body(), id))) {
                mark(AsideRows.put(sql, conversation, AsideRows.gone(event)));
            }
        }
    }

    private static boolean isEditOf(EventBody body, MessageId id) {
        return body instanceof EventBody.Edited edited && edited.target().id().equals(id);
    }

    private void wipe(Held message, String author) {
        if (message.body().isCountable()) {
            wipe(message.key(), author, EventRows.text(EventFold.gone(message.body())));
        }
    }

    /// Nothing if somebody else wrote the event.
    private void wipe(long key, String author, String gone) {
        boolean says =
                sql.first(
                                "SELECT 1 FROM event WHERE key = ? AND author = ? AND body <> ?",
                                row -> true,
                                key,
                                author,
                                gone)
                        .isPresent();
        if (says) {
            search.forget(key);
            mark(sql.run("UPDATE event SET body = ? WHERE key = ?", gone, key));
        }
    }

    private void mark(int changed) {
        wiped |= changed > 0;
    }

    private Optional<Held> at(long key) {
        return sql.first("SELECT * FROM event WHERE key = ?", Recalls::held, key);
    }

    private Optional<Held> search(long number, MessageId id) {
        return sql.first(
                "SELECT * FROM event WHERE key BETWEEN ? AND ? AND id = ?",
                Recalls::held,
                EventRows.key(number, 0),
                EventRows.lastKey(number),
                EventRows.bytes(id));
    }

    private static Held held(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Held(
                row.getLong("key"),
                EventRows.id(row.getBytes("id")),
                row.getString("author"),
                EventRows.body(row.getString("body")));
    }
}
