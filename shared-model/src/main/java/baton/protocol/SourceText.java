package baton.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;

/// The text that a parser reads, so that a value of a later version can be kept to the letter: with
/// its spaces, escapes and digits as they were.
final class SourceText {
    private SourceText() {}

    /// Before the first token.
    static void remember(JsonParser json, String text) {
        json.assignCurrentValue(text);
    }

    /// Where the current token begins.
    static int start(JsonParser json) {
        return (int) json.currentTokenLocation().getCharOffset();
    }

    /// From there to the end of the token that was read last.
    ///
    /// @throws IllegalArgumentException if the parser reads something else than a remembered text
    static String since(int start, JsonParser json) {
        int end = (int) json.currentLocation().getCharOffset();
        JsonStreamContext context = json.getParsingContext();
        while (context.getParent() != null) {
            context = context.getParent();
        }
        if (context.getCurrentValue() instanceof String text && text.length() >= end) {
            return text.substring(start, end);
        }
        throw new IllegalArgumentException("no text to keep");
    }
}
