package baton.desktop.ui.common.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is a mark in a chat and what is not. In the expected texts `<b>`, `<i>`, `<c>` stand around
/// what is strong, emphasised, code; `<target|words>` is a link.
class MarkupTest {
    private static String told(Span span) {
        String text = span.isLink() ? "<" + span.target() + "|" + span.text() + ">" : span.text();
        for (Span.Style style : Span.Style.values()) {
            String tag = style == Span.Style.STRONG ? "b" : style == Span.Style.CODE ? "c" : "i";
            if (span.styles().contains(style)) {
                text = "<" + tag + ">" + text + "</" + tag + ">";
            }
        }
        return text;
    }

    private static String told(List<Block> blocks) {
        return blocks.stream().map(MarkupTest::told).collect(Collectors.joining("¶"));
    }

    private static String told(Block block) {
        return switch (block) {
            case Block.Words(List<Span> spans) ->
                    spans.stream().map(MarkupTest::told).collect(Collectors.joining());
            case Block.Code(String language, String code) -> "{" + language + ":" + code + "}";
            case Block.Quote(List<Block> blocks) -> "\"" + told(blocks) + "\"";
            case Block.Items(List<Block.Item> items) ->
                    items.stream()
                            .map(item -> item.mark() + "(" + told(item.blocks()) + ")")
                            .collect(Collectors.joining());
        };
    }

    private static String told(String text) {
        return told(Markup.blocks(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a *b* c|a <i>b</i> c",
                "a **b** c|a <b>b</b> c",
                "a _b c_ d|a <i>b c</i> d",
                "***b***|<i><b>b</b></i>",
                "**a *b* c**|<b>a </b><i><b>b</b></i><b> c</b>",
                "(*b*), **c**.|(<i>b</i>), <b>c</b>.",
                "see `x * y * z` now|see <c>x * y * z</c> now",
                "`` a`b ``|<c>a`b</c>",
                "*`a`*|<c><i>a</i></c>",
                "**注意：**请看|<b>注意：</b>请看",
                "这是*重点*内容|这是<i>重点</i>内容",
                "`a`、**`b`**。|<c>a</c>、<c><b>b</b></c>。",
                "**步骤：**.|<b>步骤：</b>.",
                "x*(b)* *(b)*x|x*(b)* *(b)*x",
                "他说**“好”**。|他说<b>“好”</b>。",
                "**https://example.org/a_b_c**|<b>https://example.org/a_b_c</b>",
            })
    void whatIsMeantIsShownWithoutItsMarks(String text, String expected) {
        assertEquals(expected, told(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2 * 3 * 4",
                "2*3*4 and 5*6",
                "snake_case_name and _private",
                "__init__.py and __main__",
                ":-) :* *_* >_< ^_^ -_- ¯\\_(ツ)_/¯",
                ">:( and >= 5 % and >>> print(1)",
                "f(*args, **kwargs)",
                "src/**/x and .*foo.* and /*x*/",
                "*/5 * * * * run",
                "ls *.log*",
                "char *p, *q;",
                "C:\\*dir\\_x_",
                "f*** it, ****",
                "&lt;b&gt; <b>x</b> <!-- *",
                "https://example.org/_next_/*x*?a=_b_",
                "don`t",
                "1. one line",
                "- one line",
                "* one line",
                "# not a heading",
                "    four spaces   and  more ",
                "a\n===\nb\n---",
                "[a]: https://example.org",
                "[note] and [x](y) and ![i](https://example.org/i.png)",
                "[x](https://example.org \"title\")",
                "*a\nb*",
                "+ added\n+ more",
                "a | b\n--|--\n1 | 2",
                "12:01:07.113 WARN  [main] o.e.Pool - 3 of * waited\n\tat a.b.C.<init>(C.java:4)",
                "\n\n  spaces around \n\n",
            })
    void whatIsNotMeantLooksAsItWasTyped(String text) {
        assertEquals(
                List.of(new Block.Words(List.of(Span.plain(text)))), Markup.blocks(text), text);
    }

    @Test
    void onlyHarmlessAddressesAreLinks() {
        assertEquals(
                "<https://example.org/a_(b)|the page>",
                told("[the page](https://example.org/a_(b))"));
        assertEquals("<b><mailto:a@example.org|Ana></b>", told("[**Ana**](mailto:a@example.org)"));
        for (String target :
                List.of("javascript:alert(1)", "file:///etc/passwd", "//x.org", "JAVASCRIPT:x")) {
            String text = "[here](" + target + ")";
            assertEquals(text, told(text));
        }
    }

    @Test
    void aLinkCannotBeCalledByTheAddressOfAnotherPlace() {
        for (String words :
                List.of("https://bank.example", "bank.example", "login at bank.example/x")) {
            String text = "[" + words + "](https://evil.example/bank.example)";
            assertEquals(text, told(text));
        }
        assertEquals(
                "<https://bank.example/login|bank.example>",
                told("[bank.example](https://bank.example/login)"));
    }

    @Test
    void codeStandsBetweenFencesAndIsLeftAlone() {
        assertEquals(
                "look:¶{sh:  a *b*\n\n> c}¶done", told("look:\n```sh\n  a *b*\n\n> c\n```\ndone"));
        assertEquals("{:if (x) {\n  y();\n}}", told("```if (x) {\n  y();\n}```"));
        assertEquals("{:never closed}", told("```\nnever closed"));
        assertEquals("```\n```", told("```\n```"));
    }

    @Test
    void quotesEndWithTheirLines() {
        assertEquals("\"a\n<i>b</i>\"¶c", told("> a\n> *b*\nc"));
        assertEquals("\"a¶\"b\"\"", told("> a\n> > b"));
        assertEquals(">\n>", told(">\n>"));
    }

    @Test
    void listsHaveTwoLinesOrMoreAndKeepTheirNumbers() {
        assertEquals("Buy:¶•(milk)•(<b>eggs</b>)¶soon", told("Buy:\n- milk\n- **eggs**\nsoon"));
        assertEquals("3.(c)7.(d)", told("3. c\n7. d"));
        assertEquals("•(a¶•(b)•(c))•(d)", told("* a\n  * b\n  * c\n* d"));
        assertEquals("•(a)•(b)", told("  - a\n  - b"));
        assertEquals("1.(run¶{:x})2.(wait)", told("1. run\n   ```\n   x\n   ```\n2. wait"));
    }

    @Test
    void whatIsNestedTooDeepLooksAsItWasTyped() {
        String told = told("> ".repeat(50) + "*x*");
        assertEquals("\"".repeat(4) + "> ".repeat(46) + "<i>x</i>" + "\"".repeat(4), told);
    }

    @Test
    void wordsWithoutMarksForOneLine() {
        assertEquals("a b\nc\n• d\n• e\nf", Markup.plain("**a** `b`\n> c\n- d\n- e\n```\nf\n```"));
    }

    @Test
    void codeIsKnownWhileItIsTyped() {
        assertTrue(Markup.isInCode("see `x", 6));
        assertTrue(Markup.isInCode("```\nx", 5));
        assertFalse(Markup.isInCode("`x` y", 5));
        assertFalse(Markup.isInCode("```\nx\n```\ny", 11));
        assertFalse(Markup.isInCode("`x`", 99));
    }
}
