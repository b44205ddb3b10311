package baton.desktop.sync;

import baton.model.Span;
import baton.model.SpanSet;
import java.util.ArrayList;
import java.util.List;

/// What is left of spans when a log loses its end or its beginning.
final class Cut {
    private Cut() {}

    /// Only what lies at or below a place of the log.
    static SpanSet above(SpanSet held, long seq, long countAt) {
        List<Span> left = new ArrayList<>();
        for (Span span : held.spans()) {
            if (span.to() <= seq) {
                left.add(span);
            } else if (span.from() <= seq) {
                left.add(new Span(span.from(), seq, span.countBefore(), countAt));
            }
        }
        return new SpanSet(left);
    }

    /// Only what lies at or above a floor. A span whose counts do not agree with the floor's is of
    /// another log and goes too.
    static SpanSet below(SpanSet held, long floor, long floorCount) {
        List<Span> left = new ArrayList<>();
        for (Span span : held.spans()) {
            if (span.from() >= floor) {
                left.add(span);
            } else if (span.to() >= floor && agrees(span, floor, floorCount)) {
                left.add(new Span(floor, span.to(), floorCount, span.countAt()));
            }
        }
        return new SpanSet(left);
    }

    private static boolean agrees(Span span, long floor, long floorCount) {
        long inside = span.countAt() - floorCount;
        return span.countBefore() <= floorCount && 0 <= inside && inside <= span.to() - floor + 1;
    }

    /// The greatest seq that is held at or below another; 0 if none is.
    static long newestUpTo(SpanSet held, long seq) {
        for (Span span : held.spans().reversed()) {
            if (span.from() <= seq) {
                return Math.min(span.to(), seq);
            }
        }
        return 0;
    }
}
