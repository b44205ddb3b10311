package baton.desktop.ui;

import baton.model.AccountId;
import java.util.List;
import javafx.scene.control.TextArea;

/// Draws what may stand in a message, in one look.
final class WordShots {
    private final Shots shots;

    WordShots(Shots shots) {
        this.shots = shots;
    }

    void draw() {
        draw("formatting", SampleWords.of(shots.look().language()));
        draw("hostile", SampleWords.hostile());
        shortcodes();
    }

    private void draw(String name, List<String> texts) {
        SampleDevice device = SampleLife.device();
        for (int i = 0; i < texts.size(); i++) {
            AccountId author = i % 2 == 0 ? SampleLife.BEN : SampleLife.ANA;
            device.say(SampleLife.WITH_BEN, author, SampleLife.NOW, texts.get(i));
        }
        try (SampleWindow window = shots.window(device)) {
            FxDriver.run(() -> {
                window.stage().setY(0);
                window.stage().setHeight(980);
            });
            window.show(SampleLife.WITH_BEN);
            FxDriver.run(() -> window.timeline().scrollTo(window.timeline().getItems().size() - 1));
            shots.take(window, "words-" + name);
        }
    }

    private void shortcodes() {
        SampleDevice device = SampleLife.device();
        try (SampleWindow window = shots.window(device)) {
            window.show(SampleLife.OUTAGE);
            FxDriver.run(() -> {
                TextArea text = (TextArea) window.find(".composer .text-area");
                text.requestFocus();
                text.setText(shots.look().isChinese() ? "好了 :笑脸" : "all good :smi");
                text.end();
            });
            shots.take(window, "words-shortcodes");
        }
    }
}
