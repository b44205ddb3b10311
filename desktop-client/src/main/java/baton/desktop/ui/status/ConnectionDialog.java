package baton.desktop.ui.status;

import baton.desktop.ui.common.Beat;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.geometry.VPos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The inside of the connection, as a dialog above the window: numbers, faults, and a live log of
/// frames by kind and size. FX thread.
public final class ConnectionDialog {
    private static final Duration PERIOD = Duration.millis(500);
    private static final int FAULTS_SHOWN = 4;

    private final UiContext context;
    private final Overlay overlay;
    private final ConnectionViewModel model;
    private final Pins pins = new Pins();
    private final ObservableList<String> log = FXCollections.observableArrayList();
    private final Parent root;
    @FXML private GridPane facts;
    @FXML private VBox faults;
    @FXML private Label noFaults;
    @FXML private ListView<String> frames;
    @FXML private Button copy;
    @FXML private Button done;

    public ConnectionDialog(UiContext context, Overlay overlay, RelayFacts relay) {
        this.context = context;
        this.overlay = overlay;
        model = new ConnectionViewModel(context, relay);
        root = context.views().load("Connection", this);
    }

    @FXML
    private void initialize() {
        frames.setItems(log);
        frames.setAccessibleText(context.texts().get("connection.frames"));
        Label waiting = new Label(context.texts().get("connection.frames.none"));
        waiting.getStyleClass().addAll("caption", "quiet");
        frames.setPlaceholder(waiting);
        overlay.hearEscapeOf(frames);
        model.factsProperty().subscribe(this::showFacts);
        model.faultsProperty().subscribe(this::showFaults);
        model.framesProperty().subscribe(this::showFrames);
        copy.setOnAction(event -> copy());
        done.setOnAction(event -> overlay.hide());
    }

    public void show() {
        copy.setText(context.texts().get("connection.copy"));
        pins.add(model.open(task -> Beat.often(PERIOD, task)));
        overlay.show(root, context.texts().get("connection.title"), done, pins::close);
    }

    private void showFacts(List<ConnectionViewModel.Fact> now) {
        facts.getChildren().clear();
        for (int i = 0; i < now.size(); i++) {
            Label name = label(now.get(i).name(), "caption", "quiet");
            name.setMinWidth(Label.USE_PREF_SIZE);
            Label value = label(now.get(i).value(), "caption", "body", "digits");
            value.setWrapText(true);
            GridPane.setValignment(name, VPos.TOP);
            facts.addRow(i, name, value);
        }
    }

    private void showFaults(List<String> now) {
        List<String> newest = now.subList(0, Math.min(now.size(), FAULTS_SHOWN));
        faults.getChildren()
                .setAll(
                        newest.stream()
                                .map(line -> label(line, "caption", "body", "digits"))
                                .toList());
        Shown.when(faults, !newest.isEmpty());
        Shown.when(noFaults, newest.isEmpty());
    }

    /// Only what changed, so that the list keeps its place.
    private void showFrames(List<String> now) {
        if (!log.equals(now)) {
            log.setAll(now);
        }
    }

    private static Label label(String words, String... styles) {
        Label label = new Label(words);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(model.report());
        Clipboard.getSystemClipboard().setContent(content);
        copy.setText(context.texts().get("connection.copied"));
    }
}
