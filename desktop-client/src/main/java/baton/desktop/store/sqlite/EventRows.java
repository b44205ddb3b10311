package baton.desktop.store.sqlite;

import baton.desktop.store.StoreException;
import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;

/// How an event looks as a row, and how its place makes its key: conversation number in the upper
/// 24 bits, seq in the lower 40.
final class EventRows {
    static final int SEQ_BITS = 40;
    static final long SEQ_MAX = (1L << SEQ_BITS) - 1;
    static final String INSERT =
            """
            INSERT OR IGNORE INTO event (key, count, digest, author, device, client_seq, id, at, hash,
            proof, countable, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final FrameCodec CODEC = new FrameCodec();

    private EventRows() {}

    /// @throws IllegalArgumentException if the seq needs more than 40 bits
    static long key(long number, long seq) {
        if (seq < 0 || seq > SEQ_MAX) {
            throw new IllegalArgumentException("seq beyond every log");
        }
        return number << SEQ_BITS | seq;
    }

    /// The key of the greatest seq there can be.
    static long lastKey(long number) {
        return key(number, SEQ_MAX);
    }

    static long seq(long key) {
        return key & SEQ_MAX;
    }

    static Object[] values(long number, Event event) {
        return new Object[] {
            key(number, event.seq()),
            event.count(),
            event.digest(),
            event.author().handle(),
            event.device().value(),
            event.clientSeq(),
            bytes(event.id()),
            event.at().toEpochMilli(),
            event.hash(),
            event.seal().proof(),
            event.body().isCountable() ? 1 : 0,
            text(event.body())
        };
    }

    static Event read(ResultSet row) throws SQLException {
        return new Event(
                seq(row.getLong("key")),
                row.getLong("count"),
                row.getLong("digest"),
                new AccountId(row.getString("author")),
                new DeviceId(row.getString("device")),
                row.getLong("client_seq"),
                id(row.getBytes("id")),
                Instant.ofEpochMilli(row.getLong("at")),
                new Seal(row.getLong("hash"), row.getLong("proof")),
                body(row.getString("body")));
    }

    static String text(EventBody body) {
        return CODEC.encodeBody(body);
    }

    /// @throws StoreException `store-damaged` if the text is not what was written
    static EventBody body(String json) {
        try {
            return CODEC.decodeBody(json);
        } catch (MalformedFrameException e) {
            throw new StoreException(StoreException.STORE_DAMAGED, e);
        }
    }

    static byte[] bytes(MessageId id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.value().getMostSignificantBits())
                .putLong(id.value().getLeastSignificantBits())
                .array();
    }

    static MessageId id(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new MessageId(new UUID(buffer.getLong(), buffer.getLong()));
    }
}
