package baton.desktop.ui.ownrelay;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.OwnRelay.State;
import baton.desktop.ui.common.OwnRelay.Wishes;
import baton.desktop.ui.common.QrCode;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.ownrelay.OwnRelayViewModel.Phase;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The relay on this computer in the settings: how it stands, what it may do, and the invite for
/// others. FX thread.
public final class OwnRelayPage implements View {
    private final OwnRelayViewModel viewModel;
    private final Texts texts;
    private final QrCode picture = new QrCode();
    private final Parent root;
    @FXML private Label state;
    @FXML private Label place;
    @FXML private Label problem;
    @FXML private Button start;
    @FXML private Button stop;
    @FXML private VBox sharing;
    @FXML private VBox keeping;
    @FXML private VBox invite;
    @FXML private VBox alone;
    @FXML private StackPane frame;
    @FXML private Label address;
    @FXML private Label key;
    @FXML private Button copy;

    public OwnRelayPage(OwnRelayViewModel viewModel, Texts texts) {
        this.viewModel = viewModel;
        this.texts = texts;
        root = new Views(texts).load("OwnRelayPage", this);
    }

    @FXML
    private void initialize() {
        ObservableValue<Phase> phase = viewModel.phaseProperty();
        state.textProperty().bind(phase.map(now -> texts.get("ownrelay.state." + wordFor(now))));
        problem.textProperty().bind(viewModel.problemProperty());
        Shown.when(problem, viewModel.problemProperty().isNotEmpty());
        ObservableValue<Optional<State.Running>> running = viewModel.runningProperty();
        place.textProperty()
                .bind(running.map(now -> now.map(serves -> serves.here().place()).orElse("")));
        Shown.when(place, running.map(Optional::isPresent));
        Shown.when(start, phase.map(now -> now == Phase.OFF || now == Phase.STARTING));
        start.disableProperty().bind(phase.map(Phase::isBusy));
        Shown.when(stop, phase.map(now -> now != Phase.OFF && now != Phase.STARTING));
        stop.disableProperty().bind(phase.map(Phase::isBusy));
        addSwitches();
        frame.getChildren().add(picture);
        running.subscribe(now -> show(now.flatMap(State.Running::others)));
        ObservableValue<Boolean> isAlone = running.map(this::isSharedWithNobody);
        Shown.when(alone, isAlone);
    }

    private void addSwitches() {
        SwitchRow kept = new SwitchRow(texts, "ownrelay.kept");
        kept.of(viewModel.wishesProperty().map(Wishes::keptRunning), viewModel::keepRunning);
        SwitchRow shared = new SwitchRow(texts, "ownrelay.shared");
        shared.of(viewModel.wishesProperty().map(Wishes::shared), viewModel::share);
        sharing.getChildren().setAll(shared);
        keeping.getChildren().setAll(kept);
        ObservableValue<Boolean> busy = viewModel.phaseProperty().map(Phase::isBusy);
        sharing.disableProperty().bind(busy);
        keeping.disableProperty().bind(busy);
    }

    private boolean isSharedWithNobody(Optional<State.Running> running) {
        return running.filter(serves -> serves.others().isEmpty()).isPresent()
                && viewModel.wishesProperty().get().shared();
    }

    private void show(Optional<RelayInvite> others) {
        Shown.when(invite, others.isPresent());
        copy.setText(texts.get("ownrelay.copy"));
        others.ifPresent(way -> {
            picture.show(way.link(), texts.format("ownrelay.picture", way.place()));
            address.setText(way.place());
            key.setText(way.key().shown());
        });
    }

    private static String wordFor(Phase phase) {
        return switch (phase) {
            case LOOKING -> "looking";
            case OFF -> "off";
            case STARTING -> "starting";
            case STOPPING -> "stopping";
            case CHANGING -> "changing";
            case ON -> "on";
        };
    }

    @FXML
    private void onStart() {
        viewModel.start(served -> {});
    }

    @FXML
    private void onStop() {
        viewModel.stop();
    }

    @FXML
    private void onCopy() {
        viewModel
                .runningProperty()
                .get()
                .flatMap(State.Running::others)
                .ifPresent(way -> {
                    Clip.put(way.link());
                    copy.setText(texts.get("ownrelay.copied"));
                });
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
