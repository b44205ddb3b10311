package baton.desktop.ui.settings;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleOwnRelay;
import baton.desktop.ui.SamplePlaces;
import baton.desktop.ui.SampleProgram;
import baton.desktop.ui.SampleProxy;
import baton.desktop.ui.ViewStage;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Theme;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.diagnostics.DiagnosticsDoors;
import baton.desktop.ui.diagnostics.DiagnosticsPage;
import baton.desktop.ui.notifications.NotificationsPage;
import baton.desktop.ui.ownrelay.OwnRelayPage;
import baton.desktop.ui.program.ProgramPage;
import baton.desktop.ui.replies.RepliesPage;
import baton.desktop.ui.storage.StorageDoors;
import baton.desktop.ui.storage.StoragePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ListView;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// The settings of a [SampleDevice] in a window of their own.
public final class SettingsStage implements AutoCloseable {
    private final List<String> asked = new ArrayList<>();
    private final SampleProxy proxy = new SampleProxy();
    private final SampleOwnRelay ownRelay = SampleOwnRelay.running(true);
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
                                        proxy,
                                        () -> asked.add("devices"),
                                        () -> asked.add("sign out")),
                                List.of(
                                        new SettingsSection(
                                                "own-relay",
                                                Feather.SERVER,
                                                () ->
                                                        new OwnRelayPage(
                                                                ownRelay.model(context.texts()),
                                                                context.texts())),
                                        new SettingsSection(
                                                "replies",
                                                Feather.MESSAGE_SQUARE,
                                                () -> new RepliesPage(context)),
                                        notifications(),
                                        storage(context),
                                        new SettingsSection(
                                                "program",
                                                Feather.PACKAGE,
                                                () ->
                                                        new ProgramPage(
                                                                context,
                                                                new SampleProgram(),
                                                                Runnable::run)),
                                        diagnostics(context))));
        FxDriver.run(dialog::show);
        FxDriver.pulse();
    }

    private SettingsSection notifications() {
        return new SettingsSection(
                "notifications", Feather.BELL, () -> new NotificationsPage(context));
    }

    private SettingsSection diagnostics(UiContext context) {
        DiagnosticsDoors doors =
                new DiagnosticsDoors() {
                    @Override
                    public Report report() {
                        return new Report(
                                """
                                Baton 0.1
                                link Online[since=2026-11-21T10:23:05Z]
                                outbox {waiting=2}
                                """,
                                "2026-11-21 10:30:00 WARN RelayConnection: ‹relay 3› is away");
                    }

                    @Override
                    public Outcome<Path> save(Path file, Report report) {
                        asked.add("save " + file);
                        return new Outcome.Done<>(file);
                    }
                };
        return new SettingsSection(
                "diagnostics",
                Feather.ACTIVITY,
                () ->
                        new DiagnosticsPage(
                                context,
                                doors,
                                new SamplePlaces().choose(Path.of("report.zip")),
                                () -> asked.add("connection"),
                                Runnable::run));
    }

    private SettingsSection storage(UiContext context) {
        StorageDoors.Kept kept =
                new StorageDoors.Kept(
                        Path.of("/home/ana/.local/share/baton/profiles/default"),
                        112_480,
                        64,
                        61_400_000,
                        19_200_000,
                        8_300_000);
        StorageDoors to =
                new StorageDoors(
                        () -> kept,
                        () -> asked.add("export"),
                        () -> asked.add("back up"),
                        () -> asked.add("restore"));
        return new SettingsSection(
                "storage", Feather.HARD_DRIVE, () -> new StoragePage(context, to));
    }

    public static SettingsStage show(UiContext context) {
        return new SettingsStage(context, 860, 640);
    }

    static SettingsStage show(SampleDevice device, String language, Theme.Choice look) {
        return show(ViewStage.context(device, language, look));
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

    SampleProxy proxy() {
        return proxy;
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
