package baton.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class SpanSetTest {
    private static final int LOG = 60;

    @Test
    void anyOrderOfArrivalGivesTheSameSpansAndExactHoles() {
        Seeds.run(1, 2_000, SpanSetTest::compareWithBits);
    }

    private static void compareWithBits(RandomGenerator random) {
        boolean[] countable = new boolean[LOG + 1];
        long[] count = new long[LOG + 1];
        for (int seq = 1; seq <= LOG; seq++) {
            countable[seq] = random.nextInt(4) > 0;
            count[seq] = count[seq - 1] + (countable[seq] ? 1 : 0);
        }
        BitSet held = new BitSet();
        SpanSet spans = SpanSet.EMPTY;
        int steps = random.nextInt(1, 20);
        for (int step = 0; step < steps; step++) {
            int from = random.nextInt(1, LOG + 1);
            int to = Math.min(LOG, from + random.nextInt(8));
            spans = spans.plus(new Span(from, to, count[from - 1], count[to]));
            held.set(from, to + 1);
        }
        int floor = random.nextInt(1, LOG + 1);
        int head = random.nextInt(floor - 1, LOG + 1);

        for (int seq = 1; seq <= LOG; seq++) {
            assertEquals(held.get(seq), spans.contains(seq), "seq " + seq);
        }
        assertEquals(held.stream().filter(seq -> countable[seq]).count(), spans.messages());
        assertEquals(Math.max(0, held.length() - 1), spans.newest());
        assertEquals(
                holesOf(held, countable, floor, head),
                spans.holes(floor, count[floor - 1], head, count[head]));
        assertEquals(held.nextClearBit(floor) - 1, spans.contiguousFrom(floor));
    }

    private static List<Hole> holesOf(BitSet held, boolean[] countable, int floor, int head) {
        List<Hole> holes = new ArrayList<>();
        int seq = floor;
        while (seq <= head) {
            if (held.get(seq)) {
                seq++;
                continue;
            }
            int from = seq;
            long messages = 0;
            while (seq <= head && !held.get(seq)) {
                messages += countable[seq] ? 1 : 0;
                seq++;
            }
            holes.add(new Hole(from, seq - 1, messages));
        }
        return holes;
    }

    @Test
    void neighboursOfDifferentLogsAreNotJoined() {
        SpanSet spans = SpanSet.EMPTY.plus(new Span(1, 3, 0, 3));

        assertThrows(IllegalArgumentException.class, () -> spans.plus(new Span(4, 6, 1, 4)));
    }

    @Test
    void anEmptyLogHasNoHole() {
        assertEquals(List.of(), SpanSet.EMPTY.holes(1, 0, 0, 0));
    }

    @Test
    void everythingMissingIsOneHoleWithTheLogsCount() {
        assertEquals(List.of(new Hole(5, 90, 70)), SpanSet.EMPTY.holes(5, 4, 90, 74));
    }

    @Test
    void spansThatTouchCannotStandApart() {
        List<Span> touching = List.of(new Span(1, 2, 0, 2), new Span(3, 4, 2, 4));

        assertThrows(IllegalArgumentException.class, () -> new SpanSet(touching));
    }

    @Test
    void aSpanCannotCountMoreThanItHolds() {
        assertThrows(IllegalArgumentException.class, () -> new Span(1, 2, 0, 3));
        assertThrows(IllegalArgumentException.class, () -> new Span(3, 2, 0, 0));
        assertTrue(new Span(1, 2, 0, 2).touches(new Span(3, 3, 2, 2)));
        assertFalse(new Span(1, 2, 0, 2).touches(new Span(4, 4, 2, 2)));
    }
}
