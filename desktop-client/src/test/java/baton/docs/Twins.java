package baton.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

/// A page in English and the same page in Chinese. Whether they say the same a test cannot know; it
/// counts what a translation keeps.
record Twins(Page english, Page chinese) {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final int ENOUGH_HAN = 300;

    /// @throws AssertionError if headings, rows of tables, points of lists, links or commands
    ///   differ
    void assertAlike() {
        assertEquals(levels(english), levels(chinese));
        assertEquals(rowsOfSections(english), rowsOfSections(chinese));
        assertEquals(points(english), points(chinese));
        assertEquals(targets(english), targets(chinese));
        assertFalse(commands(english).isEmpty());
        assertEquals(commands(english), commands(chinese));
        assertTrue(HAN.matcher(chinese.prose()).results().count() > ENOUGH_HAN);
    }

    private static List<Integer> levels(Page page) {
        return page.headings().stream().map(Page.Heading::level).toList();
    }

    /// Rows of tables below each heading, so that a difference is found where it is.
    private static List<Long> rowsOfSections(Page page) {
        return Pattern.compile("^#+ ", Pattern.MULTILINE)
                .splitAsStream(page.prose())
                .map(section -> section.lines().filter(line -> line.startsWith("|")).count())
                .toList();
    }

    private static long points(Page page) {
        return page.prose().lines().filter(line -> line.startsWith("- ")).count();
    }

    /// A page or picture in the other language counts as the same.
    private static List<String> targets(Page page) {
        return page.links().stream()
                .map(Page.Link::target)
                .map(target -> target.replace(".zh-CN.md", ".md"))
                .map(target -> target.replaceFirst("-(en|zh)\\.(png|gif)$", ".$2"))
                .toList();
    }

    /// Without the comments behind them, which are translated.
    private static List<String> commands(Page page) {
        return page.fences().stream()
                .flatMap(fence -> fence.content().lines())
                .map(line -> line.replaceFirst("\\s*#.*", ""))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
