package baton.desktop.ui.notifications;

import static org.junit.jupiter.api.Assertions.assertEquals;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.LocalSettings;
import baton.desktop.ui.common.Machine;
import baton.desktop.ui.common.Notifications;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationsPageTest {
    private final LocalSettings settings = LocalSettings.inMemory();

    private UiContext context(boolean tray) {
        UiContext plain = ViewStage.context(SampleLife.device(), "en", Theme.Choice.LIGHT);
        return SampleWindow.on(
                plain,
                new Machine(plain.machine().links(), settings, Notifications.none(), () -> tray));
    }

    private static ViewStage show(UiContext context) {
        return ViewStage.show(
                context.theme(),
                500,
                600,
                overlay -> {
                    NotificationsPage page = new NotificationsPage(context);
                    page.open();
                    return page.root();
                });
    }

    private static List<ToggleSwitch> switches(ViewStage stage) {
        return FxDriver.fx(() ->
                stage.scene().getRoot().lookupAll(".toggle-switch").stream()
                        .filter(node -> node.getParent().isVisible())
                        .map(ToggleSwitch.class::cast)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goingOnWithoutAWindowIsOfferedOnlyWhereATrayLeadsBack(boolean tray) {
        try (ViewStage stage = show(context(tray))) {
            assertEquals(tray ? 3 : 2, switches(stage).size());
        }
    }

    @ParameterizedTest
    @CsvSource({"0, notify-text, off", "1, notify-sound, on", "2, tray, on"})
    void switchesCanBeChangedBackAtOnce(int which, String setting, String changed) {
        try (ViewStage stage = show(context(true))) {
            ToggleSwitch toggle = switches(stage).get(which);
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                FxDriver.run(() -> toggle.setSelected(!toggle.isSelected()));
                kept.add(settings.get(setting));
            }
            assertEquals(List.of(changed, "", changed), kept);
        }
    }
}
