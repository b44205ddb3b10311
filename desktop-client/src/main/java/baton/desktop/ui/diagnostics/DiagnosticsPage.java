package baton.desktop.ui.diagnostics;

import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Places;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.notices.Notice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/// The report about this device: to read first, then to save. FX thread.
public final class DiagnosticsPage implements View {
    private final UiContext context;
    private final DiagnosticsDoors doors;
    private final Places places;
    private final Runnable connection;
    private final Work work;
    private final Pins pins = new Pins();
    private final Parent root;
    private Optional<DiagnosticsDoors.Report> shown = Optional.empty();
    @FXML private TextArea preview;
    @FXML private Button save;
    @FXML private Label result;
    @FXML private Label problem;

    /// @param connection shows how the connection does, in place of the settings
    /// @param workers may block on the disk
    public DiagnosticsPage(
            UiContext context,
            DiagnosticsDoors doors,
            Places places,
            Runnable connection,
            Executor workers) {
        this.context = context;
        this.doors = doors;
        this.places = places;
        this.connection = connection;
        this.work = new Work(workers, context.ui());
        root = context.views().load("DiagnosticsPage", this);
    }

    @FXML
    private void initialize() {
        save.setDisable(true);
        tell("", "");
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        lane.read(doors::report, this::show);
    }

    @Override
    public void close() {
        pins.close();
    }

    private void show(DiagnosticsDoors.Report report) {
        shown = Optional.of(report);
        preview.setText(report.facts() + "\n" + report.log());
        save.setDisable(false);
    }

    @FXML
    private void inspect() {
        connection.run();
    }

    @FXML
    private void save() {
        String name = "baton-report-" + context.times().day(context.times().now()) + ".zip";
        shown.ifPresent(report ->
                places.newFile(context.texts().get("diagnostics.file"), name)
                        .ifPresent(file ->
                                work.start(watch -> doors.save(file, report), this::answer)));
    }

    private void answer(Outcome<Path> outcome) {
        Texts texts = context.texts();
        switch (outcome) {
            case Outcome.Done<Path>(Path file) -> tell(texts.format("diagnostics.done", file), "");
            case Outcome.Stopped<Path> stopped -> tell("", "");
            case Outcome.Failed<Path>(String code) -> tell("", Notice.of(code, texts).brief(texts));
        }
    }

    private void tell(String good, String bad) {
        result.setText(good);
        problem.setText(bad);
        Shown.when(result, !good.isEmpty());
        Shown.when(problem, !bad.isEmpty());
    }
}
