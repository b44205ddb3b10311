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

/// The look: AtlantaFX Primer underneath, Baton's tokens above it: light, dark, or high contrast.
/// Follows the system while the window is open unless a person chose. One theme per window, FX
/// thread.
public final class Theme {

    /// What a person may choose, as in `--theme`.
    public enum Choice {
        SYSTEM,
        LIGHT,
        DARK,
        CONTRAST;

        /// @param word `system`, `light`, `dark` or `contrast`; anything else follows the system
        public static Choice of(String word) {
            return switch (word.toLowerCase(Locale.ROOT)) {
                case "light" -> LIGHT;
                case "dark" -> DARK;
                case "contrast" -> CONTRAST;
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

    /// The choice, or what the system has; each has a stylesheet of its name.
    private final ObservableValue<Choice> worn;

    private final Zoom zoom = new Zoom();
    private final Motion motion = new Motion();

    public Theme(Choice choice) {
        this.choice.set(choice);
        this.worn = this.choice.flatMap(Theme::wornFor);
    }

    private static ObservableValue<Choice> wornFor(Choice choice) {
        return choice == Choice.SYSTEM
                ? Platform.getPreferences()
                        .colorSchemeProperty()
                        .map(scheme -> scheme == ColorScheme.DARK ? Choice.DARK : Choice.LIGHT)
                : new SimpleObjectProperty<>(choice);
    }

    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /// How large everything is.
    public Zoom zoom() {
        return zoom;
    }

    /// Whether anything moves by itself.
    public Motion motion() {
        return motion;
    }

    /// Whether light text stands on dark ground.
    public boolean isDark() {
        return worn.getValue() != Choice.LIGHT;
    }

    /// Dresses a scene, its dialogs' scenes included if they are installed too, until the pin is
    /// closed. Popups take over the look of their window by themselves. What was the scene's root
    /// lies in another one then, which draws it larger or smaller.
    public Pin install(Scene scene) {
        FONTS.forEach(Theme::loadFont);
        Pins pins = new Pins();
        pins.listen(worn, (observed, before, now) -> dress(scene, now));
        dress(scene, worn.getValue());
        pins.add(zoom.install(scene));
        pins.add(motion.install(scene));
        return pins;
    }

    private static void dress(Scene scene, Choice worn) {
        scene.setUserAgentStylesheet(
                (worn == Choice.LIGHT ? new PrimerLight() : new PrimerDark())
                        .getUserAgentStylesheet());
        scene.getStylesheets()
                .setAll(
                        resource(worn.name().toLowerCase(Locale.ROOT) + ".css"),
                        resource("tokens.css"));
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
