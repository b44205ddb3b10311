package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every decision record has the same four parts and names the test that holds it up.
final class DecisionsTest {
    private static final int LINES_MAX = 60;

    static List<Page> records() {
        return Repository.pages().stream()
                .filter(page -> page.name().matches("docs/decisions/\\d{4}-[a-z0-9-]+\\.md"))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aRecordHasFourPartsAndIsShort(Page record) {
        List<String> parts = record.headings().stream().skip(1).map(Page.Heading::words).toList();

        assertEquals(List.of("Context", "Decision", "Consequences", "How it is checked"), parts);
        assertTrue(record.text().lines().count() <= LINES_MAX, "longer than " + LINES_MAX);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void aRecordNamesTheTestThatChecksIt(Page record) {
        List<Page.Link> tests =
                record.section("How it is checked").links().stream()
                        .filter(TestLinks::isOne)
                        .toList();

        assertTrue(!tests.isEmpty(), "no link to a test");
    }

    @Test
    void recordsAreNumberedWithoutGapAndListed() {
        List<String> files =
                records().stream().map(page -> page.file().getFileName().toString()).toList();
        List<String> numbers = files.stream().map(file -> file.substring(0, 4)).toList();
        List<String> listed =
                Repository.page("docs/decisions/README.md").links().stream()
                        .map(Page.Link::target)
                        .filter(target -> target.matches("\\d{4}-.*"))
                        .toList();

        assertEquals(
                IntStream.rangeClosed(1, files.size()).mapToObj("%04d"::formatted).toList(),
                numbers);
        assertEquals(files, listed);
    }
}
