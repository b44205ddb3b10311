package baton.desktop.ui.storage;

import baton.desktop.runtime.Intents;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.desktop.ui.notices.Notice;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// How much this device keeps, and the ways to take it along. FX thread.
public final class StoragePage implements View {
    private static final double MEGABYTE = 1_000_000;

    private final UiContext context;
    private final StorageDoors doors;
    private final Pins pins = new Pins();
    private final Parent root;
    private Optional<Reads.Lane> lane = Optional.empty();
    @FXML private Label messages;
    @FXML private Label size;
    @FXML private Label index;
    @FXML private Label former;
    @FXML private Label folder;
    @FXML private Button compact;
    @FXML private Label problem;

    public StoragePage(UiContext context, StorageDoors doors) {
        this.context = context;
        this.doors = doors;
        root = context.views().load("StoragePage", this);
    }

    @FXML
    private void initialize() {
        Shown.when(problem, problem.textProperty().map(words -> !words.isEmpty()));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        lane = Optional.of(context.reads().lane());
        lane.ifPresent(pins::add);
        count();
    }

    private void count() {
        lane.ifPresent(reads -> reads.read(doors.keeping()::kept, this::show));
    }

    @Override
    public void close() {
        pins.close();
        lane = Optional.empty();
    }

    private void show(StorageDoors.Kept kept) {
        Texts texts = context.texts();
        messages.setText(texts.format("storage.messages", kept.messages(), kept.conversations()));
        size.setText(texts.format("storage.size", kept.bytes() / MEGABYTE));
        index.setText(texts.format("storage.index", kept.index() / MEGABYTE));
        former.setText(texts.format("storage.former", kept.former() / MEGABYTE));
        Shown.when(former, kept.former() > 0);
        folder.setText(kept.folder().toString());
    }

    @FXML
    private void compact() {
        compact.setDisable(true);
        problem.setText("");
        context.intents()
                .compact(outcome ->
                        context.ui()
                                .execute(() -> {
                                    compact.setDisable(false);
                                    tell(outcome);
                                    count();
                                }));
    }

    private void tell(Intents.Outcome outcome) {
        if (outcome instanceof Intents.Outcome.Rejected(String code)) {
            problem.setText(Notice.of(code, context.texts()).brief(context.texts()));
        }
    }

    @FXML
    private void export() {
        doors.export().run();
    }

    @FXML
    private void backUp() {
        doors.backUp().run();
    }

    @FXML
    private void restore() {
        doors.restore().run();
    }
}
