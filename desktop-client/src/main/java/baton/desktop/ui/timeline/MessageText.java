package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Addresses;
import baton.desktop.ui.common.Emoji;
import baton.desktop.ui.common.Mentions;
import baton.desktop.ui.common.markup.Block;
import baton.desktop.ui.common.markup.Span;
import baton.model.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the links, mentions and emoji in a message. Pure. In code there are none.
final class MessageText {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /// So many emoji alone are drawn large.
    private static final int ALONE_MAX = 3;

    enum Kind {
        PLAIN,
        LINK,
        MENTION,
        EMOJI
    }

    /// A stretch of a message.
    ///
    /// @param target where a link leads; empty for none
    record Part(String text, Kind kind, Set<Span.Style> styles, String target) {}

    private final List<AccountId> mentions;
    private final int most;
    private final List<Part> parts = new ArrayList<>();

    private MessageText(List<AccountId> mentions, int most) {
        this.mentions = mentions;
        this.most = most;
    }

    /// @param mentions whom the message names
    /// @param most so many parts at most: the last one holds all the rest
    static List<Part> parts(List<Span> spans, List<AccountId> mentions, int most) {
        MessageText text = new MessageText(mentions, most);
        spans.forEach(text::read);
        return text.parts;
    }

    /// Whether the message is nothing but a few emoji.
    static boolean isEmojiAlone(List<Block> blocks, List<AccountId> mentions) {
        if (blocks.size() != 1 || !(blocks.getFirst() instanceof Block.Words(List<Span> spans))) {
            return false;
        }
        List<Part> inked =
                parts(spans, mentions, 2 * ALONE_MAX + 2).stream()
                        .filter(part -> !part.text().isBlank())
                        .toList();
        return !inked.isEmpty()
                && inked.size() <= ALONE_MAX
                && inked.stream().allMatch(part -> part.kind() == Kind.EMOJI);
    }

    private void read(Span span) {
        if (span.isCode()) {
            add(span.text(), Kind.PLAIN, span);
        } else if (span.isLink()) {
            add(span.text(), Kind.LINK, span);
        } else {
            addresses(span);
        }
    }

    private void addresses(Span span) {
        String text = span.text();
        int done = 0;
        for (Addresses.Place place : Addresses.in(text)) {
            words(text.substring(done, place.start()), span);
            String address = text.substring(place.start(), place.end());
            add(address, Kind.LINK, new Span(address, span.styles(), address));
            done = place.end();
        }
        words(text.substring(done), span);
    }

    private void words(String text, Span span) {
        int done = 0;
        for (Mentions.Place place : Mentions.in(text, mentions)) {
            letters(text.substring(done, place.start()), span);
            add(text.substring(place.start(), place.end()), Kind.MENTION, span);
            done = place.end();
        }
        letters(text.substring(done), span);
    }

    private void letters(String text, Span span) {
        if (text.codePoints().noneMatch(Character::isEmoji)) {
            add(text, Kind.PLAIN, span);
            return;
        }
        Matcher matcher = CLUSTER.matcher(text);
        int done = 0;
        while (parts.size() < most && matcher.find()) {
            if (Emoji.isKnown(matcher.group())) {
                add(text.substring(done, matcher.start()), Kind.PLAIN, span);
                add(matcher.group(), Kind.EMOJI, span);
                done = matcher.end();
            }
        }
        add(text.substring(done), Kind.PLAIN, span);
    }

    private void add(String text, Kind kind, Span span) {
        if (text.isEmpty()) {
            return;
        }
        if (parts.size() < most) {
            parts.add(new Part(text, kind, span.styles(), span.target()));
        } else {
            Part last = parts.removeLast();
            parts.add(new Part(last.text() + text, Kind.PLAIN, Set.of(), ""));
        }
    }
}
