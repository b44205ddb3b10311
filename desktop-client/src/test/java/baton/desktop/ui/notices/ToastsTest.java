package baton.desktop.ui.notices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class ToastsTest {
    private final SampleDevice device = SampleLife.device();

    @Test
    void whatIsNewIsSaidOnceAndGoesWhenItIsClosed() {
        UiContext context = ViewStage.context(device, "en", Theme.Choice.LIGHT);
        Toasts toasts = FxDriver.fx(() -> new Toasts(context));
        try (ViewStage stage =
                ViewStage.show(context.theme(), 700, 300, overlay -> toasts.root())) {
            FxDriver.run(() -> toasts.tell("program.newer", "0.2.0"));
            FxDriver.run(() -> toasts.tell("program.advanced", "0.1.0", "0.2.0"));
            FxDriver.run(() -> toasts.tell("program.newer", "0.3.0"));
            assertEquals(
                    List.of("There is a newer Baton: 0.3.0", "Baton is now version 0.2.0"),
                    titles(stage));
            FxDriver.click(
                    FxDriver.fx(() -> stage.scene().getRoot().lookup(".toast .icon-button")));
            FxDriver.pulse();
            assertEquals(List.of("Baton is now version 0.2.0"), titles(stage));
            assertTrue(stage.cutLabels().isEmpty());
        }
    }

    private static List<String> titles(ViewStage stage) {
        return FxDriver.fx(() ->
                stage.scene().getRoot().lookupAll(".toast .strong").stream()
                        .map(Label.class::cast)
                        .map(Labeled::getText)
                        .toList());
    }
}
