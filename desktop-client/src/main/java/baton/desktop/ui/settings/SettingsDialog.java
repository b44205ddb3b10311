package baton.desktop.ui.settings;

import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The settings, as a dialog above the window: sections at the left, the chosen one's page at the
/// right. FX thread.
public final class SettingsDialog {
    private static final double LINE = 36;

    private static final double LIST_WIDTH = 180;
    private static final double LIST_ICONS = 44;

    /// From who one is over what is seen and written to what is behind it, whoever brings a
    /// section.
    private static final List<String> ORDER =
            List.of(
                    "account",
                    "appearance",
                    "notifications",
                    "language",
                    "writing",
                    "replies",
                    "network",
                    "own-relay",
                    "storage",
                    "program",
                    "diagnostics");

    /// Narrower than this the sections show as icons only.
    private static final double NARROW = 520;

    private final UiContext context;
    private final Overlay overlay;
    private final SettingsDoors doors;
    private final List<SettingsSection> sections;
    private final Map<SettingsSection, View> pages = new HashMap<>();
    private final Pins page = new Pins();
    private final Parent root;
    @FXML private HBox settings;
    @FXML private ListView<SettingsSection> list;
    @FXML private Label heading;
    @FXML private ScrollPane scroll;
    @FXML private StackPane room;
    @FXML private Button done;

    /// @param more sections of other features
    public SettingsDialog(
            UiContext context, Overlay overlay, SettingsDoors doors, List<SettingsSection> more) {
        this.context = context;
        this.overlay = overlay;
        this.doors = doors;
        sections = sections(more);
        root = context.views().load("Settings", this);
    }

    private List<SettingsSection> sections(List<SettingsSection> more) {
        SettingsViewModel model = new SettingsViewModel(context);
        List<SettingsSection> all = new ArrayList<>();
        all.add(
                new SettingsSection(
                        "account", Feather.USER, () -> new AccountPage(context, model, doors)));
        all.add(
                new SettingsSection(
                        "appearance", Feather.SUN, () -> new AppearancePage(context, model)));
        all.add(
                new SettingsSection(
                        "language", Feather.GLOBE, () -> new LanguagePage(context, model)));
        all.add(
                new SettingsSection(
                        "writing", Feather.EDIT_3, () -> new WritingPage(context, model)));
        all.add(
                new SettingsSection(
                        "network", Feather.WIFI, () -> new NetworkPage(context, doors)));
        all.addAll(more);
        all.sort(Comparator.comparingInt(section -> ORDER.indexOf(section.name())));
        return List.copyOf(all);
    }

    @FXML
    private void initialize() {
        ObservableValue<Boolean> narrow =
                settings.widthProperty().map(width -> width.doubleValue() < NARROW);
        list.setAccessibleText(context.texts().get("settings.sections"));
        list.setFixedCellSize(LINE);
        list.setCellFactory(shown -> new SectionCell(context.texts(), narrow));
        list.getItems().setAll(sections);
        list.prefHeightProperty().set(LINE * sections.size());
        list.minWidthProperty().bind(narrow.map(icons -> icons ? LIST_ICONS : LIST_WIDTH));
        list.maxWidthProperty().bind(list.minWidthProperty());
        list.getSelectionModel().selectFirst();
        list.getSelectionModel()
                .selectedItemProperty()
                .addListener((observed, was, now) -> choose(was, now));
        overlay.hearEscapeOf(list);
        scroll.accessibleTextProperty().bind(heading.textProperty());
        done.setOnAction(event -> overlay.hide());
    }

    /// Shows the section that was shown last, at first the first one.
    public void show() {
        overlay.show(root, context.texts().get("settings.title"), list, page::close);
        open(list.getSelectionModel().getSelectedItem());
    }

    /// One section is chosen always.
    private void choose(SettingsSection was, @Nullable SettingsSection now) {
        if (now == null) {
            list.getSelectionModel().select(was);
        } else {
            open(now);
        }
    }

    private void open(SettingsSection section) {
        page.close();
        View view = pages.computeIfAbsent(section, chosen -> chosen.page().get());
        view.open();
        page.add(view::close);
        heading.setText(context.texts().get(section.key()));
        room.getChildren().setAll(view.root());
        scroll.setVvalue(0);
    }
}
