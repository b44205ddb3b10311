package baton.desktop.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import baton.desktop.runtime.Pin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// The look: AtlantaFX Primer underneath, Baton's tokens above it, light or dark. Follows the
/// system while the window is open unless a person chose. One theme per window, FX thread.
public final class Theme {

    /// What a person may choose, as in `--theme`.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK;

        /// @param word `system`, `light` or `dark`; anything else follows the system
        public static Choice of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "light" -> LIGHT;
                case "dark" -> DARK;
                default -> SYSTEM;
            };
        }
    }

    private static final String FOLDER = "/baton/desktop/theme/";
    private static final List<String> FONTS =
            List.of(
                    "Inter-Regular.ttf",
                    "Inter-Italic.ttf",
                    "Inter-SemiBold.ttf",
                    "Inter-Bold.ttf",
                    "Inter-BoldItalic.ttf",
                    "SourceCodePro-Regular.ttf");

    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>();
    private final ObservableValue<Boolean> dark;

    public Theme(Choice choice) {
        this.choice.set(choice);
        this.dark =
                this.choice.flatMap(chosen ->
                        chosen == Choice.SYSTEM
                                ? Platform.getPreferences()
                                        .colorSchemeProperty()
                                        .map(scheme -> scheme == ColorScheme.DARK)
                                : new SimpleObjectProperty<>(chosen == Choice.DARK));
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    public boolean isDark() {
        return dark.getValue();
    }

    /// Dresses a scene, its dialogs' scenes included if they are installed too, until the pin is
    /// closed. Popups take over the look of their window by themselves.
    public Pin install(Scene scene) {
        FONTS.forEach(Theme::loadFont);
        Pins pins = new Pins();
        pins.listen(dark, (observed, before, now) -> dress(scene, now));
        dress(scene, isDark());
        return pins;
    }

    private static void dress(Scene scene, boolean dark) {
        scene.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(resource(dark ? "dark.css" : "light.css"), resource("tokens.css"));
    }

    private static String resource(String name) {
        return Objects.requireNonNull(Theme.class.getResource(FOLDER + name), name)
                .toExternalForm();
    }

    private static void loadFont(String name) {
        try (InputStream file = Theme.class.getResourceAsStream(FOLDER + "fonts/" + name)) {
            Objects.requireNonNull(Font.loadFont(Objects.requireNonNull(file, name), 0), name);
        } catch (IOException e) {
            throw new UncheckedIOException("font " + name, e);
        }
    }
}
