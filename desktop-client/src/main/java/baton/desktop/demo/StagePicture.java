package baton.desktop.demo;

import baton.desktop.demo.stage.DeviceStand;
import baton.desktop.ui.common.UiThread;
import java.awt.image.BufferedImage;
import java.util.List;
import javafx.geometry.Rectangle2D;

/// The stage while the laptop is cut off and the others go on. One thread.
final class StagePicture {
    private static final Rectangle2D PLACE = new Rectangle2D(0, 0, 1_280, StageWindow.HEIGHT);

    private StagePicture() {}

    /// Everything is as before when it is drawn.
    static BufferedImage draw(
            Wings wings, Cast cast, Director director, Ledger ledger, Show.Look look) {
        UiThread ui = new UiThread();
        Player laptop = cast.player("laptop");
        Prover prover = new Prover(cast.players(), ledger, wings.relay()::isRunning);
        try (Talk talk = new Talk(director)) {
            StageWindow stage =
                    Fx.call(
                            ui,
                            () -> {
                                StageWindow window =
                                        new StageWindow(
                                                cast.onStage(),
                                                wings.doors(cast, talk, state -> {}),
                                                look);
                                window.showAt(PLACE);
                                plug(window, laptop, false);
                                return window;
                            });
            cast.await("the laptop notices that it is cut off", () -> !laptop.isOnline());
            Script.meanwhile().forEach(director::play);
            stage.show(prover.prove());
            BufferedImage picture =
                    Pictures.settled(() ->
                                    Fx.call(
                                            ui,
                                            () -> List.of(Pictures.of(stage.stage().getScene()))))
                            .iterator()
                            .next();
            ui.execute(() -> plug(stage, laptop, true));
            cast.await("the laptop has its network back", laptop::isOnline);
            Fx.run(ui, stage::close);
            return picture;
        }
    }

    private static void plug(StageWindow window, Player player, boolean in) {
        DeviceStand stand =
                window.viewModel().stands().stream()
                        .filter(each -> each.name().equals(player.name()))
                        .findFirst()
                        .orElseThrow();
        window.viewModel().plug(stand, in);
    }
}
