package baton.desktop.store.sqlite;

import baton.desktop.store.Quote;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;

/// Rows of the outbox as a screen shows them.
final class PendingRows {
    private PendingRows() {}

    static TimelineRow.Pending of(OutboxRow row, Quote quote) {
        return new TimelineRow.Pending(
                row.conversation(),
                row.clientSeq(),
                row.id(),
                row.body(),
                row.composedAt(),
                tick(row.state()),
                row.state() instanceof OutboxRow.State.Failed failed ? failed.code() : "",
                quote,
                row.seen());
    }

    private static Tick tick(OutboxRow.State state) {
        return switch (state) {
            case OutboxRow.State.Waiting waiting -> Tick.WAITING;
            case OutboxRow.State.Acked acked -> Tick.SENT;
            case OutboxRow.State.Failed failed -> Tick.FAILED;
        };
    }
}
