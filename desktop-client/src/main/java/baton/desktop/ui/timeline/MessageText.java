package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Links;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the links in a message. Pure. Only what [Links] may open counts as one, and what ends a
/// sentence does not belong to it.
final class MessageText {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:)[^\\s<>\"，。！？；：、）】》]+", Pattern.CASE_INSENSITIVE);
    private static final String CLOSING = ".,;:!?)]}'";

    /// A stretch of a message.
    record Part(String text, boolean isLink) {}

    private MessageText() {}

    static List<Part> parts(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String address = trimmed(matcher.group());
            if (Links.target(address).isEmpty()) {
                continue;
            }
            if (matcher.start() > done) {
                parts.add(new Part(text.substring(done, matcher.start()), false));
            }
            parts.add(new Part(address, true));
            done = matcher.start() + address.length();
        }
        if (done < text.length()) {
            parts.add(new Part(text.substring(done), false));
        }
        return parts;
    }

    private static String trimmed(String address) {
        int end = address.length();
        while (end > 0 && CLOSING.indexOf(address.charAt(end - 1)) >= 0) {
            // An address may hold a bracket that it opened itself.
            if (address.charAt(end - 1) == ')' && address.indexOf('(') >= 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }
}
