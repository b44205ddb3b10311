package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The first page says the same in both languages, and promises only what a test proves.
final class ReadmeTest {
    private static final Page ENGLISH = Repository.page("README.md");
    private static final Page CHINESE = Repository.page("README.zh-CN.md");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameParts() {
        assertEquals(levels(ENGLISH), levels(CHINESE));
        assertEquals(ENGLISH.rows().size(), CHINESE.rows().size());
        assertEquals(points(ENGLISH), points(CHINESE));
        assertTrue(HAN.matcher(CHINESE.prose()).results().count() > 300);
    }

    @Test
    void bothLanguagesHaveTheSameLinks() {
        assertEquals(targets(ENGLISH, "README.zh-CN.md"), targets(CHINESE, "README.md"));
    }

    @Test
    void bothLanguagesHaveTheSameCommands() {
        assertFalse(commands(ENGLISH).isEmpty());
        assertEquals(commands(ENGLISH), commands(CHINESE));
    }

    @Test
    void everyGuaranteeIsLinkedToATest() {
        for (Page page : List.of(ENGLISH, CHINESE)) {
            String heading = page.equals(ENGLISH) ? "What is guaranteed" : "有哪些保证";
            List<String> lines =
                    page.section(heading)
                            .text()
                            .lines()
                            .filter(l -> l.startsWith("|"))
                            .skip(2)
                            .toList();
            assertFalse(lines.isEmpty());
            for (String line : lines) {
                assertTrue(TestLinks.methodsIn(new Page(page.file(), line)) > 0, line);
            }
        }
    }

    private static List<Integer> levels(Page page) {
        return page.headings().stream().map(Page.Heading::level).toList();
    }

    private static long points(Page page) {
        return page.prose().lines().filter(line -> line.startsWith("- ")).count();
    }

    /// @param otherLanguage the one link in which the two differ, besides the language of a picture
    private static List<String> targets(Page page, String otherLanguage) {
        return page.links().stream()
                .map(Page.Link::target)
                .map(target -> target.equals(otherLanguage) ? "the other language" : target)
                .map(target -> target.replaceFirst("-(en|zh)\\.png$", ".png"))
                .toList();
    }

    /// Without the comments behind them, which are translated.
    private static List<String> commands(Page page) {
        return page.fences().stream()
                .filter(fence -> fence.language().equals("sh"))
                .flatMap(fence -> fence.content().lines())
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
