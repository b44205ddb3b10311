package baton.desktop.store.sqlite;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Counts an account's prefix tally at a place of a log from a place whose tally is known: the
/// start, the floor, the head, a read mark. Exact if everything between the two is held; otherwise
/// counted forward from the nearest known place below, over what is held, which never claims too
/// much.
final class TallyReader {
    private final Sql sql;
    private final AccountId self;

    TallyReader(Sql sql, AccountId self) {
        this.sql = sql;
        this.self = self;
    }

    /// A place whose tally is known.
    private record Known(long seq, Tally tally) {
        long distance(long other) {
            return Math.abs(other - seq);
        }
    }

    Tally at(ConversationId conversation, long seq) {
        return Scope.find(sql, conversation).map(scope -> at(scope, seq)).orElse(Tally.ZERO);
    }

    Tally at(Scope scope, long seq) {
        ConversationId conversation = scope.only().getFirst().id();
        SpanSet spans = SpanReader.of(sql, scope).getOrDefault(conversation, SpanSet.EMPTY);
        List<Known> known = known(scope);
        List<Known> exact =
                known.stream().filter(place -> isHeld(spans, place.seq(), seq)).toList();
        if (!exact.isEmpty()) {
            return from(scope, nearest(exact, seq), seq);
        }
        List<Known> below = known.stream().filter(place -> place.seq() <= seq).toList();
        return from(scope, nearest(below, seq), seq);
    }

    private static Known nearest(List<Known> places, long seq) {
        return places.stream()
                .min(Comparator.comparingLong((Known place) -> place.distance(seq)))
                .orElse(new Known(0, Tally.ZERO));
    }

    private List<Known> known(Scope scope) {
        List<Known> known = new ArrayList<>();
        known.add(new Known(0, Tally.ZERO));
        RegisterReader registers = new RegisterReader(sql);
        for (Revised info : registers.infos(scope)) {
            Register.Info value = (Register.Info) info.register();
            known.add(new Known(value.floor() - 1, value.floorTally()));
        }
        for (Revised head : registers.heads(scope)) {
            Register.Head value = (Register.Head) head.register();
            known.add(new Known(value.seq(), value.tally()));
        }
        for (Revised read : registers.reads(scope)) {
            Register.Read value = (Register.Read) read.register();
            known.add(new Known(value.seq(), value.tally()));
        }
        return known;
    }

    private static boolean isHeld(SpanSet spans, long one, long other) {
        long first = Math.min(one, other) + 1;
        long last = Math.max(one, other);
        return first > last
                || spans.spans().stream()
                        .anyMatch((Span span) -> span.contains(first) && span.contains(last));
    }

    private Tally from(Scope scope, Known known, long seq) {
        long sign = known.seq() <= seq ? 1 : -1;
        Tally between = between(scope, Math.min(known.seq(), seq), Math.max(known.seq(), seq));
        return new Tally(
                known.tally().count() + sign * between.count(),
                known.tally().own() + sign * between.own());
    }

    /// Held countable events after `low`, up to and including `high`.
    private Tally between(Scope scope, long low, long high) {
        long number = scope.only().getFirst().number();
        return sql.first(
                        """
                        SELECT COUNT(*), COALESCE(SUM(author = ?), 0) FROM event
                        WHERE key > ? AND key <= ? AND countable = 1
                        """,
                        row -> new Tally(row.getLong(1), row.getLong(2)),
                        self.handle(),
                        EventRows.key(number, low),
                        EventRows.key(number, Math.min(high, EventRows.SEQ_MAX)))
                .orElse(Tally.ZERO);
    }
}
