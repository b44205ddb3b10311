package baton.desktop.app;

import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.OwnRelay;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.Tray;
import baton.desktop.ui.firstrun.Example;

/// What a window of a test wears: English, light, and on a machine that has nothing of its own.
public final class PlainDress {
    private PlainDress() {}

    /// @param relay that the first window suggests
    /// @param name that it suggests for the device
    /// @param ownRelay of this computer
    /// @param link that the window was opened with; empty if none
    public static DeviceWindow.Dress of(
            String profile, String relay, String name, OwnRelay ownRelay, String link) {
        return new DeviceWindow.Dress(
                Texts.of("en"),
                new Theme(Theme.Choice.LIGHT),
                new Machine(
                        target -> {}, LocalSettings.inMemory(), Notifications.none(), Tray.none()),
                profile,
                relay,
                name,
                Example.none(),
                ownRelay,
                link,
                ProgramDesk.none());
    }
}
