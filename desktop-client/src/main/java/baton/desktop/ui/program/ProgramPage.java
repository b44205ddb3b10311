package baton.desktop.ui.program;

import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.SafeText;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What runs here, what is new in it, and what is newer. FX thread.
public final class ProgramPage implements View {
    private static final int NEWS_ROWS_MIN = 2;
    private static final int NEWS_ROWS_MAX = 12;

    private final Texts texts;
    private final ProgramViewModel model;
    private final Pins pins = new Pins();
    private final Parent root;
    @FXML private Label version;
    @FXML private Label built;
    @FXML private Button copy;
    @FXML private GridPane facts;
    @FXML private Label portable;
    @FXML private VBox switches;
    @FXML private VBox updates;
    @FXML private Label closed;
    @FXML private Button look;
    @FXML private Button download;
    @FXML private Button install;
    @FXML private Label said;
    @FXML private Label problem;
    @FXML private Label notes;
    @FXML private TextArea news;

    /// @param workers may block for long
    public ProgramPage(UiContext context, ProgramDoors doors, Executor workers) {
        this.texts = context.texts();
        this.model = new ProgramViewModel(context, doors, workers);
        root = context.views().load("ProgramPage", this);
    }

    @FXML
    private void initialize() {
        follow(said, model.saidProperty());
        follow(problem, model.troubleProperty());
        follow(notes, model.stepProperty().map(ProgramPage::notesOf));
        look.disableProperty().bind(model.work().busyProperty());
        download.disableProperty().bind(model.work().busyProperty());
        model.stepProperty().addListener((observed, was, now) -> show(now));
        show(model.stepProperty().get());
        model.aboutProperty().addListener((observed, was, now) -> now.ifPresent(this::show));
    }

    private static void follow(Label label, ObservableValue<String> text) {
        label.textProperty().bind(text.map(SafeText::words));
        Shown.when(label, !text.getValue().isEmpty());
        text.addListener((observed, was, now) -> Shown.when(label, !now.isEmpty()));
    }

    private static String notesOf(ProgramViewModel.Step step) {
        return switch (step) {
            case ProgramViewModel.Step.Idle idle -> "";
            case ProgramViewModel.Step.Found(ProgramDoors.Update update) -> update.notes();
            case ProgramViewModel.Step.Fetched(ProgramDoors.Update update, var file) ->
                    update.notes();
        };
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        model.open();
        pins.add(model::close);
    }

    @Override
    public void close() {
        pins.close();
    }

    private void show(ProgramDoors.About about) {
        version.setText(about.version());
        show(about.facts());
        portable.setText(
                about.portable().map(place -> texts.format("program.portable", place)).orElse(""));
        Shown.when(portable, about.portable().isPresent());
        switches.getChildren().clear();
        if (about.autostart().isOpen()) {
            switches.getChildren()
                    .add(
                            new SwitchRow(texts, "program.autostart")
                                    .of(model.startsWithSystemProperty(), model::startWithSystem));
        }
        if (about.updates().isOpen()) {
            switches.getChildren()
                    .add(
                            new SwitchRow(texts, "program.updates")
                                    .of(model.looksProperty(), model::lookByItself));
        }
        Shown.when(switches, !switches.getChildren().isEmpty());
        Shown.when(updates, about.updates().isOpen());
        closed.setText(whyClosed(about.updates()).map(texts::get).orElse(""));
        Shown.when(closed, !about.updates().isOpen());
        news.setText(about.news());
        long lines = about.news().lines().count();
        news.setPrefRowCount(Math.clamp(lines, NEWS_ROWS_MIN, NEWS_ROWS_MAX));
    }

    /// When it was built stands beside its version, all else below.
    private void show(List<ProgramDoors.Fact> known) {
        copy.setText(texts.get("program.copy"));
        built.setText("");
        facts.getChildren().clear();
        for (ProgramDoors.Fact fact : known) {
            String name = texts.get(fact.kind().key());
            if (fact.kind() == ProgramDoors.Kind.BUILT) {
                built.setText(name + " " + SafeText.words(fact.value()));
            } else {
                addRow(name, fact.value());
            }
        }
    }

    private void addRow(String name, String words) {
        Label what = new Label(name);
        what.getStyleClass().addAll("caption", "quiet");
        what.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(what, VPos.TOP);
        Label value = new Label(SafeText.words(words));
        value.getStyleClass().add("caption");
        value.setWrapText(true);
        value.setMinHeight(Region.USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), what, value);
    }

    private static Optional<String> whyClosed(ProgramDoors.Choice updates) {
        return switch (updates) {
            case ON, OFF -> Optional.empty();
            case MISSING -> Optional.of("program.updates.missing");
            case FORBIDDEN -> Optional.of("program.updates.forbidden");
        };
    }

    private void show(ProgramViewModel.Step step) {
        boolean packed =
                step instanceof ProgramViewModel.Step.Found(ProgramDoors.Update update)
                        && update.packed();
        Shown.when(download, packed);
        Shown.when(install, step instanceof ProgramViewModel.Step.Fetched);
    }

    @FXML
    private void copy() {
        model.words()
                .ifPresent(words -> {
                    Clip.put(words);
                    copy.setText(texts.get("program.copied"));
                });
    }

    @FXML
    private void look() {
        model.look();
    }

    @FXML
    private void download() {
        model.download();
    }

    @FXML
    private void install() {
        model.install();
    }
}
