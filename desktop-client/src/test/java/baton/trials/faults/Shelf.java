package baton.trials.faults;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.Identity;
import baton.desktop.store.sqlite.SqliteReader;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// One device's store as it lies on the disk, read with plain SQL while its owner goes on; badges
/// and drafts through the product's reader, as a window shows them. One thread.
final class Shelf implements AutoCloseable {
    private static final int SEQ_BITS = 40;
    private static final FrameCodec CODEC = new FrameCodec();

    private final String profile;
    private final Connection sql;
    private final Identity me;
    private final SqliteReader reader;

    private Shelf(String profile, Path store, Connection sql) throws SQLException {
        this.profile = profile;
        this.sql = sql;
        this.me =
                one(
                                "SELECT relay, account, name, device, device_name FROM identity",
                                row ->
                                        new Identity(
                                                row.getString(1),
                                                new AccountId(row.getString(2)),
                                                row.getString(3),
                                                new DeviceId(row.getString(4)),
                                                row.getString(5)))
                        .orElseThrow();
        this.reader = new SqliteReader(store, me);
    }

    static Shelf open(String profile, Path store) {
        try {
            return new Shelf(profile, store, DriverManager.getConnection("jdbc:sqlite:" + store));
        } catch (SQLException e) {
            throw new AssertionError("the store of " + profile + " cannot be read", e);
        }
    }

    @FunctionalInterface
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> all(String query, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = sql.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    private <T> Optional<T> one(String query, Row<T> row, Object... values) throws SQLException {
        return all(query, row, values).stream().findFirst();
    }

    String profile() {
        return profile;
    }

    DeviceId device() {
        return me.device();
    }

    AccountId account() {
        return me.account();
    }

    /// Whether every page of the file is in order.
    boolean isWhole() {
        try {
            return one("PRAGMA integrity_check", row -> row.getString(1))
                    .filter("ok"::equals)
                    .isPresent();
        } catch (SQLException e) {
            return false;
        }
    }

    /// What it holds of a conversation.
    Copy copy(ConversationId conversation) {
        try {
            long number =
                    one(
                                    "SELECT number FROM conversation WHERE id = ?",
                                    row -> row.getLong(1),
                                    conversation.value())
                            .orElse(0L);
            Optional<ConversationRow> shown = reader.conversation(conversation);
            return new Copy(
                    new Copy.Owner(profile, me.device(), me.account()),
                    events(number),
                    all(
                            "SELECT first, last FROM span WHERE number = ? ORDER BY first",
                            row -> new Copy.Stretch(row.getLong(1), row.getLong(2)),
                            number),
                    head(number),
                    floor(number),
                    mark(number, conversation),
                    outbox(conversation),
                    new Copy.Shown(
                            shown.map(ConversationRow::unread).orElse(0L),
                            shown.map(row -> row.draft().text()).orElse(""),
                            shown.map(row -> row.flags().pinned()).orElse(false)));
        } catch (SQLException e) {
            throw new AssertionError("the store of " + profile + " cannot be read", e);
        }
    }

    private List<Event> events(long number) throws SQLException {
        return all(
                "SELECT * FROM event WHERE key >= ? AND key < ? ORDER BY key",
                Shelf::event,
                number << SEQ_BITS,
                (number + 1) << SEQ_BITS);
    }

    private static Event event(ResultSet row) throws SQLException {
        ByteBuffer id = ByteBuffer.wrap(row.getBytes("id"));
        return new Event(
                row.getLong("key") & ((1L << SEQ_BITS) - 1),
                row.getLong("count"),
                row.getLong("digest"),
                new AccountId(row.getString("author")),
                new DeviceId(row.getString("device")),
                row.getLong("client_seq"),
                new MessageId(new UUID(id.getLong(), id.getLong())),
                Instant.ofEpochMilli(row.getLong("at")),
                new Seal(row.getLong("hash"), row.getLong("proof")),
                body(row.getString("body")));
    }

    private static EventBody body(String json) {
        try {
            return CODEC.decodeBody(json);
        } catch (MalformedFrameException e) {
            throw new AssertionError("a store holds a body that is none", e);
        }
    }

    private Copy.Head head(long number) throws SQLException {
        return one(
                        "SELECT seq, count, digest FROM head WHERE number = ?",
                        row -> new Copy.Head(row.getLong(1), row.getLong(2), row.getLong(3)),
                        number)
                .orElse(Copy.Head.NONE);
    }

    private Copy.Floor floor(long number) throws SQLException {
        return one(
                        "SELECT floor, floor_count FROM info WHERE number = ?",
                        row -> new Copy.Floor(row.getLong(1), row.getLong(2)),
                        number)
                .orElse(Copy.Floor.NONE);
    }

    /// What this device read and has not told yet counts here already.
    private Copy.Mark mark(long number, ConversationId conversation) throws SQLException {
        Function<Optional<Copy.Mark>, Copy.Mark> orNone = mark -> mark.orElse(Copy.Mark.NONE);
        Row<Copy.Mark> read = row -> new Copy.Mark(row.getLong(1), row.getLong(2));
        Copy.Mark told =
                orNone.apply(
                        one(
                                "SELECT generation, seq FROM read_mark WHERE number = ?",
                                read,
                                number));
        Copy.Mark own =
                orNone.apply(
                        one(
                                "SELECT generation, seq FROM local_read WHERE conversation = ?",
                                read,
                                conversation.value()));
        return told.compareTo(own) >= 0 ? told : own;
    }

    private List<Copy.Waiting> outbox(ConversationId conversation) throws SQLException {
        return all(
                "SELECT id, body, state, code FROM outbox WHERE conversation = ?",
                row -> waiting(row),
                conversation.value());
    }

    private static Copy.Waiting waiting(ResultSet row) throws SQLException {
        String text =
                switch (body(row.getString("body"))) {
                    case EventBody.Message message -> message.text();
                    case EventBody.Edited edited -> edited.text();
                    default -> "";
                };
        boolean isFailed = row.getString("state").equals("failed");
        return new Copy.Waiting(
                MessageId.parse(row.getString("id")), text, isFailed ? row.getString("code") : "");
    }

    @Override
    public void close() {
        reader.close();
        try {
            sql.close();
        } catch (SQLException e) {
            throw new AssertionError("the store of " + profile + " cannot be let go of", e);
        }
    }
}
