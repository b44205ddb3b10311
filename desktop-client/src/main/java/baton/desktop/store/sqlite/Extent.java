package baton.desktop.store.sqlite;

import baton.model.Hole;
import baton.model.Register;
import baton.model.Span;
import baton.model.SpanSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What there is of a conversation between the floor and the newest seq known, held or not. An
/// event may be here before its head register; then the end lies beyond the head.
///
/// @param stretches disjoint and complete, in rising order
record Extent(long floor, long end, List<Stretch> stretches) {

    /// A run of seqs.
    sealed interface Stretch {
        long from();

        long to();

        record Held(long from, long to) implements Stretch {}

        record Missing(Hole hole) implements Stretch {
            @Override
            public long from() {
                return hole.from();
            }

            @Override
            public long to() {
                return hole.to();
            }
        }
    }

    /// @param scope one conversation
    static Extent of(Sql sql, Scope scope) {
        RegisterReader registers = new RegisterReader(sql);
        long floor = 1;
        long floorCount = 0;
        for (var info : registers.infos(scope)) {
            floor = ((Register.Info) info.register()).floor();
            floorCount = ((Register.Info) info.register()).floorCount();
        }
        SpanSet spans =
                SpanReader.of(sql, scope).getOrDefault(scope.only().getFirst().id(), SpanSet.EMPTY);
        long end = spans.newest();
        long endCount = spans.spans().isEmpty() ? 0 : spans.spans().getLast().countAt();
        for (var head : registers.heads(scope)) {
            Register.Head value = (Register.Head) head.register();
            if (value.seq() > end) {
                end = value.seq();
                endCount = value.count();
            }
        }
        return of(spans, floor, floorCount, end, endCount);
    }

    private static Extent of(SpanSet spans, long floor, long floorCount, long end, long endCount) {
        List<Stretch> stretches = new ArrayList<>();
        for (Span span : spans.spans()) {
            if (span.to() >= floor) {
                stretches.add(new Stretch.Held(Math.max(floor, span.from()), span.to()));
            }
        }
        spans.holes(floor, floorCount, end, endCount).stream()
                .map(Stretch.Missing::new)
                .forEach(stretches::add);
        stretches.sort(Comparator.comparingLong(Stretch::from));
        return new Extent(floor, end, List.copyOf(stretches));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }
}
