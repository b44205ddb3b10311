package baton.desktop.ui;

import baton.desktop.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Draws the main window in both looks and both languages into a folder. Needs the headless platform or
/// a screen.
public final class Screenshots {
    private Screenshots() {}

    /// @param arguments the folder
    public static void main(String[] arguments) {
        int code = 1;
        try {
            draw(Path.of(arguments[0]));
            code = 0;
        } catch (AssertionError failure) {
            failure.printStackTrace();
        } finally {
            // The toolkit's threads would keep the process alive.
            Runtime.getRuntime().halt(code);
        }
    }

    private static void draw(Path folder) {
        for (Theme.Choice choice : List.of(Theme.Choice.LIGHT, Theme.Choice.DARK)) {
            for (String language : List.of("en", "zh")) {
                String name = choice.name().toLowerCase(Locale.ROOT) + "-" + language + ".png";
                SampleDevice device = SampleLife.device();
                SampleLife.trouble(device);
                try (SampleWindow window = SampleWindow.of(device, language, choice, 1280)) {
                    window.show(SampleLife.OUTAGE);
                    FxDriver.picture(window.stage().getScene(), folder.resolve("window-" + name));
                }
            }
        }
    }
}
