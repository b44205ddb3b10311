package baton.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One page of Markdown, taken apart as far as the tests need it.
record Page(Path file, String text) {
    private static final Pattern FENCE =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADING = Pattern.compile("^(#+) (.+)$", Pattern.MULTILINE);
    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)]\\(([^)\\s]+)\\)");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");

    /// A link and the words that stand for it, free of backticks.
    record Link(String words, String target) {}

    /// A block between two lines of three backticks.
    record Fence(String language, String content) {}

    /// @param level 1 for the title of the page
    record Heading(int level, String words) {}

    /// The path from the root, for messages.
    String name() {
        return Repository.root().relativize(file).toString();
    }

    @Override
    public String toString() {
        return name();
    }

    /// The text without its blocks.
    String prose() {
        return FENCE.matcher(text).replaceAll("");
    }

    List<Fence> fences() {
        return FENCE.matcher(text)
                .results()
                .map(found -> new Fence(found.group(1), found.group(2)))
                .toList();
    }

    List<Heading> headings() {
        return HEADING.matcher(prose())
                .results()
                .map(found -> new Heading(found.group(1).length(), found.group(2)))
                .toList();
    }

    /// What may stand behind `#` in a link to this page, made as GitHub makes it.
    Set<String> anchors() {
        return headings().stream()
                .map(heading -> heading.words().toLowerCase(Locale.ROOT))
                .map(words -> words.replaceAll("[^\\p{L}\\p{N}_ -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /// Pictures are links too.
    List<Link> links() {
        return LINK.matcher(prose())
                .results()
                .map(found -> new Link(found.group(1).replace("`", ""), found.group(2)))
                .toList();
    }

    /// What stands between single backticks.
    List<String> spans() {
        return spansOf(prose());
    }

    static List<String> spansOf(String text) {
        return SPAN.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /// The part under a heading, up to the next heading of its level or above.
    ///
    /// @throws AssertionError if the page has no such heading
    Page section(String words) {
        List<MatchResult> headings = HEADING.matcher(text).results().toList();
        for (int i = 0; i < headings.size(); i++) {
            MatchResult heading = headings.get(i);
            if (heading.group(2).equals(words)) {
                int level = heading.group(1).length();
                int end =
                        headings.stream()
                                .skip(i + 1L)
                                .filter(next -> next.group(1).length() <= level)
                                .mapToInt(MatchResult::start)
                                .findFirst()
                                .orElse(text.length());
                return new Page(file, text.substring(heading.end(), end));
            }
        }
        throw new AssertionError(name() + " has no section '" + words + "'");
    }

    /// The cells of every row of every table, headings and rules left out.
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        List<String> lines = prose().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            boolean isHeading = i + 1 < lines.size() && lines.get(i + 1).startsWith("|---");
            if (lines.get(i).startsWith("|") && !lines.get(i).startsWith("|---") && !isHeading) {
                rows.add(cells(lines.get(i)));
            }
        }
        return rows;
    }

    private static List<String> cells(String line) {
        String inner = line.strip().substring(1, line.strip().length() - 1);
        return Pattern.compile("(?<!\\\\)\\|").splitAsStream(inner).map(String::strip).toList();
    }
}
