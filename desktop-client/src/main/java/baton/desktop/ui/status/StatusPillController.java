package baton.desktop.ui.status;

import baton.desktop.runtime.Hint;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// The status pill at the bottom left, always visible. FX thread.
public final class StatusPillController implements View {
    private static final double TOOLTIP_WIDTH = 360;

    private final UiContext context;
    private final PillViewModel viewModel;
    private final Beat beat;
    private final Pins pins = new Pins();

    @FXML private HBox root;
    @FXML private Region dot;
    @FXML private Label text;
    @FXML private Button tryNow;

    /// @param relay its address, for the tooltip
    public StatusPillController(UiContext context, String relay) {
        this.context = context;
        viewModel =
                new PillViewModel(
                        context.texts(), context.times(), relay, context.hints().status());
        beat = new Beat(Duration.seconds(1), viewModel.countingDownProperty(), viewModel::refresh);
        context.views().load("StatusPill", this);
        bind();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(context.hints().listen(this::onHint));
        viewModel.show(context.hints().status());
        beat.open();
    }

    @Override
    public void close() {
        beat.close();
        pins.close();
    }

    private void bind() {
        text.textProperty().bind(viewModel.textProperty());
        root.accessibleTextProperty().bind(viewModel.textProperty());
        root.accessibleHelpProperty().bind(viewModel.detailsProperty());
        Shown.when(tryNow, viewModel.canTryNowProperty());
        viewModel.toneProperty().subscribe(this::colour);
        Tooltip tooltip = new Tooltip();
        tooltip.textProperty().bind(viewModel.detailsProperty());
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(TOOLTIP_WIDTH);
        Tooltip.install(root, tooltip);
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

    private void onHint(Hint hint) {
        if (hint instanceof Hint.Status status) {
            viewModel.show(status.status());
        }
    }

    @FXML
    private void tryNow() {
        context.intents().connectNow();
    }
}
