package baton.desktop.ui.common;

import javafx.scene.Parent;

/// A part of the window with a life of its own. FX thread. [#open] starts listening, [#close] takes
/// every registration back; the two may alternate any number of times. A view that listens to
/// nothing beyond its own nodes has neither.
public interface View {
    Parent root();

    default void open() {}

    default void close() {}
}
