package baton.desktop.ui.common.markup;

import java.util.Set;

/// A stretch of text drawn alike.
///
/// @param target where a link leads, as [baton.desktop.ui.common.Links] allows it; empty for none
public record Span(String text, Set<Style> styles, String target) {
    /// How a stretch is drawn; several may hold at once.
    public enum Style {
        STRONG,
        EMPHASIS,
        CODE
    }

    public Span {
        styles = Set.copyOf(styles);
    }

    public static Span plain(String text) {
        return new Span(text, Set.of(), "");
    }

    public boolean isCode() {
        return styles.contains(Style.CODE);
    }

    public boolean isLink() {
        return !target.isEmpty();
    }

    boolean isLike(Span other) {
        return styles.equals(other.styles) && target.equals(other.target);
    }
}
