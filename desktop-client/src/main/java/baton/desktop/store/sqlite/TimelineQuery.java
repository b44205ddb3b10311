package baton.desktop.store.sqlite;

import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.AccountId;
import baton.model.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Pages of one timeline. A gap is one row wherever a page meets it, with the whole hole in it, so
/// that it looks the same from above and from below. Every stretch held costs one range of the
/// event table.
final class TimelineQuery {
    private static final String EVENTS =
            """
            SELECT e.*, COALESCE(p.name, e.author) AS author_name
            FROM event e LEFT JOIN person p ON p.handle = e.author
            WHERE e.key BETWEEN ? AND ? ORDER BY e.key %s LIMIT ?
            """;
    private static final String UPWARD = EVENTS.formatted("ASC");
    private static final String DOWNWARD = EVENTS.formatted("DESC");

    private final Sql sql;
    private final AccountId self;
    private final Scope.Entry conversation;
    private final Extent extent;
    private final Receipts receipts;

    /// @param scope one conversation
    TimelineQuery(Sql sql, AccountId self, Scope scope) {
        this.sql = sql;
        this.self = self;
        this.conversation = scope.only().getFirst();
        this.extent = Extent.of(sql, scope);
        this.receipts =
                Receipts.of(sql, scope, self).getOrDefault(conversation.number(), Receipts.NONE);
    }

    TimelinePage upTo(long upTo, int limit) {
        List<TimelineRow> rows = new ArrayList<>();
        for (Extent.Stretch stretch : extent.stretches().reversed()) {
            if (stretch.from() <= upTo && rows.size() < limit) {
                add(rows, stretch, stretch.from(), Math.min(upTo, stretch.to()), DOWNWARD, limit);
            }
        }
        Collections.reverse(rows);
        boolean reachesFloor = rows.isEmpty() || first(rows.getFirst()) <= extent.floor();
        List<TimelineRow.Pending> pending = pending();
        if (upTo == Long.MAX_VALUE) {
            rows.addAll(pending);
            return new TimelinePage(rows, reachesFloor, true);
        }
        boolean nothingNewer =
                rows.isEmpty() ? extent.isEmpty() : last(rows.getLast()) >= extent.end();
        return new TimelinePage(rows, reachesFloor, nothingNewer && pending.isEmpty());
    }

    TimelinePage from(long from, int limit) {
        List<TimelineRow> rows = new ArrayList<>();
        for (Extent.Stretch stretch : extent.stretches()) {
            if (stretch.to() >= from && rows.size() < limit) {
                add(rows, stretch, Math.max(from, stretch.from()), stretch.to(), UPWARD, limit);
            }
        }
        boolean reachesFloor =
                rows.isEmpty() ? extent.isEmpty() : first(rows.getFirst()) <= extent.floor();
        boolean reachesEnd = rows.isEmpty() || last(rows.getLast()) >= extent.end();
        if (reachesEnd) {
            rows.addAll(pending());
        }
        return new TimelinePage(rows, reachesFloor, reachesEnd);
    }

    private void add(
            List<TimelineRow> rows,
            Extent.Stretch stretch,
            long from,
            long to,
            String order,
            int limit) {
        switch (stretch) {
            case Extent.Stretch.Missing missing -> rows.add(new TimelineRow.Gap(missing.hole()));
            case Extent.Stretch.Held held -> {
                long number = conversation.number();
                rows.addAll(
                        sql.list(
                                order,
                                this::entry,
                                EventRows.key(number, from),
                                EventRows.key(number, to),
                                limit - rows.size()));
            }
        }
    }

    private TimelineRow entry(ResultSet row) throws SQLException {
        Event event = EventRows.read(row);
        boolean own = event.author().equals(self);
        return new TimelineRow.Entry(
                event, row.getString("author_name"), own, receipts.tick(own, event.seq()));
    }

    private List<TimelineRow.Pending> pending() {
        return sql.list(
                "SELECT * FROM outbox WHERE conversation = ? ORDER BY client_seq",
                PendingRows::read,
                conversation.id().value());
    }

    private static long first(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> entry.event().seq();
            case TimelineRow.Gap gap -> gap.hole().from();
            case TimelineRow.Pending pending -> Long.MAX_VALUE;
        };
    }

    private static long last(TimelineRow row) {
        return switch (row) {
            case TimelineRow.Entry entry -> entry.event().seq();
            case TimelineRow.Gap gap -> gap.hole().to();
            case TimelineRow.Pending pending -> Long.MAX_VALUE;
        };
    }
}
