package baton.desktop.ui.devices;

import baton.desktop.ui.common.Overlay;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Shown;
import baton.desktop.ui.common.Threads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.notices.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The bar above the window of a device that was signed out: what is stored here may be kept to
/// read or erased. Once it is kept, one line is left of it. FX thread.
public final class SignedOutController {
    private final UiContext context;
    private final Overlay overlay;
    private final Doors doors;

    @FXML private VBox root;
    @FXML private VBox question;
    @FXML private HBox kept;
    @FXML private Label happened;

    /// What wiring does.
    ///
    /// @param signInAgain leads to the first window; what is stored stays
    /// @param erase removes all that is stored here and leads to the first window
    public record Doors(Runnable signInAgain, Runnable erase) {}

    /// @param overlay shows the question before anything is erased
    public SignedOutController(UiContext context, Doors doors, Overlay overlay) {
        this.context = context;
        this.doors = doors;
        this.overlay = overlay;
        context.views().load("SignedOut", this);
        happened.setText(Notice.of("device-signed-out", context.texts()).happened());
        Shown.when(kept, false);
    }

    public Parent root() {
        return root;
    }

    @FXML
    private void onKeep() {
        Shown.when(question, false);
        Shown.when(kept, true);
    }

    @FXML
    private void onSignInAgain() {
        doors.signInAgain().run();
    }

    @FXML
    private void onErase() {
        Executor here = Runnable::run;
        QuestionViewModel asked =
                new QuestionViewModel(
                        context.texts(),
                        Question.ofErasing(context.texts(), List.of()),
                        Optional::empty,
                        new Threads(here, here),
                        this::erase);
        Reads.Lane lane = context.reads().lane();
        lane.read(
                context.store()::outbox,
                outbox -> asked.ask(Question.ofErasing(context.texts(), outbox)));
        QuestionController dialog = new QuestionController(asked, context.views(), overlay::hide);
        overlay.show(
                dialog.root(),
                context.texts().get("devices.erase.title"),
                dialog.first(),
                lane::close);
    }

    private void erase() {
        overlay.hide();
        doors.erase().run();
    }
}
