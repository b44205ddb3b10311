package baton.desktop.ui.common.markup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds code, quotes and lists by the beginnings of lines. Not commonmark-java's business, because
/// a chat has no paragraphs: there a line below a quote would belong to it, a line that begins with
/// "1." would be a list, and spaces would be lost. Reads each line at most once for each level of
/// nesting. One reader reads one text.
final class BlockReader {
    /// Quotes and lists within each other; what is deeper looks as it was typed.
    static final int DEPTH_MAX = 4;

    /// Spans and blocks of one text; whatever comes after these looks as it was typed.
    static final int PARTS_MAX = 300;

    private static final Pattern FENCE = Pattern.compile(" {0,3}(`{3,})([^`]*)");
    private static final Pattern LANGUAGE = Pattern.compile("[\\w+#.-]{0,20}\\s*");
    private static final Pattern QUOTED = Pattern.compile(" {0,3}>(?: (.*))?");
    private static final Pattern ITEM =
            Pattern.compile(" {0,3}(?:[-*•]|(\\d{1,9}[.)]))[ \\t]{1,4}(\\S.*)");

    /// Spaces by which a line belongs to the item above it.
    private static final int DEEPER = 2;

    /// An item is a block with words of at least one span.
    private static final int PARTS_EACH = 3;

    private final LineReader lines = new LineReader();
    private int parts;

    /// @param block empty if the lines look as they were typed after all
    private record Found(Optional<Block> block, int end) {
        static final Found NOTHING = new Found(Optional.empty(), 0);
    }

    List<Block> read(List<String> text) {
        return read(text, 0);
    }

    private List<Block> read(List<String> text, int depth) {
        List<Block> blocks = new ArrayList<>();
        List<String> typed = new ArrayList<>();
        int at = 0;
        while (at < text.size()) {
            Found found = parts < PARTS_MAX ? find(text, at, depth) : Found.NOTHING;
            int end = Math.max(at + 1, found.end());
            if (found.block().isPresent()) {
                words(typed, blocks, false);
                blocks.add(found.block().get());
            } else {
                typed.addAll(text.subList(at, end));
            }
            at = end;
        }
        words(typed, blocks, blocks.isEmpty());
        return blocks;
    }

    /// Empty lines beside a block are no more than the space that a block has anyway.
    private void words(List<String> typed, List<Block> blocks, boolean whole) {
        int from = 0;
        int to = typed.size();
        while (!whole && from < to && typed.get(from).isBlank()) {
            from++;
        }
        while (!whole && from < to && typed.get(to - 1).isBlank()) {
            to--;
        }
        if (from < to) {
            blocks.add(new Block.Words(spans(typed.subList(from, to))));
            parts++;
        }
        typed.clear();
    }

    private List<Span> spans(List<String> typed) {
        Spans spans = new Spans();
        for (int i = 0; i < typed.size(); i++) {
            spans.add(Span.plain(i == 0 ? "" : "\n"));
            int before = spans.size();
            if (parts + before < PARTS_MAX) {
                lines.read(typed.get(i), PARTS_MAX - parts - before).forEach(spans::add);
            } else {
                spans.add(Span.plain(typed.get(i)));
            }
        }
        parts += spans.size();
        return spans.all();
    }

    private Found find(List<String> text, int at, int depth) {
        String line = text.get(at);
        Matcher fence = FENCE.matcher(line);
        if (fence.matches()) {
            return code(text, at, fence);
        }
        if (depth == DEPTH_MAX) {
            return Found.NOTHING;
        }
        if (QUOTED.matcher(line).matches()) {
            return quote(text, at, depth);
        }
        return ITEM.matcher(line).matches() ? items(text, at, depth) : Found.NOTHING;
    }

    /// People who know other chats write ```` ```x ``` ```` over several lines too: code may begin
    /// on the line of its fence, and end on that of the other.
    private Found code(List<String> text, int at, Matcher opened) {
        String fence = opened.group(1);
        boolean named = LANGUAGE.matcher(opened.group(2)).matches();
        List<String> code = new ArrayList<>();
        if (!named) {
            code.add(opened.group(2));
        }
        int end = at + 1;
        while (end < text.size()) {
            String line = text.get(end++);
            if (line.stripTrailing().endsWith(fence)) {
                String last = line.stripTrailing();
                last = last.substring(0, last.length() - fence.length());
                if (!last.isBlank()) {
                    code.add(last);
                }
                break;
            }
            code.add(line);
        }
        if (code.stream().allMatch(String::isBlank)) {
            return new Found(Optional.empty(), end);
        }
        parts++;
        String language = named ? opened.group(2).strip() : "";
        return new Found(Optional.of(new Block.Code(language, String.join("\n", code))), end);
    }

    private Found quote(List<String> text, int at, int depth) {
        List<String> quoted = new ArrayList<>();
        int end = at;
        while (end < text.size()) {
            Matcher line = QUOTED.matcher(text.get(end));
            if (!line.matches()) {
                break;
            }
            quoted.add(Optional.ofNullable(line.group(1)).orElse(""));
            end++;
        }
        if (quoted.stream().allMatch(String::isBlank)) {
            return new Found(Optional.empty(), end);
        }
        parts++;
        return new Found(Optional.of(new Block.Quote(read(quoted, depth + 1))), end);
    }

    /// One line that begins like a list is no list: "1. " begins a sentence as well.
    private Found items(List<String> text, int at, int depth) {
        List<String> marks = new ArrayList<>();
        List<List<String>> contents = new ArrayList<>();
        int indent = indentOf(text.get(at));
        boolean numbered = isNumbered(text.get(at));
        int end = at;
        while (end < text.size() && parts + PARTS_EACH * marks.size() < PARTS_MAX) {
            String line = text.get(end);
            Matcher item = ITEM.matcher(line);
            if (end > at && !line.isBlank() && indentOf(line) >= indent + DEEPER) {
                int cut = Math.min(indentOf(line), indent + 2 * DEEPER);
                contents.getLast().add(line.substring(cut));
            } else if (item.matches() && numbered == isNumbered(line)) {
                marks.add(Optional.ofNullable(item.group(1)).orElse("•"));
                contents.add(new ArrayList<>(List.of(item.group(2))));
            } else {
                break;
            }
            end++;
        }
        boolean lone = depth == 0 && end <= at + 1;
        return lone ? Found.NOTHING : new Found(Optional.of(items(marks, contents, depth)), end);
    }

    private Block items(List<String> marks, List<List<String>> contents, int depth) {
        List<Block.Item> items = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            parts++;
            items.add(new Block.Item(marks.get(i), read(contents.get(i), depth + 1)));
        }
        return new Block.Items(items);
    }

    private static boolean isNumbered(String line) {
        return Character.isDigit(line.strip().charAt(0));
    }

    private static int indentOf(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }
}
