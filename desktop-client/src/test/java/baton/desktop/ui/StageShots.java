package baton.desktop.ui;

import baton.desktop.demo.stage.Proof;
import baton.desktop.demo.stage.Proof.Verdict;
import baton.desktop.demo.stage.SampleStage;
import baton.desktop.demo.stage.StageController;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;

/// Draws the stage of the demo.
final class StageShots {
    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 180;

    private StageShots() {}

    static void draw(Shots shots) {
        Texts texts = Texts.of(shots.look().language());
        SampleStage sample = new SampleStage(texts);
        FxDriver.start();
        Theme theme = FxDriver.fx(() -> new Theme(shots.look().theme()));
        try (ViewStage stage =
                ViewStage.show(
                        theme,
                        WIDTH,
                        HEIGHT,
                        overlay -> new StageController(sample.viewModel(), texts).root())) {
            FxDriver.run(() -> {
                sample.viewModel().show(new Proof(Verdict.UNDER_WAY, 214, 4, 24, 0, 0));
                sample.viewModel().plug(sample.viewModel().stands().get(1), false);
            });
            shots.take(stage.scene(), "stage");
        }
    }
}
