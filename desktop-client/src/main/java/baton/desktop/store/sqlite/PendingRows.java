package baton.desktop.store.sqlite;

import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;
import java.sql.ResultSet;
import java.sql.SQLException;

/// Rows of the outbox as a screen shows them.
final class PendingRows {
    private PendingRows() {}

    static TimelineRow.Pending read(ResultSet row) throws SQLException {
        OutboxRow out = LocalRows.outbox(row);
        return new TimelineRow.Pending(
                out.conversation(),
                out.clientSeq(),
                out.id(),
                out.body(),
                out.composedAt(),
                tick(out.state()),
                out.state() instanceof OutboxRow.State.Failed failed ? failed.code() : "");
    }

    private static Tick tick(OutboxRow.State state) {
        return switch (state) {
            case OutboxRow.State.Waiting waiting -> Tick.WAITING;
            case OutboxRow.State.Acked acked -> Tick.SENT;
            case OutboxRow.State.Failed failed -> Tick.FAILED;
        };
    }
}
