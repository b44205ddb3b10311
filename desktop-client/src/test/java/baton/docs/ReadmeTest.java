package baton.docs;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/// The first page says the same in both languages, and promises only what a test proves.
final class ReadmeTest {
    private static final Page ENGLISH = Repository.page("README.md");
    private static final Page CHINESE = Repository.page("README.zh-CN.md");

    @Test
    void bothLanguagesSayTheSame() {
        new Twins(ENGLISH, CHINESE).assertAlike();
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
}
