package baton.desktop.ui.composer;

import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Quoted;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The composer pane, as the shell places it: one text area that serves one conversation after the
/// other. FX thread.
public final class ComposerView {
    /// Sends a refused reply as it stands.
    private static final KeyCombination ANYWAY =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private final UiContext context;
    private final LongSupplier shownUpTo;
    private final Runnable sent;
    private final ComposerController controller;
    private final Parent root;
    private final Pins pins = new Pins();
    private Optional<ComposerViewModel> model = Optional.empty();
    private Optional<MissedViewModel> missed = Optional.empty();

    /// @param shownUpTo newest seq that the timeline has shown
    /// @param sent told after a message was stored
    /// @param editLast begins to change the person's last message here, if there is one
    public ComposerView(
            UiContext context, LongSupplier shownUpTo, Runnable sent, Runnable editLast) {
        this.context = context;
        this.shownUpTo = shownUpTo;
        this.sent = sent;
        controller = new ComposerController(context, editLast);
        root = context.views().load("Composer", controller);
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public Parent root() {
        return root;
    }

    /// Serves a conversation instead of the one before, whose draft is stored first.
    public void open(ConversationId id) {
        close();
        ComposerViewModel opened = new ComposerViewModel(id, context, shownUpTo, sent);
        model = Optional.of(opened);
        MissedViewModel refused = new MissedViewModel(id, context);
        missed = Optional.of(refused);
        MissedView missedView =
                new MissedView(
                        context.texts(), refused, row -> rework(row.clientSeq(), row.text()));
        pins.add(controller.open(opened, missedView));
        pins.add(opened.open());
        pins.add(missedView.open());
    }

    public void close() {
        pins.close();
        model = Optional.empty();
        missed = Optional.empty();
    }

    /// Takes a message that was not sent back and goes there; what stands there already stays.
    ///
    /// @param words what the message says
    public void rework(long clientSeq, String words) {
        model.ifPresent(opened -> opened.rework(clientSeq, words));
        focus();
    }

    /// What is written from here on answers a message.
    public void reply(Quoted message) {
        model.ifPresent(opened -> opened.reply(message));
        focus();
    }

    /// The message's text stands here to be changed.
    public void edit(Quoted message) {
        model.ifPresent(opened -> opened.edit(message));
        focus();
    }

    private void onKey(KeyEvent event) {
        if (ANYWAY.match(event)) {
            event.consume();
            missed.ifPresent(MissedViewModel::sendAnyway);
        }
    }

    public void focus() {
        controller.focus();
    }
}
