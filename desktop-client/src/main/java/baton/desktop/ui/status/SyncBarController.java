package baton.desktop.ui.status;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.ui.common.Beat;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The sync bar above the conversation list, there only while something is being fetched. FX
/// thread.
public final class SyncBarController implements View {
    private final UiContext context;
    private final SyncBarViewModel viewModel;
    private final Beat beat;
    private final Pins pins = new Pins();

    @FXML private VBox root;
    @FXML private Label title;
    @FXML private Label left;
    @FXML private Label amount;
    @FXML private Label rate;
    @FXML private ProgressBar progress;
    @FXML private Button pause;
    @FXML private Button resume;

    public SyncBarController(UiContext context) {
        this.context = context;
        viewModel = new SyncBarViewModel(context.texts(), context.times()::now);
        beat =
                new Beat(
                        Duration.millis((double) SyncBarViewModel.PATIENCE.toMillis()),
                        viewModel.undecidedProperty(),
                        viewModel::settle);
        context.views().load("SyncBar", this);
        bind();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(context.hints().listen(this::onHint));
        show(context.hints().status());
        beat.open();
    }

    @Override
    public void close() {
        beat.close();
        pins.close();
    }

    private void bind() {
        title.textProperty().bind(viewModel.titleProperty());
        left.textProperty().bind(viewModel.leftProperty());
        amount.textProperty().bind(viewModel.amountProperty());
        rate.textProperty().bind(viewModel.rateProperty());
        progress.progressProperty().bind(viewModel.progressProperty());
        progress.accessibleTextProperty().bind(viewModel.amountProperty());
        Shown.when(pause, viewModel.pausableProperty());
        Shown.when(resume, viewModel.pausedProperty());
        Shown.when(root, viewModel.visibleProperty());
    }

    @FXML
    private void pause() {
        context.intents().fetchHistory(false);
    }

    @FXML
    private void resume() {
        context.intents().fetchHistory(true);
    }

    private void onHint(Hint hint) {
        if (hint instanceof Hint.Status status) {
            show(status.status());
        }
    }

    private void show(SyncStatus status) {
        viewModel.show(status);
    }
}
