package baton.desktop.demo;

import baton.desktop.demo.stage.DeviceStand;
import baton.desktop.demo.stage.Proof;
import baton.desktop.demo.stage.RelayState;
import baton.desktop.demo.stage.StageController;
import baton.desktop.demo.stage.StageDoors;
import baton.desktop.demo.stage.StageViewModel;
import baton.desktop.runtime.Hint;
import baton.desktop.ui.common.AppIcon;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Times;
import baton.desktop.ui.common.UiThread;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The stage in a window of its own. FX thread, but for the methods that say otherwise.
final class StageWindow {
    /// Room for three lines and a switch, and the frame of the window.
    static final double HEIGHT = 196;

    private final UiThread ui = new UiThread();
    private final Stage stage = new Stage();
    private final Pins pins = new Pins();
    private final StageViewModel viewModel;
    private final StageController controller;

    StageWindow(List<Player> players, StageDoors doors, Show.Look look) {
        Times times = new Times(look.texts(), InstantSource.system(), ZoneId::systemDefault);
        List<DeviceStand> stands =
                players.stream()
                        .map(player ->
                                new DeviceStand(
                                        player.name(),
                                        player.label(),
                                        look.texts(),
                                        times,
                                        player.runtime().hints().status()))
                        .toList();
        viewModel = new StageViewModel(look.texts(), doors, stands);
        controller = new StageController(viewModel, look.texts());
        for (int i = 0; i < players.size(); i++) {
            DeviceStand stand = stands.get(i);
            pins.add(
                    players.get(i)
                            .runtime()
                            .hints()
                            .listen(hint -> {
                                if (hint instanceof Hint.Status status) {
                                    ui.execute(() -> stand.show(status.status()));
                                }
                            }));
        }
        Scene scene = new Scene(controller.root());
        pins.add(look.theme().install(scene));
        AppIcon.put(stage);
        stage.setTitle(look.texts().get("stage.title"));
        stage.setScene(scene);
    }

    void showAt(Rectangle2D place) {
        stage.setX(place.getMinX());
        stage.setY(place.getMinY());
        stage.setWidth(place.getWidth());
        stage.setHeight(place.getHeight());
        controller.open();
        stage.show();
    }

    Stage stage() {
        return stage;
    }

    StageViewModel viewModel() {
        return viewModel;
    }

    /// Any thread.
    void show(Proof proof) {
        ui.execute(() -> viewModel.show(proof));
    }

    /// Any thread.
    void show(RelayState state) {
        ui.execute(() -> viewModel.show(state));
    }

    void close() {
        controller.close();
        pins.close();
        stage.hide();
    }
}
