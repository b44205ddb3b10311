package baton.desktop.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.stage.Stage;

/// Baton's mark, as title bars, task bars and window switchers show it. For the FX thread.
public final class AppIcon {
    private static final String FILE = "baton.png";

    private AppIcon() {}

    /// Gives a window the mark.
    public static void put(Stage stage) {
        try (InputStream in =
                Objects.requireNonNull(AppIcon.class.getResourceAsStream(FILE), FILE)) {
            stage.getIcons().setAll(new Image(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
