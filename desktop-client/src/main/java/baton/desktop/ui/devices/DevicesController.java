package baton.desktop.ui.devices;

import baton.desktop.runtime.Hint;
import baton.desktop.store.DeviceRow;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import baton.model.DeviceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The devices pane at the right. FX thread.
public final class DevicesController implements View {
    private final UiContext context;
    private final DeviceDoors doors;
    private final Threads threads;
    private final Overlay overlay;
    private final DevicesViewModel viewModel;
    private final Pins pins = new Pins();

    /// By device, so that a name that is being typed stays with its device however they are sorted.
    private final Map<DeviceId, DeviceCardView> views = new HashMap<>();

    private List<DeviceRow> rows = List.of();
    private Consumer<List<DeviceRow>> linking = now -> {};
    private Runnable closing = () -> {};

    @FXML private VBox root;
    @FXML private VBox cards;

    /// @param overlay shows questions and the code that links a device
    public DevicesController(UiContext context, DeviceDoors doors, Overlay overlay) {
        this.context = context;
        this.doors = doors;
        this.threads = new Threads(doors.network(), context.ui());
        this.overlay = overlay;
        viewModel =
                new DevicesViewModel(context.texts(), context.times(), context.hints().status());
        context.views().load("Devices", this);
        viewModel.cards().addListener((ListChangeListener<DeviceCard>) change -> showCards());
    }

    /// What the button at the top does.
    public void onClose(Runnable action) {
        closing = action;
    }

    @FXML
    private void leave() {
        closing.run();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void open() {
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(hint, lane)));
        viewModel.show(context.hints().status());
        read(lane);
    }

    @Override
    public void close() {
        pins.close();
    }

    private void onHint(Hint hint, Reads.Lane lane) {
        switch (hint) {
            case Hint.Devices devices -> read(lane);
            case Hint.Status status -> viewModel.show(status.status());
            default -> {}
        }
    }

    private void read(Reads.Lane lane) {
        lane.read(context.store()::devices, this::show);
    }

    private void show(List<DeviceRow> now) {
        rows = now;
        viewModel.show(now);
        linking.accept(now);
    }

    private void showCards() {
        List<DeviceCard> models = viewModel.cards();
        List<Node> next = models.stream().<Node>map(this::shown).toList();
        views.keySet().retainAll(models.stream().map(DeviceCard::id).toList());
        if (!next.equals(cards.getChildren())) {
            cards.getChildren().setAll(next);
        }
    }

    private DeviceCardView shown(DeviceCard card) {
        DeviceCardView view = views.computeIfAbsent(card.id(), id -> viewOf(card));
        view.show(card);
        return view;
    }

    private DeviceCardView viewOf(DeviceCard card) {
        DeviceId id = card.id();
        return new DeviceCardView(
                context.texts(),
                new RenameViewModel(id, doors.devices(), threads, context.texts()),
                card.here() ? this::askToSignOut : () -> signOut(id));
    }

    @FXML
    private void signOut() {
        askToSignOut();
    }

    /// Asks whether to sign this device out.
    public void askToSignOut() {
        QuestionViewModel question =
                new QuestionViewModel(
                        context.texts(),
                        Question.ofThis(context.texts(), List.of()),
                        doors.thisDevice()::signOut,
                        threads,
                        overlay::hide);
        Reads.Lane lane = context.reads().lane();
        lane.read(
                context.store()::outbox,
                outbox -> question.ask(Question.ofThis(context.texts(), outbox)));
        show(question, lane::close);
    }

    private void signOut(DeviceId device) {
        Optional<DeviceCard> card =
                viewModel.cards().stream().filter(shown -> shown.id().equals(device)).findFirst();
        card.ifPresent(shown ->
                show(
                        new QuestionViewModel(
                                context.texts(),
                                Question.ofOther(context.texts(), shown),
                                () -> doors.devices().signOut(device),
                                threads,
                                overlay::hide),
                        () -> {}));
    }

    private void show(QuestionViewModel question, Runnable whenClosed) {
        QuestionController dialog =
                new QuestionController(question, context.views(), overlay::hide);
        overlay.show(
                dialog.root(),
                question.questionProperty().get().title(),
                dialog.first(),
                whenClosed);
    }

    @FXML
    private void link() {
        LinkViewModel link =
                new LinkViewModel(
                        doors.devices(), threads, context.texts(), context.times()::now, rows);
        LinkController dialog = new LinkController(link, context.texts(), overlay::hide);
        linking = link::show;
        overlay.show(
                dialog.root(),
                context.texts().get("devices.link.title"),
                dialog.first(),
                () -> {
                    linking = now -> {};
                    dialog.close();
                });
        link.ask();
    }
}
