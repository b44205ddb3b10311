package baton.model;

import java.util.ArrayList;
import java.util.List;

/// What a device holds of one conversation: disjoint spans in rising order, no two of them
/// touching. Immutable; [#plus] answers a new set.
public record SpanSet(List<Span> spans) {
    public static final SpanSet EMPTY = new SpanSet(List.of());

    /// @throws IllegalArgumentException if the spans are not in rising order or touch each other
    public SpanSet {
        spans = List.copyOf(spans);
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() <= spans.get(i - 1).to() + 1) {
                throw new IllegalArgumentException("spans touch or are out of order");
            }
        }
    }

    /// The union with one more span.
    ///
    /// @throws IllegalArgumentException if the counts at a shared edge contradict each other: the
    ///   two sides do not describe the same log
    public SpanSet plus(Span added) {
        List<Span> result = new ArrayList<>(spans.size() + 1);
        Span merged = added;
        for (Span span : spans) {
            if (span.touches(merged)) {
                merged = union(span, merged);
            } else if (span.to() < merged.from()) {
                result.add(span);
            }
        }
        result.add(merged);
        for (Span span : spans) {
            if (span.from() > merged.to()) {
                result.add(span);
            }
        }
        return new SpanSet(result);
    }

    private static Span union(Span a, Span b) {
        boolean aFirst = a.from() <= b.from();
        Span first = aFirst ? a : b;
        Span second = aFirst ? b : a;
        requireOneLog(first, second);
        Span last = a.to() >= b.to() ? a : b;
        return new Span(first.from(), last.to(), first.countBefore(), last.countAt());
    }

    private static void requireOneLog(Span first, Span second) {
        boolean adjacent = first.to() + 1 == second.from();
        boolean sameStart = first.from() == second.from();
        boolean sameEnd = first.to() == second.to();
        if ((adjacent && first.countAt() != second.countBefore())
                || (sameStart && first.countBefore() != second.countBefore())
                || (sameEnd && first.countAt() != second.countAt())) {
            throw new IllegalArgumentException("spans of different logs");
        }
    }

    public boolean contains(long seq) {
        return spans.stream().anyMatch(span -> span.contains(seq));
    }

    /// The end of the newest span, or 0 if nothing is held.
    public long newest() {
        return spans.isEmpty() ? 0 : spans.getLast().to();
    }

    /// How many countable events are held.
    public long messages() {
        return spans.stream().mapToLong(Span::messages).sum();
    }

    /// What is missing between floor and head, oldest first, with exact counts. Spans beyond the
    /// given head (an event that arrived before its head register) are left out of the arithmetic.
    ///
    /// @param floor first visible seq
    /// @param floorCount prefix count just before `floor`
    /// @param head newest seq of the log; below `floor` if nothing is visible yet
    /// @param headCount prefix count at `head`
    public List<Hole> holes(long floor, long floorCount, long head, long headCount) {
        List<Hole> holes = new ArrayList<>();
        long next = floor;
        long countBefore = floorCount;
        for (Span span : spans) {
            if (span.to() < next || span.from() > head) {
                continue;
            }
            if (span.from() > next) {
                holes.add(new Hole(next, span.from() - 1, span.countBefore() - countBefore));
            }
            next = span.to() + 1;
            countBefore = span.countAt();
        }
        if (next <= head) {
            holes.add(new Hole(next, head, headCount - countBefore));
        }
        return List.copyOf(holes);
    }

    /// How far the log is held without a gap from `floor` on: the last such seq, or `floor - 1`.
    public long contiguousFrom(long floor) {
        for (Span span : spans) {
            if (span.contains(floor)) {
                return span.to();
            }
        }
        return floor - 1;
    }
}
