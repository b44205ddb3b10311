package baton.desktop.ui.common;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// Nodes that come and go together with the room they take. FX thread.
public final class Shown {
    private Shown() {}

    public static void when(Node node, boolean shown) {
        node.setManaged(shown);
        node.setVisible(shown);
    }

    public static void when(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }
}
