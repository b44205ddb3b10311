package baton.desktop.ui;

import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import java.util.Locale;

/// How a window is dressed in a picture.
///
/// @param zoom percent, a step of [baton.desktop.ui.common.Zoom]
record Look(Theme.Choice theme, String language, int zoom) {
    private static final List<Theme.Choice> THEMES =
            List.of(Theme.Choice.LIGHT, Theme.Choice.DARK, Theme.Choice.CONTRAST);
    private static final int NATURAL = 100;
    private static final int LARGE = 150;

    /// Each look in each language, in natural size and large.
    static final List<Look> ALL =
            THEMES.stream()
                    .flatMap(theme ->
                            List.of("en", "zh").stream()
                                    .flatMap(language ->
                                            List.of(NATURAL, LARGE).stream()
                                                    .map(zoom -> new Look(theme, language, zoom))))
                    .toList();

    /// Those that every view is compared in: each theme, language and size is among them.
    static final List<Look> KEPT =
            List.of(
                    new Look(Theme.Choice.LIGHT, "en", NATURAL),
                    new Look(Theme.Choice.DARK, "zh", NATURAL),
                    new Look(Theme.Choice.CONTRAST, "en", LARGE));

    Look(Theme.Choice theme, String language) {
        this(theme, language, NATURAL);
    }

    boolean isChinese() {
        return language.equals("zh");
    }

    /// What the views of a device get, in this look.
    UiContext context(SampleDevice device) {
        UiContext context = ViewStage.context(device, language, theme);
        FxDriver.run(() -> context.theme().zoom().set(Integer.toString(zoom)));
        return context;
    }

    /// Ends the name of a file.
    @Override
    public String toString() {
        String name = theme.name().toLowerCase(Locale.ROOT) + "-" + language;
        return zoom == NATURAL ? name : name + "-" + zoom;
    }
}
