package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.Mentions;
import baton.model.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the links, mentions and emoji in a message. Pure. Only what [Links] may open counts as a
/// link, and what ends a sentence does not belong to it.
final class MessageText {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:https?://|mailto:)[^\\s<>\"，。！？；：、）】》]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    private static final String CLOSING = ".,;:!?)]}'";

    /// So many emoji alone are drawn large.
    private static final int ALONE_MAX = 3;

    enum Kind {
        PLAIN,
        LINK,
        MENTION,
        EMOJI
    }

    /// A stretch of a message.
    record Part(String text, Kind kind) {}

    private MessageText() {}

    /// @param mentions whom the message names
    static List<Part> parts(String text, List<AccountId> mentions) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        int done = 0;
        while (matcher.find()) {
            String address = trimmed(matcher.group());
            if (Links.target(address).isEmpty()) {
                continue;
            }
            words(text.substring(done, matcher.start()), mentions, parts);
            parts.add(new Part(address, Kind.LINK));
            done = matcher.start() + address.length();
        }
        words(text.substring(done), mentions, parts);
        return parts;
    }

    /// Whether the message is nothing but a few emoji.
    static boolean isEmojiAlone(List<Part> parts) {
        return !parts.isEmpty()
                && parts.size() <= ALONE_MAX
                && parts.stream().allMatch(part -> part.kind() == Kind.EMOJI);
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

    private static void words(String text, List<AccountId> mentions, List<Part> parts) {
        int done = 0;
        for (Mentions.Place place : Mentions.in(text, mentions)) {
            letters(text.substring(done, place.start()), parts);
            parts.add(new Part(text.substring(place.start(), place.end()), Kind.MENTION));
            done = place.end();
        }
        letters(text.substring(done), parts);
    }

    private static void letters(String text, List<Part> parts) {
        if (text.codePoints().noneMatch(Character::isEmoji)) {
            plain(text, parts);
            return;
        }
        Matcher matcher = CLUSTER.matcher(text);
        int done = 0;
        while (matcher.find()) {
            if (Emoji.isKnown(matcher.group())) {
                plain(text.substring(done, matcher.start()), parts);
                parts.add(new Part(matcher.group(), Kind.EMOJI));
                done = matcher.end();
            }
        }
        plain(text.substring(done), parts);
    }

    private static void plain(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(text, Kind.PLAIN));
        }
    }
}
