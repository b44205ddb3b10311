package baton.desktop.store.sqlite;

import baton.desktop.store.Since;
import baton.model.Event;
import baton.model.Hole;
import baton.model.Target;
import java.time.Instant;
import java.util.Optional;

/// Finds the place of a moment in one log. A log is in the order of time but for what clocks of
/// relays differ by: the first event that is not older decides. Reads the times of everything older
/// that is held, without what it says.
final class SinceQuery {
    private static final String FIRST_SINCE =
            "SELECT key FROM event WHERE key BETWEEN ? AND ? AND at >= ? ORDER BY key LIMIT 1";
    private static final String FIRST_SHOWN =
            "SELECT * FROM event WHERE key BETWEEN ? AND ? AND shown = 1 ORDER BY key LIMIT 1";

    private final Sql sql;
    private final long number;
    private final Extent extent;

    /// @param scope one conversation
    SinceQuery(Sql sql, Scope scope) {
        this.sql = sql;
        this.number = scope.only().getFirst().number();
        this.extent = Extent.of(sql, scope);
    }

    Since since(Instant moment) {
        Optional<Hole> above = Optional.empty();
        boolean begun = false;
        for (Extent.Stretch stretch : extent.stretches()) {
            switch (stretch) {
                case Extent.Stretch.Missing(Hole hole) -> {
                    if (begun) {
                        return new Since.Within(hole);
                    }
                    above = Optional.of(hole);
                }
                case Extent.Stretch.Held held -> {
                    Optional<Long> first =
                            begun ? Optional.of(held.from()) : firstSince(held, moment);
                    if (above.isPresent() && first.equals(Optional.of(held.from()))) {
                        return new Since.Within(above.get());
                    }
                    above = Optional.empty();
                    begun |= first.isPresent();
                    Optional<Event> shown = first.flatMap(seq -> firstShown(seq, held.to()));
                    if (shown.isPresent()) {
                        Event event = shown.get();
                        return new Since.Here(new Target(event.seq(), event.id()));
                    }
                }
            }
        }
        return above.isPresent() ? new Since.Within(above.get()) : new Since.Beyond();
    }

    private Optional<Long> firstSince(Extent.Stretch.Held held, Instant moment) {
        return sql.first(
                FIRST_SINCE,
                row -> EventRows.seq(row.getLong("key")),
                EventRows.key(number, held.from()),
                EventRows.key(number, held.to()),
                moment.toEpochMilli());
    }

    private Optional<Event> firstShown(long from, long to) {
        return sql.first(
                FIRST_SHOWN,
                EventRows::read,
                EventRows.key(number, from),
                EventRows.key(number, to));
    }
}
