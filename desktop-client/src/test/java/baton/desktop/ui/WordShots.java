package baton.desktop.ui;

import baton.desktop.ui.common.Theme;
import baton.model.AccountId;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TextArea;

/// Draws what may stand in a message, in one look and language.
final class WordShots {
    private final Theme.Choice look;
    private final String language;
    private final Path folder;

    WordShots(Theme.Choice look, String language, Path folder) {
        this.look = look;
        this.language = language;
        this.folder = folder;
    }

    void draw() {
        draw("formatting", SampleWords.of(language));
        draw("hostile", SampleWords.hostile());
        shortcodes();
    }

    private Path file(String name) {
        String suffix = look.name().toLowerCase(Locale.ROOT) + "-" + language;
        return folder.resolve("words-" + name + "-" + suffix + ".png");
    }

    private void draw(String name, List<String> texts) {
        SampleDevice device = SampleLife.device();
        for (int i = 0; i < texts.size(); i++) {
            AccountId author = i % 2 == 0 ? SampleLife.BEN : SampleLife.ANA;
            device.say(SampleLife.WITH_BEN, author, SampleLife.NOW, texts.get(i));
        }
        try (SampleWindow window = SampleWindow.of(device, language, look, 1100)) {
            FxDriver.run(() -> window.stage().setHeight(980));
            window.show(SampleLife.WITH_BEN);
            FxDriver.run(() -> window.timeline().scrollTo(window.timeline().getItems().size() - 1));
            FxDriver.pulse();
            FxDriver.picture(window.stage().getScene(), file(name));
        }
    }

    private void shortcodes() {
        SampleDevice device = SampleLife.device();
        try (SampleWindow window = SampleWindow.of(device, language, look, 1100)) {
            window.show(SampleLife.OUTAGE);
            FxDriver.run(() -> {
                TextArea text = (TextArea) window.find(".composer .text-area");
                text.requestFocus();
                text.setText(language.equals("zh") ? "好了 :笑脸" : "all good :smi");
                text.end();
            });
            FxDriver.pulse();
            FxDriver.picture(window.stage().getScene(), file("shortcodes"));
        }
    }
}
