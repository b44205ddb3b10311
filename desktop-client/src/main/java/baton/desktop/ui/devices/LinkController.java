package baton.desktop.ui.devices;

import baton.desktop.runtime.DeviceLink;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.Clip;
import baton.desktop.ui.common.QrCode;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.devices.LinkViewModel.State;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The dialog that shows a link code: in large type, as a QR code, and how long it is good for. FX
/// thread.
final class LinkController implements Pin {
    private final LinkViewModel viewModel;
    private final Texts texts;
    private final Runnable closed;
    private final QrCode picture = new QrCode();
    private final Timeline clock;

    @FXML private VBox root;
    @FXML private Label steps;
    @FXML private StackPane room;
    @FXML private ProgressIndicator wait;
    @FXML private VBox open;
    @FXML private StackPane frame;
    @FXML private Label code;
    @FXML private Label left;
    @FXML private Label relay;
    @FXML private Label result;
    @FXML private Button copy;
    @FXML private Button again;
    @FXML private Button close;

    LinkController(LinkViewModel viewModel, Texts texts, Runnable closed) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.closed = closed;
        new Views(texts).load("Link", this);
        frame.getChildren().add(picture);
        clock = new Timeline(4, new KeyFrame(Duration.seconds(1), event -> viewModel.tick()));
        clock.setCycleCount(Animation.INDEFINITE);
        bind(viewModel.stateProperty());
        clock.play();
    }

    Parent root() {
        return root;
    }

    Node first() {
        return close;
    }

    private void bind(ObservableValue<State> state) {
        left.textProperty().bind(viewModel.leftProperty());
        ObservableValue<Boolean> ended = state.map(now -> !resultOf(now).isEmpty());
        Shown.when(steps, ended.map(over -> !over));
        Shown.when(room, ended.map(over -> !over));
        Shown.when(wait, state.map(State.Asking.class::isInstance));
        Shown.when(open, state.map(State.Open.class::isInstance));
        Shown.when(copy, state.map(State.Open.class::isInstance));
        Shown.when(again, state.map(LinkController::mayAskAgain));
        result.textProperty().bind(state.map(this::resultOf));
        Shown.when(result, ended);
        state.subscribe(this::show);
    }

    private static boolean mayAskAgain(State state) {
        return state instanceof State.Expired || state instanceof State.Failed;
    }

    private String resultOf(State state) {
        return switch (state) {
            case State.Expired expired -> texts.get("devices.link.expired");
            case State.Linked linked -> texts.format("devices.link.linked", linked.name());
            case State.Failed failed -> failed.sentences();
            default -> "";
        };
    }

    private void show(State now) {
        boolean linked = now instanceof State.Linked;
        result.getStyleClass().removeAll("notice", "sunken", "link-done");
        result.getStyleClass().addAll(linked ? List.of("sunken", "link-done") : List.of("notice"));
        if (now instanceof State.Open open) {
            show(open.link());
        }
    }

    private void show(DeviceLink link) {
        String shown = link.code().shown();
        code.setText(shown);
        // Read letter by letter, not as a word.
        code.setAccessibleText(
                texts.format("devices.link.spoken", String.join(" ", shown.split("", -1))));
        String key = link.isHereOnly() ? "devices.link.relay-here" : "devices.link.relay";
        relay.setText(texts.format(key, RelayInvite.shown(link.relay())));
        copy.setText(texts.get("devices.link.copy"));
        picture.show(link.uri().toString(), texts.format("devices.link.picture", shown));
    }

    @FXML
    private void onCopy() {
        if (viewModel.stateProperty().get() instanceof State.Open shown) {
            Clip.put(shown.link().uri().toString());
            copy.setText(texts.get("devices.link.copied"));
        }
    }

    @FXML
    private void onAgain() {
        viewModel.ask();
    }

    @FXML
    private void onClose() {
        closed.run();
    }

    /// Stops counting.
    @Override
    public void close() {
        clock.stop();
    }
}
