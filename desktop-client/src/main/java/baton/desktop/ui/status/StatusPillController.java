package baton.desktop.ui.status;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.ui.common.Beat;
import baton.desktop.ui.common.Named;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Quiet;
import baton.desktop.ui.common.QuietMenu;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The status pill at the bottom left, always visible, and above it what waits to be sent, if
/// anything does. FX thread.
public final class StatusPillController implements View {
    private static final double TOOLTIP_WIDTH = 360;

    private final UiContext context;
    private final PillViewModel viewModel;
    private final WaitingViewModel waiting;
    private final StatusDoors doors;
    private final Beat beat;
    private final Beat patience;
    private final Beat end;
    private final ContextMenu spans = new ContextMenu();
    private final Pins pins = new Pins();

    @FXML private VBox root;
    @FXML private Button outbox;
    @FXML private HBox pill;
    @FXML private Region dot;
    @FXML private Label text;
    @FXML private Button tryNow;
    @FXML private Button connection;
    @FXML private Button quiet;

    /// @param relay its address, for the tooltip
    public StatusPillController(UiContext context, String relay, StatusDoors doors) {
        this.context = context;
        this.doors = doors;
        viewModel =
                new PillViewModel(
                        context.texts(), context.times(), relay, context.hints().status());
        waiting = new WaitingViewModel(context.texts(), context.times()::now);
        beat = new Beat(Duration.seconds(1), viewModel.countingDownProperty(), viewModel::refresh);
        patience = new Beat(Duration.seconds(1), waiting.undecidedProperty(), waiting::settle);
        // Nothing but time ends it.
        end =
                new Beat(
                        Duration.seconds(15),
                        context.machine().quiet().shownProperty().isNotEqualTo(Quiet.Span.OFF),
                        () -> context.machine().quiet().look(context.times()));
        context.views().load("StatusPill", this);
        bind();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(hint, lane)));
        show(context.hints().status());
        read(lane);
        beat.open();
        patience.open();
        Quiet known = context.machine().quiet();
        pins.listen(known.shownProperty(), (observed, was, now) -> showQuiet(now));
        known.look(context.times());
        showQuiet(known.shownProperty().get());
        end.open();
    }

    @Override
    public void close() {
        beat.close();
        patience.close();
        end.close();
        pins.close();
    }

    private void bind() {
        text.textProperty().bind(viewModel.textProperty());
        pill.accessibleTextProperty().bind(viewModel.textProperty());
        pill.accessibleHelpProperty().bind(viewModel.detailsProperty());
        Named.by(context.texts().get("status.connection"), connection);
        outbox.textProperty().bind(waiting.textProperty());
        outbox.setAccessibleHelp(context.texts().get("outbox.title"));
        Shown.when(outbox, waiting.visibleProperty());
        waiting.alarmProperty()
                .subscribe(now ->
                        outbox.pseudoClassStateChanged(PseudoClass.getPseudoClass("alarm"), now));
        Shown.when(tryNow, viewModel.canTryNowProperty());
        viewModel.toneProperty().subscribe(this::colour);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(viewModel.detailsProperty());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(pill, tooltip);
    }

    private void colour(PillViewModel.Tone tone) {
        dot.getStyleClass()
                .setAll(
                        "dot",
                        switch (tone) {
                            case OK -> "ok";
                            case WARN -> "warn";
                            case OFF -> "off";
                        });
    }

    private void showQuiet(Quiet.Span now) {
        Shown.when(quiet, now != Quiet.Span.OFF);
        Named.by(context.texts().get("settings.quiet"), quiet);
        quiet.setAccessibleHelp(QuietMenu.sentence(context));
    }

    private void onHint(Hint hint, Reads.Lane lane) {
        switch (hint) {
            case Hint.Status status -> show(status.status());
            case Hint.Outbox _ -> read(lane);
            default -> {}
        }
    }

    private void show(SyncStatus status) {
        viewModel.show(status);
        waiting.show(status);
    }

    private void read(Reads.Lane lane) {
        lane.read(context.store()::outbox, waiting::show);
    }

    @FXML
    private void outbox() {
        doors.outbox().run();
    }

    @FXML
    private void quiet() {
        spans.getItems().setAll(QuietMenu.items(context));
        spans.show(quiet, Side.TOP, 0, 0);
    }

    @FXML
    private void connection() {
        doors.connection().run();
    }

    @FXML
    private void tryNow() {
        context.intents().connectNow();
    }
}
