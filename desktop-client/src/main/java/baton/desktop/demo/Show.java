package baton.desktop.demo;

import baton.desktop.app.DeviceWindow;
import baton.desktop.app.ProgramDesk;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Tray;
import baton.desktop.ui.firstrun.Example;
import baton.model.ConversationId;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Rectangle2D;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;

/// The windows of the demo. FX thread.
final class Show {
    private final Map<Player, DeviceWindow> windows = new LinkedHashMap<>();

    /// @param places where the windows stand, one for each player
    Show(List<Player> players, List<Rectangle2D> places, Look look, Cues cues) {
        List<Stage> open = new ArrayList<>();
        for (int i = 0; i < players.size(); i++) {
            Player player = players.get(i);
            Stage stage = new Stage();
            DeviceWindow window =
                    new DeviceWindow(
                            stage,
                            player.runtime(),
                            new DeviceWindow.Dress(
                                    look.texts(),
                                    look.theme(),
                                    new Machine(
                                            uri -> {},
                                            LocalSettings.inMemory(),
                                            Notifications.untold(),
                                            Tray.none()),
                                    player.name(),
                                    "",
                                    player.runtime().me().deviceName(),
                                    Example.none(),
                                    OwnRelay.none(),
                                    "",
                                    ProgramDesk.none()));
            stage.addEventFilter(KeyEvent.KEY_TYPED, event -> cues.onTyped().run());
            open.add(stage);
            stage.setOnHidden(event -> {
                open.remove(stage);
                if (open.isEmpty()) {
                    cues.onAllClosed().run();
                }
            });
            windows.put(player, window);
            // Three of them on one screen are looked at more than they are worked in.
            stage.setMinWidth(Math.min(stage.getMinWidth(), places.get(i).getWidth()));
            window.showAt(places.get(i));
        }
    }

    /// How all windows look.
    record Look(Texts texts, Theme theme) {}

    /// Whom to tell.
    ///
    /// @param onTyped when somebody types into any window
    /// @param onAllClosed when the last window was closed
    record Cues(Runnable onTyped, Runnable onAllClosed) {
        static final Cues NONE = new Cues(() -> {}, () -> {});
    }

    void openEverywhere(ConversationId conversation) {
        windows.values().forEach(window -> window.show(conversation));
    }

    void showDevices() {
        windows.values().forEach(window -> window.showDevices(true));
    }

    /// What each window looks like now, by the name of its device.
    Map<String, BufferedImage> pictures() {
        Map<String, BufferedImage> pictures = new LinkedHashMap<>();
        windows.forEach((player, window) ->
                pictures.put(player.name(), Pictures.of(window.stage().getScene())));
        return pictures;
    }

    /// Side by side in an area of the screen; on a narrow one they overlap rather than shrink too
    /// far.
    static List<Rectangle2D> sideBySide(int count, Rectangle2D area, double widthMin) {
        double width = Math.max(widthMin, area.getWidth() / count);
        double step = count > 1 ? (area.getWidth() - width) / (count - 1) : 0;
        List<Rectangle2D> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(
                    new Rectangle2D(
                            area.getMinX() + i * Math.max(0, step),
                            area.getMinY(),
                            Math.min(width, area.getWidth()),
                            area.getHeight()));
        }
        return places;
    }

    void close() {
        windows.values().forEach(DeviceWindow::close);
    }
}
