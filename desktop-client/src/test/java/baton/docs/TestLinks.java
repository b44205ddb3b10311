package baton.docs;

import java.nio.file.Path;
import java.util.List;

/// Links of a page to tests: the words are `Class.method`, or `Class` for all of its tests; the
/// target is the file.
final class TestLinks {
    private TestLinks() {}

    static boolean isOne(Page.Link link) {
        return link.target().contains("src/test/java/") && link.target().endsWith(".java");
    }

    /// Whether the words and the target agree and the test is there.
    static boolean namesATest(Page page, Page.Link link, Sources tests) {
        Path file = page.file().resolveSibling(link.target()).normalize();
        List<String> words = List.of(link.words().split("\\.", -1));
        if (!file.endsWith(words.getFirst() + ".java")) {
            return false;
        }
        return words.size() == 1
                ? tests.hasTests(file)
                : words.size() == 2 && tests.hasTest(file, words.getLast());
    }

    /// How many test methods a text links to.
    static long methodsIn(Page part) {
        return part.links().stream()
                .filter(TestLinks::isOne)
                .filter(link -> link.words().contains("."))
                .count();
    }
}
