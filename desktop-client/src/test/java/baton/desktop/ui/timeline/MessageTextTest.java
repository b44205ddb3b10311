package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.common.markup.Span;
import baton.model.AccountId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MessageTextTest {
    private static final AccountId BEN = new AccountId("ben");

    private static String mark(MessageText.Part part) {
        return switch (part.kind()) {
            case PLAIN -> part.text();
            case LINK -> "<" + part.text() + ">";
            case MENTION -> "[" + part.text() + "]";
            case EMOJI -> "{" + part.text() + "}";
        };
    }

    private static List<MessageText.Part> parts(String text) {
        return MessageText.parts(List.of(Span.plain(text)), List.of(BEN), 1_000);
    }

    private static boolean isEmojiAlone(String text) {
        return MessageText.isEmojiAlone(Markup.blocks(text), List.of(BEN));
    }

    private static String marked(String text) {
        return parts(text).stream().map(part -> mark(part)).collect(Collectors.joining());
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
    void onlyMentionedMembersAreMentions() {
        assertEquals("hi [@ben], and @mia", marked("hi @ben, and @mia"));
        assertEquals("[@Ben].", marked("@Ben."));
        assertEquals("mail a@ben.org", marked("mail a@ben.org"));
    }

    @Test
    void emojiAreFoundWholeAndDigitsAreNone() {
        assertEquals("done {👍🏽}{👨‍👩‍👧} 1 ™", marked("done 👍🏽👨‍👩‍👧 1 ™"));
        assertEquals("{❤️} and ❤", marked("❤️ and ❤"));
    }

    @Test
    void aFewEmojiAloneAreDrawnLarge() {
        assertTrue(isEmojiAlone("👍🎉"));
        assertTrue(isEmojiAlone("👍🏽 🎉\n👨‍👩‍👧"));
        assertFalse(isEmojiAlone("👍 ok"));
        assertFalse(isEmojiAlone("👍👍👍👍"));
        assertFalse(isEmojiAlone("👍 👍 👍 👍"));
        assertFalse(isEmojiAlone(" "));
        assertFalse(isEmojiAlone("> 👍"));
    }

    @Test
    void joinedPartsAreTheText() {
        String text = "a https://example.org, @ben 👍 https://example.org/b. c";
        String joined =
                parts(text).stream().map(MessageText.Part::text).collect(Collectors.joining());
        assertEquals(text, joined);
    }

    @Test
    void codeHoldsNeitherLinksNorMentionsNorEmoji() {
        Span code = new Span("https://example.org @ben 👍", Set.of(Span.Style.CODE), "");
        assertEquals(1, MessageText.parts(List.of(code), List.of(BEN), 9).size());
    }

    @Test
    void aFloodIsOneTextBehindItsFirstParts() {
        String flood = "👍".repeat(4_000);
        List<MessageText.Part> parts =
                MessageText.parts(List.of(Span.plain(flood)), List.of(BEN), 300);
        assertEquals(300, parts.size());
        assertEquals(
                flood, parts.stream().map(MessageText.Part::text).collect(Collectors.joining()));
        assertEquals(MessageText.Kind.PLAIN, parts.getLast().kind());
    }
}
