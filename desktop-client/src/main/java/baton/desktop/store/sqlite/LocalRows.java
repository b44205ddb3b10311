package baton.desktop.store.sqlite;

import baton.desktop.store.Identity;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.MessageId;
import baton.model.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// Rows of what only this device knows: outbox, drafts, marks, whose store it is.
final class LocalRows {
    private static final String WAITING = "waiting";
    private static final String ACKED = "acked";
    private static final String FAILED = "failed";

    private LocalRows() {}

    static ConversationId conversation(ResultSet row) throws SQLException {
        return new ConversationId(row.getString("conversation"));
    }

    static OutboxRow outbox(ResultSet row) throws SQLException {
        return new OutboxRow(
                conversation(row),
                row.getLong("client_seq"),
                MessageId.parse(row.getString("id")),
                row.getLong("seen"),
                row.getLong("claim"),
                EventRows.body(row.getString("body")),
                Instant.ofEpochMilli(row.getLong("composed_at")),
                state(row));
    }

    private static OutboxRow.State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case ACKED -> new OutboxRow.State.Acked(row.getLong("acked_seq"));
            case FAILED ->
                    new OutboxRow.State.Failed(row.getString("code"), row.getLong("acked_seq"));
            default -> new OutboxRow.State.Waiting(row.getLong("acked_seq"), row.getString("code"));
        };
    }

    static Object[] values(OutboxRow row) {
        String state = WAITING;
        long ackedSeq = 0;
        String code = "";
        switch (row.state()) {
            case OutboxRow.State.Waiting waiting -> {
                ackedSeq = waiting.taken();
                code = waiting.refused();
            }
            case OutboxRow.State.Acked acked -> {
                state = ACKED;
                ackedSeq = acked.seq();
            }
            case OutboxRow.State.Failed failed -> {
                state = FAILED;
                code = failed.code();
                ackedSeq = failed.seq();
            }
        }
        return new Object[] {
            row.conversation().value(),
            row.clientSeq(),
            row.id().toString(),
            row.seen(),
            EventRows.text(row.body()),
            row.composedAt().toEpochMilli(),
            state,
            ackedSeq,
            code,
            row.claim()
        };
    }

    static LocalDraft draft(ResultSet row) throws SQLException {
        return new LocalDraft(
                conversation(row),
                row.getString("text"),
                row.getLong("basis"),
                Instant.ofEpochMilli(row.getLong("at")));
    }

    static Object[] values(LocalDraft draft) {
        return new Object[] {
            draft.conversation().value(), draft.text(), draft.basis(), draft.at().toEpochMilli()
        };
    }

    static Register.Read read(ResultSet row) throws SQLException {
        return new Register.Read(
                conversation(row),
                row.getLong("generation"),
                row.getLong("seq"),
                row.getLong("count"),
                row.getLong("own"));
    }

    static Identity identity(ResultSet row) throws SQLException {
        return new Identity(
                row.getString("relay"),
                new AccountId(row.getString("account")),
                row.getString("name"),
                new DeviceId(row.getString("device")),
                row.getString("device_name"));
    }
}
