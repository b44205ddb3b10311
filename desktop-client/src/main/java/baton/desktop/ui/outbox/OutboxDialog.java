package baton.desktop.ui.outbox;

import baton.desktop.ui.common.Beat;
import baton.desktop.ui.common.FittingScroll;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// The outbox, as a dialog above the window. FX thread.
public final class OutboxDialog {
    private static final Duration PERIOD = Duration.seconds(1);

    private final UiContext context;
    private final Overlay overlay;
    private final OutboxDoors doors;
    private final OutboxViewModel model;
    private final Pins pins = new Pins();
    private final Parent root;

    /// By what they show, so that a button keeps the focus while other rows come and go.
    private final Map<OutboxItem.Key, OutboxRow> rows = new HashMap<>();

    private final Map<ConversationId, Button> titles = new HashMap<>();
    @FXML private Label summary;
    @FXML private Label outlook;
    @FXML private FittingScroll scroll;
    @FXML private VBox list;
    @FXML private Label more;
    @FXML private VBox empty;
    @FXML private Button tryNow;
    @FXML private Button retryAll;
    @FXML private Button done;

    public OutboxDialog(UiContext context, Overlay overlay, OutboxDoors doors) {
        this.context = context;
        this.overlay = overlay;
        this.doors = doors;
        model = new OutboxViewModel(context);
        root = context.views().load("Outbox", this);
    }

    @FXML
    private void initialize() {
        scroll.setAccessibleText(context.texts().get("outbox.title"));
        summary.textProperty().bind(model.summaryProperty());
        outlook.textProperty().bind(model.outlookProperty());
        more.textProperty().bind(model.moreProperty());
        Shown.when(more, model.moreProperty().map(words -> !words.isEmpty()));
        Shown.when(tryNow, model.canTryNowProperty());
        Shown.when(retryAll, model.canRetryAllProperty());
        tryNow.setOnAction(event -> model.tryNow());
        retryAll.setOnAction(event -> model.retryAll());
        done.setOnAction(event -> overlay.hide());
        model.groupsProperty().subscribe(this::place);
    }

    public void show() {
        pins.add(model.open(task -> Beat.often(PERIOD, task)));
        overlay.show(root, context.texts().get("outbox.title"), done, pins::close);
    }

    private void place(List<OutboxGroup> groups) {
        boolean any = !groups.isEmpty();
        List<Node> next = new ArrayList<>();
        for (OutboxGroup group : groups) {
            next.add(title(group));
            group.items().forEach(item -> next.add(row(item)));
        }
        Set<Node> kept = new HashSet<>(next);
        rows.values().retainAll(kept);
        titles.values().retainAll(kept);
        if (!next.equals(list.getChildren())) {
            list.getChildren().setAll(next);
        }
        Shown.when(scroll, any);
        Shown.when(summary, any);
        Shown.when(outlook, any);
        Shown.when(empty, !any);
    }

    private Button title(OutboxGroup group) {
        Button title = titles.computeIfAbsent(group.conversation(), this::titleOf);
        title.setText(group.title());
        title.setAccessibleText(context.texts().format("outbox.open", group.title()));
        return title;
    }

    private Button titleOf(ConversationId conversation) {
        Button title = new Button();
        title.getStyleClass().setAll("button", "text-button", "small", "outbox-title");
        title.setOnAction(event -> {
            overlay.hide();
            doors.open(conversation);
        });
        return title;
    }

    private OutboxRow row(OutboxItem item) {
        OutboxRow row =
                rows.computeIfAbsent(
                        item.key(),
                        key ->
                                new OutboxRow(
                                        context.texts(),
                                        new OutboxRow.Actions(
                                                model::retry,
                                                this::rework,
                                                OutboxDialog::copy,
                                                model::discard)));
        row.show(item);
        return row;
    }

    private void rework(OutboxItem item) {
        overlay.hide();
        doors.rework(item.key().conversation(), item.key().clientSeq(), item.choices().text());
    }

    private static void copy(OutboxItem item) {
        ClipboardContent content = new ClipboardContent();
        content.putString(item.choices().text());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
