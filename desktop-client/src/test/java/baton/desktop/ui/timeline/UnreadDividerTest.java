package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table of the rules: what happens, and after which seq the line then stands (0: no line).
class UnreadDividerTest {
    private static final UnreadDivider OPENED = UnreadDivider.opened(10, 5);

    private record Row(
            String rule,
            UnreadDivider before,
            List<UnaryOperator<UnreadDivider>> steps,
            long after) {}

    @TestFactory
    Stream<DynamicTest> theLineFollowsItsRules() {
        return rows().map(row ->
                DynamicTest.dynamicTest(row.rule(), () -> assertEquals(row.after(), place(row))));
    }

    private static long place(Row row) {
        UnreadDivider divider = row.before();
        for (UnaryOperator<UnreadDivider> step : row.steps()) {
            divider = step.apply(divider);
        }
        return divider.isShown() ? divider.after() : 0;
    }

    private static Stream<Row> rows() {
        return Stream.of(
                row("opened with something unread", OPENED, 10),
                row("opened with nothing unread", UnreadDivider.opened(10, 0), 0),
                row(
                        "read here does not move it",
                        OPENED,
                        10,
                        d -> d.readHere(13),
                        d -> d.readAt(13, 2)),
                row(
                        "read here to the end does not remove it",
                        OPENED,
                        10,
                        d -> d.readHere(15),
                        d -> d.readAt(15, 0)),
                row(
                        "an echo of an older own read does not move it",
                        OPENED,
                        10,
                        d -> d.readHere(14),
                        d -> d.readAt(12, 3)),
                row("read elsewhere moves it forward", OPENED, 13, d -> d.readAt(13, 2)),
                row(
                        "read elsewhere beyond what was read here",
                        OPENED,
                        14,
                        d -> d.readHere(12),
                        d -> d.readAt(14, 1)),
                row("read elsewhere to the end removes it", OPENED, 0, d -> d.readAt(15, 0)),
                row(
                        "marked unread elsewhere does not move it back",
                        OPENED,
                        13,
                        d -> d.readAt(13, 2),
                        d -> d.readAt(4, 11)),
                row("sending removes it", OPENED, 0, UnreadDivider::cleared),
                row(
                        "once removed a later message does not bring it back",
                        OPENED,
                        0,
                        UnreadDivider::cleared,
                        d -> d.readAt(15, 1)),
                row("the same read mark again changes nothing", OPENED, 10, d -> d.readAt(10, 5)));
    }

    @SafeVarargs
    private static Row row(
            String rule, UnreadDivider before, long after, UnaryOperator<UnreadDivider>... steps) {
        return new Row(rule, before, List.of(steps), after);
    }
}
