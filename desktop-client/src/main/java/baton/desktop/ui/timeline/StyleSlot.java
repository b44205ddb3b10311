package baton.desktop.ui.timeline;

import javafx.css.Styleable;

/// One style class of a node, exchanged for another now and then. A change styles the node anew, so
/// the same one again is none.
final class StyleSlot {
    private final Styleable node;
    private String held = "";

    StyleSlot(Styleable node) {
        this.node = node;
    }

    void hold(String style) {
        if (!style.equals(held)) {
            node.getStyleClass().remove(held);
            held = style;
            node.getStyleClass().add(style);
        }
    }
}
