package baton.desktop.ui.devices;

import baton.desktop.runtime.Hint;
import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.common.View;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/// The devices pane at the right. FX thread.
public final class DevicesController implements View {
    private final UiContext context;
    private final SignOut signOut;
    private final Executor network;
    private final Overlay overlay;
    private final DevicesViewModel viewModel;
    private final Pins pins = new Pins();

    @FXML private VBox root;
    @FXML private VBox cards;

    /// @param network where signing out may block
    /// @param overlay shows the question before signing out
    public DevicesController(
            UiContext context, SignOut signOut, Executor network, Overlay overlay) {
        this.context = context;
        this.signOut = signOut;
        this.network = network;
        this.overlay = overlay;
        viewModel =
                new DevicesViewModel(context.texts(), context.times(), context.hints().status());
        context.views().load("Devices", this);
        viewModel.cards().addListener((ListChangeListener<DeviceCard>) change -> showCards());
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
        lane.read(context.store()::devices, viewModel::show);
    }

    private void showCards() {
        List<Node> views = cards.getChildren();
        List<DeviceCard> models = viewModel.cards();
        while (views.size() < models.size()) {
            views.add(new DeviceCardView(context.texts()));
        }
        views.subList(models.size(), views.size()).clear();
        for (int i = 0; i < models.size(); i++) {
            ((DeviceCardView) views.get(i)).show(models.get(i));
        }
    }

    @FXML
    private void signOut() {
        SignOutViewModel question =
                new SignOutViewModel(
                        context.texts(), signOut, network, context.ui(), overlay::hide);
        SignOutController dialog = new SignOutController(question, context.views(), overlay::hide);
        Reads.Lane lane = context.reads().lane();
        question.look(context.store(), lane);
        overlay.show(
                dialog.root(),
                context.texts().get("devices.sign-out.title"),
                dialog.first(),
                lane::close);
    }
}
