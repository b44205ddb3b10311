package baton.desktop.ui.common.markup;

import baton.desktop.ui.common.Addresses;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads the marks within one line. commonmark-java says where they are, in a copy of the line from
/// which [MeantMarks] took what a chat does not mean; the words come from the line itself, and
/// whatever is not understood stays in them. So nothing can be lost: only marks of emphasis, code
/// and links that were understood are left out.
final class LineReader {
    private static final int NESTING_MAX = 8;

    private static final Parser PARSER =
            Parser.builder()
                    .enabledBlockTypes(Set.of())
                    .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
                    .maxInlineNesting(NESTING_MAX)
                    .build();

    /// @param room so many spans at most, the rest being one more
    List<Span> read(String line, int room) {
        if (line.isBlank() || !MeantMarks.areIn(line)) {
            return List.of(Span.plain(line));
        }
        Walk walk = new Walk(line, room);
        walk.into(PARSER.parse(MeantMarks.masked(line)), Set.of());
        walk.say(line.length(), Set.of());
        return walk.spans.all();
    }

    private static final class Walk {
        private final String line;
        private final int room;
        private final Spans spans = new Spans();
        private int at;
        private String target = "";

        private Walk(String line, int room) {
            this.line = line;
            this.room = room;
        }

        private void say(int end, Set<Span.Style> styles) {
            if (end > at) {
                spans.add(new Span(line.substring(at, end), styles, target));
                at = end;
            }
        }

        private void into(Node parent, Set<Span.Style> styles) {
            for (Node node : childrenOf(parent)) {
                List<SourceSpan> place = node.getSourceSpans();
                if (place.isEmpty() || spans.size() >= room) {
                    continue;
                }
                int from = place.getFirst().getInputIndex();
                int to = place.getLast().getInputIndex() + place.getLast().getLength();
                if (from >= at) {
                    say(from, styles);
                    show(node, from, to, styles);
                    say(to, styles);
                }
            }
        }

        private void show(Node node, int from, int to, Set<Span.Style> styles) {
            switch (node) {
                case Emphasis one ->
                        styled(one, from + 1, to - 1, with(styles, Span.Style.EMPHASIS));
                case StrongEmphasis two ->
                        styled(two, from + 2, to - 2, with(styles, Span.Style.STRONG));
                case Code code -> code(from, to, with(styles, Span.Style.CODE));
                case Link link -> link(link, from, to, styles);
                default -> into(node, styles);
            }
        }

        private void styled(Node node, int from, int to, Set<Span.Style> styles) {
            if (!hasWords(from, to)) {
                return;
            }
            at = from;
            into(node, styles);
            say(to, styles);
            at = to + from - startOf(node);
        }

        private void code(int from, int to, Set<Span.Style> styles) {
            int ticks = 0;
            while (line.charAt(from + ticks) == '`') {
                ticks++;
            }
            String code = line.substring(from + ticks, to - ticks);
            if (code.isBlank()) {
                return;
            }
            boolean padded = code.startsWith(" ") && code.endsWith(" ");
            int pad = padded ? 1 : 0;
            at = from + ticks + pad;
            say(to - ticks - pad, styles);
            at = to;
        }

        /// A link whose words are the address of another place looks as it was typed.
        private void link(Link link, int from, int to, Set<Span.Style> styles) {
            Node last = link.getLastChild();
            int end = last == null ? from + 1 : endOf(last);
            String tail = line.substring(end, to);
            boolean whole = tail.startsWith("](") && tail.endsWith(")");
            String address = whole ? tail.substring(2, tail.length() - 1) : "";
            String words = line.substring(from + 1, end);
            if (words.isBlank() || !Addresses.mayBeCalled(address, words)) {
                return;
            }
            at = from + 1;
            target = address;
            into(link, styles);
            say(end, styles);
            target = "";
            at = to;
        }

        /// `*_*` is a face.
        private boolean hasWords(int from, int to) {
            return line.substring(from, to)
                    .codePoints()
                    .anyMatch(point ->
                            Character.isLetterOrDigit(point)
                                    || Character.isEmojiPresentation(point));
        }
    }

    private static List<Node> childrenOf(Node parent) {
        List<Node> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            children.add(node);
        }
        return children;
    }

    private static int startOf(Node node) {
        return node.getSourceSpans().getFirst().getInputIndex();
    }

    private static int endOf(Node node) {
        SourceSpan last = node.getSourceSpans().getLast();
        return last.getInputIndex() + last.getLength();
    }

    private static Set<Span.Style> with(Set<Span.Style> styles, Span.Style more) {
        Set<Span.Style> all = EnumSet.of(more);
        all.addAll(styles);
        return all;
    }
}
