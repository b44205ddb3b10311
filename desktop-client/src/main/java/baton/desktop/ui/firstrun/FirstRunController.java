package baton.desktop.ui.firstrun;

import baton.desktop.runtime.RelayInvite;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.Views;
import baton.desktop.ui.firstrun.FirstRunViewModel.Door;
import baton.desktop.ui.firstrun.FirstRunViewModel.Subject;
import baton.model.KeyFingerprint;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The first window as one card. Enter in any field sends it. FX thread.
public final class FirstRunController {
    private final FirstRunViewModel viewModel;
    private final Texts texts;
    private final Doors elsewhere;

    @FXML private ScrollPane root;
    @FXML private ToggleGroup doors;
    @FXML private ToggleButton signIn;
    @FXML private ToggleButton signUp;
    @FXML private ToggleButton link;
    @FXML private VBox codeRow;
    @FXML private TextField code;
    @FXML private Label codeError;
    @FXML private VBox handleRow;
    @FXML private VBox passwordRow;
    @FXML private TextField handle;
    @FXML private Label handleError;
    @FXML private PasswordField password;
    @FXML private TextField passwordShown;
    @FXML private ToggleButton showPassword;
    @FXML private Label passwordError;
    @FXML private VBox nameRow;
    @FXML private TextField name;
    @FXML private Label nameError;
    @FXML private TextField device;
    @FXML private Label deviceError;
    @FXML private TextField relay;
    @FXML private Label relayError;
    @FXML private Label relayKey;
    @FXML private VBox keyBox;
    @FXML private Label keyPlace;
    @FXML private Label keyDigits;
    @FXML private Button keyWrong;
    @FXML private HBox submitRow;
    @FXML private VBox problemBox;
    @FXML private Label problemTitle;
    @FXML private Label problem;
    @FXML private Button submit;
    @FXML private Button fromBackup;
    @FXML private ProgressIndicator progress;
    @FXML private VBox ownRelayBox;
    @FXML private VBox exampleBox;
    @FXML private Button example;
    @FXML private Label exampleProblem;

    /// What else a person may want before signing in.
    ///
    /// @param restore asks for a backup and puts it into this profile
    /// @param proxy asks which proxy leads to the relay
    /// @param example people made up for looking around
    /// @param ownRelay makes what offers the relay on this computer, and tells whoever chose it
    public record Doors(
            Runnable restore,
            Runnable proxy,
            ExampleViewModel example,
            Function<Consumer<RelayInvite>, Parent> ownRelay) {}

    public FirstRunController(FirstRunViewModel viewModel, Texts texts, Doors elsewhere) {
        this.viewModel = viewModel;
        this.texts = texts;
        this.elsewhere = elsewhere;
        new Views(texts).load("FirstRun", this);
        bind(code, codeError, viewModel.code());
        bind(handle, handleError, viewModel.handle());
        bind(password, passwordError, viewModel.password());
        passwordShown.textProperty().bindBidirectional(password.textProperty());
        bind(name, nameError, viewModel.name());
        bind(device, deviceError, viewModel.device());
        bind(relay, relayError, viewModel.relay());
        bindDoors();
        bindKey();
        bindAnswer();
        ownRelayBox.getChildren().setAll(elsewhere.ownRelay().apply(this::useOwnRelay));
        bindExample(elsewhere.example());
        viewModel
                .attentionProperty()
                .subscribe(subject -> subject.map(this::fieldOf).ifPresent(Node::requestFocus));
    }

    public Parent root() {
        return root;
    }

    /// Puts the cursor where typing begins; the layout must be in a scene.
    public void focusFirst() {
        // Before that, what a ScrollPane holds is in no scene and takes no focus.
        root.applyCss();
        handle.requestFocus();
    }

    private void bind(TextField field, Label sentence, FormField model) {
        FieldBinding.bind(field, sentence, model, viewModel.busyProperty());
    }

