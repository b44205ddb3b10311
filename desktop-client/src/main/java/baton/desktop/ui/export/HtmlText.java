package baton.desktop.ui.export;

import baton.desktop.ui.common.Addresses;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.markup.Block;
import baton.desktop.ui.common.markup.Markup;
import baton.desktop.ui.common.markup.Span;
import java.util.List;

/// What people wrote, as HTML. Every letter of theirs goes through [#escaped]; tags are this
/// class's own. Pure.
final class HtmlText {
    private HtmlText() {}

    /// Text that means nothing but itself, between tags or in a quoted attribute.
    static String escaped(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            switch (letter) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(letter);
            }
        }
        return html.toString();
    }

    /// A name or title in one line, which keeps its direction to itself.
    static String line(String text) {
        return "<bdi>" + escaped(SafeText.line(text)) + "</bdi>";
    }

    /// A message with its marks understood as in the window.
    static String message(String text) {
        StringBuilder html = new StringBuilder(text.length() + 64);
        blocks(Markup.blocks(text), html);
        return html.toString();
    }

    private static void blocks(List<Block> blocks, StringBuilder html) {
        blocks.forEach(block -> block(block, html));
    }

    private static void block(Block block, StringBuilder html) {
        switch (block) {
            case Block.Words(List<Span> spans) -> {
                html.append("<p dir=\"auto\">");
                spans.forEach(span -> span(span, html));
                html.append("</p>");
            }
            case Block.Code(String language, String text) ->
                    html.append("<pre><code>").append(escaped(text)).append("</code></pre>");
            case Block.Quote(List<Block> blocks) -> {
                html.append("<blockquote>");
                blocks(blocks, html);
                html.append("</blockquote>");
            }
            case Block.Items(List<Block.Item> items) -> {
                html.append("<ul>");
                for (Block.Item item : items) {
                    html.append("<li><span>").append(escaped(item.mark())).append("</span><div>");
                    blocks(item.blocks(), html);
                    html.append("</div></li>");
                }
                html.append("</ul>");
            }
        }
    }

    private static void span(Span span, StringBuilder html) {
        StringBuilder inner = new StringBuilder();
        if (span.isCode()) {
            inner.append("<code>").append(escaped(span.text())).append("</code>");
        } else if (span.isLink()) {
            link(span.target(), span.text(), inner);
        } else {
            addresses(span.text(), inner);
        }
        String open = span.styles().contains(Span.Style.STRONG) ? "<strong>" : "";
        String lean = span.styles().contains(Span.Style.EMPHASIS) ? "<em>" : "";
        html.append(open).append(lean).append(inner);
        html.append(lean.isEmpty() ? "" : "</em>").append(open.isEmpty() ? "" : "</strong>");
    }

    private static void addresses(String text, StringBuilder html) {
        int done = 0;
        for (Addresses.Place place : Addresses.in(text)) {
            html.append(escaped(text.substring(done, place.start())));
            String address = text.substring(place.start(), place.end());
            link(address, address, html);
            done = place.end();
        }
        html.append(escaped(text.substring(done)));
    }

    /// What may not be opened from a message is no link here either.
    private static void link(String target, String words, StringBuilder html) {
        if (Links.target(target).isEmpty()) {
            html.append(escaped(words));
            return;
        }
        html.append("<a rel=\"noopener noreferrer\" href=\"")
                .append(escaped(target))
                .append("\">")
                .append(escaped(words))
                .append("</a>");
    }
}
