package baton.desktop.ui.ownrelay;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.ownrelay.OwnRelayViewModel.Phase;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/// The relay on this computer below the form of the first window: one press starts it and fills the
/// form with it. FX thread.
public final class OwnRelayDoor implements View {
    private final OwnRelayViewModel viewModel;
    private final Texts texts;
    private final Consumer<RelayInvite> chosen;
    private final Parent root;
    @FXML private Button ownRelay;
    @FXML private Button ownRelayStop;
    @FXML private CheckBox ownRelayKept;
    @FXML private Label ownRelayHint;
    @FXML private Label ownRelayProblem;

    /// @param chosen hears the way to it once somebody has chosen it and it serves
    public OwnRelayDoor(OwnRelayViewModel viewModel, Texts texts, Consumer<RelayInvite> chosen) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.chosen = chosen;
        root = new Views(texts).load("OwnRelayDoor", this);
    }

    @FXML
    private void initialize() {
        ObservableValue<Phase> phase = viewModel.phaseProperty();
        ownRelay.textProperty().bind(phase.map(now -> texts.get(wordFor(now))));
        ownRelay.disableProperty().bind(phase.map(Phase::isBusy));
        ownRelay.setOnAction(event -> viewModel.start(chosen));
        ownRelayHint
                .textProperty()
                .bind(
                        phase.map(now ->
                                texts.get(
                                        now == Phase.ON
                                                ? "ownrelay.door.on"
                                                : "ownrelay.door.hint")));
        Shown.when(ownRelayStop, phase.map(now -> now == Phase.ON));
        ownRelayStop.setOnAction(event -> viewModel.stop());
        ownRelayKept.disableProperty().bind(phase.map(Phase::isBusy));
        viewModel
                .wishesProperty()
                .subscribe(wishes -> ownRelayKept.setSelected(wishes.keptRunning()));
        ownRelayKept.setOnAction(event -> viewModel.keepRunning(ownRelayKept.isSelected()));
        ownRelayProblem.textProperty().bind(viewModel.problemProperty());
        Shown.when(ownRelayProblem, viewModel.problemProperty().isNotEmpty());
    }

    private static String wordFor(Phase phase) {
        return switch (phase) {
            case LOOKING, OFF -> "ownrelay.start";
            case STARTING -> "ownrelay.starting";
            case STOPPING -> "ownrelay.stopping";
            case CHANGING -> "ownrelay.changing";
            case ON -> "ownrelay.use";
        };
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        viewModel.look();
    }
}
