package baton.desktop.ui.settings;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;

/// The settings of a [SampleDevice] in a window of their own.
public final class SettingsStage implements AutoCloseable {
    private final List<String> asked = new ArrayList<>();
    private final UiContext context;
    private final ViewStage stage;
    private final SettingsDialog dialog;

    private SettingsStage(UiContext context, double width, double height) {
        this.context = context;
        stage = ViewStage.show(context.theme(), width, height, overlay -> new StackPane());
        dialog =
                FxDriver.fx(() ->
                        new SettingsDialog(
                                context,
                                stage.overlay(),
                                new SettingsDoors(
                                        new SettingsDoors.Relay("localhost:7340", false),
                                        () -> asked.add("devices"),
                                        () -> asked.add("sign out")),
                                List.of()));
        FxDriver.run(dialog::show);
        FxDriver.pulse();
    }

    public static SettingsStage show(SampleDevice device, String language, Theme.Choice look) {
        return show(device, language, look, 860, 640);
    }

    static SettingsStage show(
            SampleDevice device, String language, Theme.Choice look, double width, double height) {
        return new SettingsStage(ViewStage.context(device, language, look), width, height);
    }

    public ViewStage stage() {
        return stage;
    }

    UiContext context() {
        return context;
    }

    /// What was asked of the doors, oldest first.
    List<String> asked() {
        return asked;
    }

    void showAgain() {
        FxDriver.run(dialog::show);
        FxDriver.pulse();
    }

    /// In their order.
    public List<String> sections() {
        return FxDriver.fx(() -> list().getItems().stream().map(SettingsSection::name).toList());
    }

    /// Opens a section's page.
    public void choose(String section) {
        FxDriver.run(() -> list().getSelectionModel().select(sections().indexOf(section)));
        FxDriver.pulse();
    }

    @SuppressWarnings("unchecked")
    ListView<SettingsSection> list() {
        return (ListView<SettingsSection>) stage.node("list", ListView.class);
    }

    @Override
    public void close() {
        FxDriver.run(() -> stage.overlay().hide());
        stage.close();
    }
}
