package baton.desktop.ui.composer;

import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.scene.Parent;

/// The composer pane, as the shell places it: one text area that serves one conversation after the
/// other. FX thread.
public final class ComposerView {
    private final UiContext context;
    private final LongSupplier shownUpTo;
    private final Runnable sent;
    private final ComposerController controller;
    private final Parent root;
    private final Pins pins = new Pins();
    private Optional<ComposerViewModel> model = Optional.empty();

    /// @param shownUpTo newest seq that the timeline has shown
    /// @param sent told after a message was stored
    public ComposerView(UiContext context, LongSupplier shownUpTo, Runnable sent) {
        this.context = context;
        this.shownUpTo = shownUpTo;
        this.sent = sent;
        controller = new ComposerController(context);
        root = context.views().load("Composer", controller);
    }

    public Parent root() {
        return root;
    }

    /// Serves a conversation instead of the one before, whose draft is stored first.
    public void open(ConversationId id) {
        close();
        ComposerViewModel opened = new ComposerViewModel(id, context, shownUpTo, sent);
        model = Optional.of(opened);
        pins.add(controller.open(opened));
        pins.add(opened.open());
    }

    public void close() {
        pins.close();
        model = Optional.empty();
    }

    /// Puts a text in and goes there; what stands there already stays.
    public void add(String text) {
        model.ifPresent(opened -> opened.add(text));
        focus();
    }

    public void focus() {
        controller.focus();
    }
}
