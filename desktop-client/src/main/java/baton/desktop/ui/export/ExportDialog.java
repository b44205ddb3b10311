package baton.desktop.ui.export;

import baton.desktop.store.StoreException;
import baton.desktop.store.Watch;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Outcome;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Places;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Segments;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Texts;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.Work;
import baton.desktop.ui.common.WorkBar;
import baton.desktop.ui.notices.Notice;
import baton.model.ConversationId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks in which form and where conversations are to be written, and writes them. Files that are
/// there are replaced only after the person was asked. FX thread; closing it breaks the work off.
public final class ExportDialog {
    private final UiContext context;
    private final Overlay overlay;
    private final Places places;
    private final Work work;
    private final Parent root;
    private List<ConversationId> only = List.of();
    private Optional<Exporter.Order> order = Optional.empty();
    private Format format = Format.HTML;
    @FXML private VBox room;
    @FXML private Label what;
    @FXML private HBox formats;
    @FXML private Label meaning;
    @FXML private Label result;
    @FXML private Label problem;
    @FXML private Button cancel;
    @FXML private Button replace;
    @FXML private Button choose;

    /// @param workers may block for long
    public ExportDialog(UiContext context, Overlay overlay, Places places, Executor workers) {
        this.context = context;
        this.overlay = overlay;
        this.places = places;
        this.work = new Work(workers, context.ui());
        root = context.views().load("Export", this);
    }

    @FXML
    private void initialize() {
        Segments.fill(
                formats, context.texts(), "export.format.", Format.values(), format, this::take);
        take(format);
        room.getChildren().add(new WorkBar(context.texts(), work));
        formats.disableProperty().bind(work.busyProperty());
        choose.disableProperty().bind(work.busyProperty());
        replace.disableProperty().bind(work.busyProperty());
        cancel.setOnAction(event -> overlay.hide());
        choose.setOnAction(event -> choose());
        replace.setOnAction(event -> order.map(Exporter.Order::replacing).ifPresent(this::write));
    }

    private void take(Format chosen) {
        format = chosen;
        meaning.setText(context.texts().get("export.format." + chosen.word() + ".meaning"));
    }

    /// Offers to export all conversations.
    public void show() {
        show(List.of(), context.texts().get("export.all"));
    }

    /// Offers to export one conversation.
    public void show(ConversationId id) {
        Texts texts = context.texts();
        ConversationNames names = new ConversationNames(texts, context.me().account());
        show(List.of(id), names.titleOf(id));
        Reads.Lane lane = context.reads().lane();
        lane.read(
                () -> context.store().conversation(id),
                row -> row.ifPresent(found -> what.setText(names.titleOf(found))));
    }

    private void show(List<ConversationId> conversations, String title) {
        only = conversations;
        order = Optional.empty();
        what.setText(title);
        tell("", "");
        Shown.when(replace, false);
        cancel.setText(context.texts().get("export.cancel"));
        overlay.show(root, context.texts().get("export.title"), choose, work::stop);
    }

    private void choose() {
        places.folder(context.texts().get("export.folder"))
                .ifPresent(folder -> write(new Exporter.Order(only, format, folder, false)));
    }

    private void write(Exporter.Order next) {
        order = Optional.of(next);
        tell("", "");
        Shown.when(replace, false);
        Exporter exporter =
                new Exporter(
                        context.store(), new Paper(context.texts(), context.times(), context.me()));
        work.start(watch -> written(exporter, next, watch), this::answer);
    }

    private static Outcome<List<Path>> written(
            Exporter exporter, Exporter.Order order, Watch watch) {
        try {
            List<Path> files = exporter.write(order, watch);
            return files.isEmpty() && !watch.isWanted()
                    ? new Outcome.Stopped<>()
                    : new Outcome.Done<>(files);
        } catch (ExportException e) {
            return new Outcome.Failed<>(e.code());
        } catch (StoreException e) {
            return new Outcome.Failed<>(e.code());
        }
    }

    private void answer(Outcome<List<Path>> outcome) {
        Texts texts = context.texts();
        switch (outcome) {
            case Outcome.Done<List<Path>>(List<Path> files) -> {
                String folder = order.map(done -> done.folder().toString()).orElse("");
                tell(texts.format("export.done", files.size(), folder), "");
                cancel.setText(texts.get("settings.done"));
            }
            case Outcome.Stopped<List<Path>> stopped -> tell(texts.get("export.stopped"), "");
            case Outcome.Failed<List<Path>>(String code) -> {
                tell("", Notice.of(code, texts).brief(texts));
                Shown.when(replace, code.equals(ExportException.EXISTS));
            }
        }
    }

    private void tell(String good, String bad) {
        result.setText(good);
        problem.setText(bad);
        Shown.when(result, !good.isEmpty());
        Shown.when(problem, !bad.isEmpty());
    }
}
