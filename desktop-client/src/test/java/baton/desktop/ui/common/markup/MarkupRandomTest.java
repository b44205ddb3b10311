package baton.desktop.ui.common.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.common.SafeText;
import baton.model.Limits;
import baton.model.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Any text at all can be read, nothing visible is lost or changes its place, and no text makes
/// many parts.
class MarkupRandomTest {
    private static final int PARTS_MAX = 1_200;
    private static final int RUNS = 20_000;

    private static final Pattern LINK_TARGET =
            Pattern.compile("\\]\\((?:https?|mailto):[^\\s()]*(?:\\([^\\s()]*\\)[^\\s()]*)*\\)");

    /// Pieces of which a text made at random has marks in every constellation.
    private static final List<String> PIECES =
            List.of(
                    "*",
                    "**",
                    "_",
                    "`",
                    "``",
                    "```",
                    "\n",
                    "\n\n",
                    " ",
                    "  ",
                    "    ",
                    "\t",
                    "> ",
                    ">",
                    "- ",
                    "* ",
                    "1. ",
                    "2) ",
                    "[",
                    "](",
                    ")",
                    "]:",
                    "!",
                    "<",
                    ">",
                    "&amp;",
                    "\\",
                    "~",
                    "a",
                    "b c",
                    "字",
                    "：",
                    "。",
                    "👍🏽",
                    "é",
                    "e\u0301",
                    "#",
                    "---",
                    "|",
                    "x_y",
                    "https://example.org/a_(b)*",
                    "mailto:",
                    "javascript:x",
                    "[l](https://x.org)",
                    "\r\n",
                    "\r",
                    "\u0000",
                    "\u001b[1m",
                    "\u202e",
                    "\u2066",
                    "\u200b",
                    "\ud800",
                    "\u2028",
                    "•",
                    "@ben",
                    ":",
                    ".",
                    "0");

    /// A text without marks and spaces, and without where its links lead.
    private static String inked(String text) {
        String words = text.replaceAll("[*_`>•-]", "");
        return LINK_TARGET.matcher(words).replaceAll("").replaceAll("[\\s\\[\\]()]", "");
    }

    /// Everything that is drawn, in order.
    private static String drawn(List<Block> blocks) {
        return blocks.stream().map(MarkupRandomTest::drawn).collect(Collectors.joining("\n"));
    }

    private static String drawn(Block block) {
        return switch (block) {
            case Block.Words(List<Span> spans) ->
                    spans.stream().map(Span::text).collect(Collectors.joining());
            case Block.Code(String language, String code) -> language + "\n" + code;
            case Block.Quote(List<Block> blocks) -> drawn(blocks);
            case Block.Items(List<Block.Item> items) ->
                    items.stream()
                            .map(item -> item.mark() + " " + drawn(item.blocks()))
                            .collect(Collectors.joining("\n"));
        };
    }

    private static int parts(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block ->
                        switch (block) {
                            case Block.Words(List<Span> spans) -> 1 + spans.size();
                            case Block.Code code -> 1;
                            case Block.Quote(List<Block> inner) -> 1 + parts(inner);
                            case Block.Items(List<Block.Item> items) ->
                                    items.stream().mapToInt(item -> 1 + parts(item.blocks())).sum();
                        })
                .sum();
    }

    private static int depth(List<Block> blocks) {
        return blocks.stream()
                .mapToInt(block ->
                        switch (block) {
                            case Block.Words words -> 0;
                            case Block.Code code -> 0;
                            case Block.Quote(List<Block> inner) -> 1 + depth(inner);
                            case Block.Items(List<Block.Item> items) ->
                                    1
                                            + items.stream()
                                                    .mapToInt(item -> depth(item.blocks()))
                                                    .max()
                                                    .orElse(0);
                        })
                .max()
                .orElse(0);
    }

    private static void check(String text) {
        List<Block> blocks = Markup.blocks(text);
        assertEquals(inked(SafeText.words(text)), inked(drawn(blocks)), text);
        assertTrue(parts(blocks) <= PARTS_MAX, () -> parts(blocks) + " parts");
        assertTrue(depth(blocks) <= BlockReader.DEPTH_MAX, text);
        assertEquals(SafeText.words(text).isEmpty(), Markup.plain(text).isEmpty());
    }

    @Test
    void nothingVisibleIsLostWhateverIsTyped() {
        Seeds.run(1, RUNS, random -> check(written(random, 1 + random.nextInt(40))));
    }

    @Test
    void longTextsAreNoExceptions() {
        Seeds.run(
                1,
                60,
                random -> {
                    String some = written(random, 1 + random.nextInt(6));
                    check(full(some));
                });
    }

    private static String written(RandomGenerator random, int pieces) {
        return Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                .limit(pieces)
                .collect(Collectors.joining());
    }

    private static String full(String some) {
        return some.repeat(Limits.TEXT_CHARS_MAX / some.length() + 1)
                .substring(0, Limits.TEXT_CHARS_MAX);
    }

    static Stream<String> floods() {
        return Stream.of(
                "*",
                "_",
                "`",
                "[",
                "(",
                "![",
                "[[](",
                "*a ",
                "*a* ",
                "**a",
                "a**b",
                "`a` ",
                "> ",
                ">\n",
                "> a\n",
                "- a\n",
                "- a\n  ",
                "1. a\n",
                "```\na\n```\n",
                "```\n",
                "[a](https://x.org) ",
                "https://x.org ",
                "*a _b ",
                "a\n",
                "\n",
                "- ",
                " ",
                "<",
                "&",
                "]",
                "\\",
                "👍",
                "字");
    }

    @ParameterizedTest
    @MethodSource("floods")
    void aFloodOfOneMarkMakesNoManyParts(String some) {
        check(full(some));
    }
}
