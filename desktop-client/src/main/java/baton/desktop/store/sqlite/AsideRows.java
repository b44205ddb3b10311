package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.MessageId;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.rules.EventFold;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Events that were set aside, whole: as the relay's log kept them.
final class AsideRows {
    private static final FrameCodec CODEC = new FrameCodec();

    private AsideRows() {}

    /// An event with whose log it is of.
    record Aside(ConversationId conversation, Event event) {
        static Aside read(ResultSet row) throws SQLException {
            return new Aside(LocalRows.conversation(row), AsideRows.read(row));
        }
    }

    /// In the order of the seqs at which they stood.
    static List<Event> of(Sql sql, ConversationId conversation) {
        return sql.list(
                "SELECT * FROM aside WHERE conversation = ? ORDER BY seq, id",
                AsideRows::read,
                conversation.value());
    }

    static Set<ConversationId> conversations(Sql sql) {
        return new TreeSet<>(
                sql.list("SELECT DISTINCT conversation FROM aside", LocalRows::conversation));
    }

    static void remove(Sql sql, ConversationId conversation, MessageId id) {
        sql.run(
                "DELETE FROM aside WHERE conversation = ? AND id = ?",
                conversation.value(),
                id.toString());
    }

    static int put(Sql sql, ConversationId conversation, Event event) {
        return sql.run(
                "INSERT OR REPLACE INTO aside VALUES (?, ?, ?, ?, ?, ?)",
                conversation.value(),
                event.id().toString(),
                event.seq(),
                event.count(),
                event.digest(),
                CODEC.encodeEntry(event));
    }

    static Event read(ResultSet row) throws SQLException {
        try {
            return CODEC.decodeStored(
                    new StoredEvent(
                            row.getLong("seq"),
                            row.getLong("count"),
                            row.getLong("digest"),
                            row.getString("entry")));
        } catch (MalformedFrameException e) {
            throw new StoreException(StoreException.STORE_DAMAGED, e);
        }
    }

    /// The event after a recall.
    static Event gone(Event event) {
        return event.saying(EventFold.gone(event.body()));
    }
}
