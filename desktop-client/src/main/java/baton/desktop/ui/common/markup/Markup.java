package baton.desktop.ui.common.markup;

import baton.desktop.ui.common.SafeText;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads a message as people write them in a chat: a subset of CommonMark in which a line is a
/// line, and what does not clearly mean a mark looks as it was typed. No text is an error, no
/// visible character is lost, and no text makes more than some hundred parts. Pure.
public final class Markup {
    /// Whoever has none of these on a line has no mark there.
    private static final Pattern PERHAPS =
            Pattern.compile("[*_`\\[]|^ {0,3}(>|-|•|\\d)", Pattern.MULTILINE);

    /// More of a text is never seen in one line, and would only cost layout.
    private static final int LINE_CHARS_MAX = 400;

    private Markup() {}

    public static List<Block> blocks(String text) {
        String safe = SafeText.words(text);
        return PERHAPS.matcher(safe).find()
                ? new BlockReader().read(List.of(safe.split("\n", -1)))
                : List.of(new Block.Words(List.of(Span.plain(safe))));
    }

    /// The words without marks, for where there is one line or a voice.
    public static String plain(String text) {
        return plain(blocks(text));
    }

    /// The words in one line: as much of them as a line has room for.
    public static String line(String text) {
        int end = Math.min(text.length(), LINE_CHARS_MAX);
        return SafeText.line(plain(text.substring(0, end)));
    }

    private static String plain(List<Block> blocks) {
        return blocks.stream().map(Markup::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(Block block) {
        return switch (block) {
            case Block.Words(List<Span> spans) ->
                    spans.stream().map(Span::text).collect(Collectors.joining());
            case Block.Code(String language, String text) -> text;
            case Block.Quote(List<Block> blocks) -> plain(blocks);
            case Block.Items(List<Block.Item> items) ->
                    items.stream()
                            .map(item -> item.mark() + " " + plain(item.blocks()))
                            .collect(Collectors.joining("\n"));
        };
    }

    /// Whether what is typed at the caret stands in code: behind an odd number of backticks of its
    /// line, or below a fence that is not closed.
    public static boolean isInCode(String text, int caret) {
        String before = text.substring(0, Math.clamp(caret, 0, text.length()));
        List<String> lines = List.of(before.split("\n", -1));
        long fences = lines.stream().filter(line -> line.strip().startsWith("```")).count();
        long ticks = lines.getLast().chars().filter(letter -> letter == '`').count();
        return fences % 2 == 1 || ticks % 2 == 1;
    }
}
