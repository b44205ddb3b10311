package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The map shows the whole tree. That what it mentions exists is checked by [PagesTest].
final class ArchitectureDocTest {
    private static final Page PAGE = Repository.page("docs/architecture.md");

    @Test
    void everyPackageIsOnTheMap() {
        Set<String> packages = new TreeSet<>(Sources.of("main").packages());
        packages.addAll(Sources.of("test").packages());
        packages.removeIf(ArchitectureDocTest::isFixture);
        List<String> shown = PAGE.spans();

        assertFalse(packages.isEmpty());
        assertEquals(
                List.of(),
                packages.stream().filter(name -> !shown.contains(name)).toList(),
                "give each a line in docs/architecture.md, section Map");
    }

    @Test
    void theMapHasNoPackageTwice() {
        List<String> shown =
                PAGE.section("Map").rows().stream()
                        .map(row -> Page.spansOf(row.getFirst()).getFirst())
                        .toList();

        assertEquals(shown.stream().distinct().toList(), shown);
    }

    /// The bad examples that the architecture rules are tried on mirror the real tree.
    private static boolean isFixture(String name) {
        return name.contains(".arch.fixture");
    }
}
