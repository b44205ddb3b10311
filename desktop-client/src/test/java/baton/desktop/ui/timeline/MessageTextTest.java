package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static String marked(String text) {
        return MessageText.parts(text).stream()
                .map(part -> part.isLink() ? "<" + part.text() + ">" : part.text())
                .collect(Collectors.joining());
    }

    @Test
    void addressesOfThreeSchemesAreLinks() {
        assertEquals(
                "see <https://example.org/a?b=1> now", marked("see https://example.org/a?b=1 now"));
        assertEquals("<http://example.org>", marked("http://example.org"));
        assertEquals("<mailto:ana@example.org>", marked("mailto:ana@example.org"));
    }

    @Test
    void otherSchemesAreText() {
        for (String text :
                List.of("file:///etc/passwd", "javascript:alert(1)", "ftp://example.org")) {
            assertEquals(text, marked(text));
        }
    }

    @Test
    void whatEndsASentenceIsNotPartOfTheLink() {
        assertEquals("(<https://example.org/a>).", marked("(https://example.org/a)."));
        assertEquals("<https://example.org/a_(b)>", marked("https://example.org/a_(b)"));
        assertEquals("见 <https://example.org/a>。好", marked("见 https://example.org/a。好"));
    }

    @Test
    void aMalformedAddressStaysText() {
        assertEquals("https://[", marked("https://["));
        assertEquals("https://exa%mple.org", marked("https://exa%mple.org"));
    }

    @Test
    void joinedPartsAreTheText() {
        String text = "a https://example.org, https://example.org/b. c";
        String joined =
                MessageText.parts(text).stream()
                        .map(MessageText.Part::text)
                        .collect(Collectors.joining());
        assertEquals(text, joined);
    }
}
