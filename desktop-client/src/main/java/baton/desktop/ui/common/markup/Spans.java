package baton.desktop.ui.common.markup;

import java.util.ArrayList;
import java.util.List;

/// Spans in the order of the text; neighbours that are drawn alike are one.
final class Spans {
    private final List<Span> spans = new ArrayList<>();
    private final StringBuilder last = new StringBuilder();

    void add(Span span) {
        if (span.text().isEmpty()) {
            return;
        }
        if (spans.isEmpty() || !spans.getLast().isLike(span)) {
            close();
            spans.add(span);
        }
        last.append(span.text());
    }

    private void close() {
        if (!spans.isEmpty()) {
            Span open = spans.removeLast();
            spans.add(new Span(last.toString(), open.styles(), open.target()));
            last.setLength(0);
        }
    }

    int size() {
        return spans.size();
    }

    List<Span> all() {
        close();
        return spans;
    }
}