    private void bindDoors() {
        Segments.keepOne(doors);
        viewModel.doorProperty().subscribe(chosen -> toggleOf(chosen).setSelected(true));
        doors.selectedToggleProperty()
                .subscribe(chosen -> viewModel.doorProperty().set(doorOf(chosen)));
        ObservableValue<Door> door = viewModel.doorProperty();
        Shown.when(nameRow, door.map(chosen -> chosen == Door.SIGN_UP));
        Shown.when(codeRow, door.map(chosen -> chosen == Door.LINK));
        Shown.when(handleRow, door.map(chosen -> chosen != Door.LINK));
        Shown.when(passwordRow, door.map(chosen -> chosen != Door.LINK));
        Shown.when(passwordShown, showPassword.selectedProperty());
        Shown.when(password, showPassword.selectedProperty().map(shown -> !shown));
    }

    private ToggleButton toggleOf(Door door) {
        return switch (door) {
            case SIGN_IN -> signIn;
            case SIGN_UP -> signUp;
            case LINK -> link;
        };
    }

    private Door doorOf(@Nullable Toggle chosen) {
        if (link.equals(chosen)) {
            return Door.LINK;
        }
        return signUp.equals(chosen) ? Door.SIGN_UP : Door.SIGN_IN;
    }

    private void bindAnswer() {
        problemTitle.textProperty().bind(viewModel.problemTitleProperty());
        problem.textProperty().bind(viewModel.problemProperty());
        Shown.when(problemBox, viewModel.problemTitleProperty().map(text -> !text.isEmpty()));
        passwordShown.editableProperty().bind(password.editableProperty());
        signIn.disableProperty().bind(viewModel.busyProperty());
        signUp.disableProperty().bind(viewModel.busyProperty());
        link.disableProperty().bind(viewModel.busyProperty());
        fromBackup.disableProperty().bind(viewModel.busyProperty());
        Shown.when(progress, viewModel.busyProperty());
        submit.textProperty().bind(viewModel.doorProperty().map(door -> texts.get(wordFor(door))));
    }

    private void bindKey() {
        ObservableValue<String> known =
                viewModel.inviteProperty().map(invite -> invite.map(this::sentenceOf).orElse(""));
        relayKey.textProperty().bind(known);
        Shown.when(relayKey, known.map(text -> !text.isEmpty()));
        ObservableValue<Boolean> asked = viewModel.unknownKeyProperty().map(Optional::isPresent);
        Shown.when(keyBox, asked);
        Shown.when(submitRow, asked.map(question -> !question));
        viewModel.unknownKeyProperty().subscribe(key -> key.ifPresent(this::ask));
    }

    private String sentenceOf(RelayInvite invite) {
        return texts.format("firstrun.relay.invite", invite.place(), invite.key().shown());
    }

    private void ask(KeyFingerprint key) {
        keyPlace.setText(texts.format("firstrun.key.happened", viewModel.relay().text().strip()));
        keyDigits.setText(key.shown());
        keyWrong.requestFocus();
    }

    /// Whoever starts a relay has no account there yet.
    private void useOwnRelay(RelayInvite way) {
        viewModel.relay().textProperty().set(way.link());
        viewModel.doorProperty().set(Door.SIGN_UP);
        handle.requestFocus();
    }

    private void bindExample(ExampleViewModel door) {
        Shown.when(exampleBox, door.isOffered());
        example.textProperty().bind(door.stateProperty().map(state -> texts.get(state.key())));
        example.disableProperty()
                .bind(door.stateProperty().map(state -> state != ExampleViewModel.State.CLOSED));
        example.setOnAction(event -> door.open());
        exampleProblem.textProperty().bind(door.problemProperty());
        Shown.when(exampleProblem, door.problemProperty().isNotEmpty());
    }

    private static String wordFor(Door door) {
        return switch (door) {
            case SIGN_IN -> "firstrun.enter";
            case SIGN_UP -> "firstrun.create";
            case LINK -> "firstrun.link.enter";
        };
    }

    private TextField fieldOf(Subject subject) {
        return switch (subject) {
            case RELAY -> relay;
            case CODE -> code;
            case HANDLE -> handle;
            case PASSWORD -> showPassword.isSelected() ? passwordShown : password;
            case NAME -> name;
            case DEVICE -> device;
        };
    }

    @FXML
    private void trustKey() {
        viewModel.trustKey();
    }

    @FXML
    private void doubtKey() {
        viewModel.doubtKey();
    }

    @FXML
    private void restore() {
        elsewhere.restore().run();
    }

    @FXML
    private void chooseProxy() {
        elsewhere.proxy().run();
    }

    @FXML
    private void submit() {
        viewModel.submit();
    }
}
