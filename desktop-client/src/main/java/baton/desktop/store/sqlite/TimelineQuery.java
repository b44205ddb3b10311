package baton.desktop.store.sqlite;

import baton.desktop.store.Quote;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.sync.OutboxRow;
import baton.model.AccountId;
import baton.model.Event;
import baton.model.Folded;
import baton.model.MessageId;
import baton.model.Target;
import baton.model.Wording;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Pages of one timeline. A gap is one row wherever a page meets it, with the whole hole in it, so
/// that it looks the same from above and from below. Every stretch held costs one range of the
/// event table and one of what was said about it.
final class TimelineQuery {
    private static final String EVENTS =
            """
            SELECT e.*, COALESCE(p.name, e.author) AS author_name
            FROM event e LEFT JOIN person p ON p.handle = e.author
            WHERE e.key BETWEEN ? AND ? AND e.shown = 1 ORDER BY e.key %s LIMIT ?
            """;
    private static final String UPWARD = EVENTS.formatted("ASC");
    private static final String DOWNWARD = EVENTS.formatted("DESC");

    private final Sql sql;
    private final AccountId self;
    private final Scope.Entry conversation;
    private final Extent extent;
    private final Receipts receipts;
    private final List<OutboxRow> outbox;
    private final FoldReader folds;

    /// @param scope one conversation
    TimelineQuery(Sql sql, AccountId self, Scope scope) {
        this.sql = sql;
        this.self = self;
        this.conversation = scope.only().getFirst();
        this.extent = Extent.of(sql, scope);
        this.receipts =
                Receipts.of(sql, scope, self).getOrDefault(conversation.number(), Receipts.NONE);
        this.outbox =
                sql.list(
                        "SELECT * FROM outbox WHERE conversation = ? ORDER BY client_seq",
                        LocalRows::outbox,
                        conversation.id().value());
        this.folds = new FoldReader(sql, conversation, self, outbox);
    }

    TimelinePage upTo(long upTo, int limit) {
        List<TimelineRow> rows = below(upTo, limit + 1);
        boolean reachesFloor = rows.size() <= limit;
        Collections.reverse(rows);
        if (!reachesFloor) {
            rows.removeFirst();
        }
        List<TimelineRow.Pending> pending = pending();
        if (upTo == Long.MAX_VALUE) {
            rows.addAll(pending);
            return new TimelinePage(rows, reachesFloor, true);
        }
        boolean reachesEnd = pending.isEmpty() && !isAnythingAfter(upTo);
        return new TimelinePage(rows, reachesFloor, reachesEnd);
    }

    TimelinePage from(long from, int limit) {
        List<TimelineRow> rows = above(from, limit + 1);
        boolean reachesEnd = rows.size() <= limit;
        if (reachesEnd) {
            rows.addAll(pending());
        } else {
            rows.removeLast();
        }
        return new TimelinePage(rows, !isAnythingBefore(from), reachesEnd);
    }

    List<Wording> history(Target message) {
        return folds.history(message);
    }

    /// Newest first.
    private List<TimelineRow> below(long upTo, int limit) {
        List<TimelineRow> rows = new ArrayList<>();
        for (Extent.Stretch stretch : extent.stretches().reversed()) {
            if (stretch.from() <= upTo && rows.size() < limit) {
                rows.addAll(part(stretch, 0, upTo, DOWNWARD, limit - rows.size()));
            }
        }
        return rows;
    }

    private List<TimelineRow> above(long from, int limit) {
        List<TimelineRow> rows = new ArrayList<>();
        for (Extent.Stretch stretch : extent.stretches()) {
            if (stretch.to() >= from && rows.size() < limit) {
                rows.addAll(part(stretch, from, Long.MAX_VALUE, UPWARD, limit - rows.size()));
            }
        }
        return rows;
    }

    /// A gap counts where it begins.
    private boolean isAnythingAfter(long seq) {
        return extent.stretches().stream()
                .anyMatch(stretch ->
                        switch (stretch) {
                            case Extent.Stretch.Missing missing -> missing.from() > seq;
                            case Extent.Stretch.Held held ->
                                    isShown(Math.max(held.from(), seq + 1), held.to());
                        });
    }

    /// A gap counts where it ends.
    private boolean isAnythingBefore(long seq) {
        return extent.stretches().stream()
                .anyMatch(stretch ->
                        switch (stretch) {
                            case Extent.Stretch.Missing missing -> missing.to() < seq;
                            case Extent.Stretch.Held held ->
                                    isShown(held.from(), Math.min(held.to(), seq - 1));
                        });
    }

    private boolean isShown(long from, long to) {
        return from <= to
                && sql.first(
                                "SELECT 1 FROM event WHERE key BETWEEN ? AND ? AND shown = 1"
                                        + " LIMIT 1",
                                row -> true,
                                key(from),
                                key(to))
                        .isPresent();
    }

    private List<TimelineRow> part(
            Extent.Stretch stretch, long from, long to, String order, int limit) {
        return switch (stretch) {
            case Extent.Stretch.Missing missing -> List.of(new TimelineRow.Gap(missing.hole()));
            case Extent.Stretch.Held held ->
                    entries(
                            sql.list(
                                    order,
                                    TimelineQuery::named,
                                    key(Math.max(from, held.from())),
                                    key(Math.min(to, held.to())),
                                    limit));
        };
    }

    /// An event and what to call its author.
    private record Named(Event event, String author) {}

    private static Named named(ResultSet row) throws SQLException {
        return new Named(EventRows.read(row), row.getString("author_name"));
    }

    private List<TimelineRow> entries(List<Named> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        long one = events.getFirst().event().seq();
        long other = events.getLast().event().seq();
        Map<MessageId, List<Said>> said = folds.about(Math.min(one, other), Math.max(one, other));
        List<TimelineRow> rows = new ArrayList<>();
        for (Named named : events) {
            Event event = named.event();
            boolean own = event.author().equals(self);
            Folded folded =
                    event.body().isCountable()
                            ? EventFold.of(event, said.getOrDefault(event.id(), List.of()))
                            : Folded.NOTHING;
            rows.add(
                    new TimelineRow.Entry(
                            event,
                            named.author(),
                            own,
                            receipts.tick(own, event.seq()),
                            folded,
                            folded.gone() ? Quote.NONE : folds.quote(event.body())));
        }
        return rows;
    }

    private List<TimelineRow.Pending> pending() {
        return outbox.stream()
                .filter(row -> EventFold.isShown(row.body()))
                .map(row -> PendingRows.of(row, folds.quote(row.body())))
                .toList();
    }

    private long key(long seq) {
        return EventRows.key(conversation.number(), Math.clamp(seq, 0, EventRows.SEQ_MAX));
    }
}
