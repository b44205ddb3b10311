package baton.desktop.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Objects;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads layouts. A controller is made by a constructor, with what it needs, before its layout:
/// FXML never creates one. FX thread.
public final class Views {
    private final Texts texts;

    public Views(Texts texts) {
        this.texts = texts;
    }

    /// Loads `NAME.fxml` beside the controller's class and fills the controller's `@FXML` fields.
    ///
    /// @throws UncheckedIOException if the layout cannot be read: a bug that every UI test would
    ///   show
    public Parent load(String name, Object controller) {
        URL layout =
                Objects.requireNonNull(
                        controller.getClass().getResource(name + ".fxml"), "no layout " + name);
        FXMLLoader loader = new FXMLLoader(layout, texts.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("layout " + name, e);
        }
    }
}
