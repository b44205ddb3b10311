package baton.desktop.ui.timeline;

import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.Links;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The timeline pane, as the shell places it: one list that shows one conversation after the other.
/// FX thread.
public final class TimelineView {
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final UiContext context;
    private final Attention attention;
    private final Consumer<String> compose;
    private final Consumer<ConversationId> people;
    private final TimelineController controller;
    private final AnchoredList anchored;
    private final Parent root;
    private final Pins pins = new Pins();
    private Optional<TimelineViewModel> model = Optional.empty();

    /// @param compose takes the text of a failed message that a person wants to edit
    /// @param people shows who is in a group
    public TimelineView(
            UiContext context,
            Attention attention,
            Consumer<String> compose,
            Consumer<ConversationId> people) {
        this.context = context;
        this.attention = attention;
        this.compose = compose;
        this.people = people;
        controller = new TimelineController(context, attention);
        root = context.views().load("Timeline", controller);
        anchored = controller.anchor();
        controller.list().addEventHandler(KeyEvent.KEY_PRESSED, this::onKey);
    }

    public Parent root() {
        return root;
    }

    /// Shows a conversation instead of the one before.
    public void open(ConversationId id) {
        close();
        anchored.reset();
        TimelineViewModel opened = new TimelineViewModel(id, context, attention, anchored);
        model = Optional.of(opened);
        pins.add(controller.open(id, opened, anchored, new Actions(id, opened)));
        pins.add(opened.open());
    }

    public void close() {
        pins.close();
        model = Optional.empty();
    }

    /// Greatest seq that the open conversation has shown; 0 for none.
    public long shownUpTo() {
        return model.map(TimelineViewModel::shownUpTo).orElse(0L);
    }

    /// The person sent a message here.
    public void onSent() {
        model.ifPresent(TimelineViewModel::onSent);
    }

    /// Takes the divider away.
    public void clearDivider() {
        model.ifPresent(TimelineViewModel::clearDivider);
    }

    /// Writes all rows again: the day may have changed since.
    public void rewrite() {
        model.ifPresent(TimelineViewModel::rewrite);
    }

    public void focusList() {
        controller.list().requestFocus();
    }

    private void onKey(KeyEvent event) {
        TimelineItem item = controller.list().getSelectionModel().getSelectedItem();
        if (COPY.match(event) && item instanceof TimelineItem.Bubble bubble) {
            copyText(bubble.text());
            event.consume();
        }
    }

    private static void copyText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private final class Actions implements MessageActions {
        private final ConversationId id;
        private final TimelineViewModel opened;

        private Actions(ConversationId id, TimelineViewModel opened) {
            this.id = id;
            this.opened = opened;
        }

        @Override
        public void showMembers() {
            people.accept(id);
        }

        @Override
        public void copy(String text) {
            copyText(text);
        }

        @Override
        public void openLink(String address) {
            Links.target(address).ifPresent(context.links()::open);
        }

        @Override
        public void fill(TimelineItem.Gap gap) {
            opened.fill(gap);
        }

        @Override
        public void markUnreadFrom(TimelineItem.Bubble bubble) {
            opened.markUnreadFrom(bubble.seq());
        }

        @Override
        public void retry(TimelineItem.Bubble bubble) {
            opened.retry(bubble.clientSeq());
        }

        @Override
        public void edit(TimelineItem.Bubble bubble) {
            compose.accept(bubble.text());
            opened.discard(bubble.clientSeq());
        }

        @Override
        public void discard(TimelineItem.Bubble bubble) {
            opened.discard(bubble.clientSeq());
        }
    }
}
