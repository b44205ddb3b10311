package baton.desktop.demo.stage;

import atlantafx.base.controls.ToggleSwitch;
import baton.desktop.ui.common.Beat;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.SwitchRow;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.View;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.status.PillViewModel.Tone;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The window below the devices of the demo. FX thread.
public final class StageController implements View {
    private final StageViewModel viewModel;
    private final Texts texts;
    private final Pins pins = new Pins();
    @FXML private HBox root;
    @FXML private HBox stands;
    @FXML private Region verdictDot;
    @FXML private Label verdict;
    @FXML private Label faults;
    @FXML private Label basis;
    @FXML private ToggleSwitch talk;
    @FXML private Region relayDot;
    @FXML private Label relayState;
    @FXML private Button kill;
    @FXML private Button start;

    public StageController(StageViewModel viewModel, Texts texts) {
        this.viewModel = viewModel;
        this.texts = texts;
        new Views(texts).load("Stage", this);
    }

    @FXML
    private void initialize() {
        verdict.textProperty().bind(viewModel.verdictProperty());
        faults.textProperty().bind(viewModel.faultsProperty());
        basis.textProperty().bind(viewModel.basisProperty());
        viewModel.toneProperty().subscribe(tone -> colour(verdictDot, tone));
        SwitchRow.follow(talk, viewModel.talkingProperty(), viewModel::talk);
        talk.setAccessibleText(texts.get("stage.talk"));
        ObservableValue<RelayState> relay = viewModel.relayProperty();
        relay.subscribe(state -> {
            colour(relayDot, toneOf(state));
            relayState.setText(texts.get("stage.relay." + state.name().toLowerCase(Locale.ROOT)));
        });
        Shown.when(kill, relay.map(state -> state == RelayState.RUNS));
        Shown.when(start, relay.map(state -> state != RelayState.RUNS));
        start.disableProperty().bind(relay.map(state -> state == RelayState.STARTS));
        viewModel.stands().forEach(stand -> stands.getChildren().add(cardOf(stand)));
    }

    private VBox cardOf(DeviceStand stand) {
        Region dot = new Region();
        stand.pill().toneProperty().subscribe(tone -> colour(dot, tone));
        Label name = new Label(stand.label());
        name.getStyleClass().add("title");
        HBox head = new HBox(8, dot, name);
        head.setAlignment(Pos.CENTER_LEFT);
        Label state = new Label();
        state.getStyleClass().addAll("small", "body", "digits");
        state.setWrapText(true);
        state.setMinHeight(Label.USE_PREF_SIZE);
        state.textProperty().bind(stand.pill().textProperty());
        Label counts = new Label();
        counts.getStyleClass().addAll("caption", "quiet", "digits");
        counts.textProperty().bind(stand.countsProperty());
        Region space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        ToggleSwitch network = new ToggleSwitch(texts.get("stage.network"));
        network.setId("network-" + stand.name());
        network.setAccessibleText(texts.format("stage.network-of", stand.label()));
        SwitchRow.follow(network, stand.pluggedProperty(), in -> viewModel.plug(stand, in));
        VBox card = new VBox(head, state, counts, space, network);
        card.getStyleClass().addAll("card", "stand");
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private static void colour(Region dot, Tone tone) {
        dot.getStyleClass().setAll("dot", tone.name().toLowerCase(Locale.ROOT));
    }

    private static Tone toneOf(RelayState state) {
        return switch (state) {
            case RUNS -> Tone.OK;
            case STARTS -> Tone.WARN;
            case DEAD -> Tone.OFF;
        };
    }

    @FXML
    private void onKill() {
        viewModel.killRelay();
    }

    @FXML
    private void onStart() {
        viewModel.startRelay();
    }

    @FXML
    private void onSayMuch() {
        viewModel.sayMuch();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        pins.add(Beat.often(Duration.seconds(1), viewModel::refresh));
    }

    @Override
    public void close() {
        pins.close();
    }
}
