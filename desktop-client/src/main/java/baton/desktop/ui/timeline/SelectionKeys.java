package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import javafx.event.EventHandler;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that pick several messages: Shift with Up and Down goes on to the next one, Space picks
/// the chosen one or no more, and while any are picked Ctrl+C, Del and Esc are about all of them.
/// FX thread.
final class SelectionKeys {
    private final ListView<TimelineItem> list;
    private final AnchoredList anchored;
    private final SelectionViewModel selection;
    private final SelectionBar bar;

    SelectionKeys(
            ListView<TimelineItem> list,
            AnchoredList anchored,
            SelectionViewModel selection,
            SelectionBar bar) {
        this.list = list;
        this.anchored = anchored;
        this.selection = selection;
        this.bar = bar;
    }

    Pin open() {
        // Before the list itself, which would choose one message only.
        EventHandler<KeyEvent> keys = this::onPressed;
        list.addEventFilter(KeyEvent.KEY_PRESSED, keys);
        return () -> list.removeEventFilter(KeyEvent.KEY_PRESSED, keys);
    }

    private void onPressed(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        // A link within a message has keys of its own.
        if (event.getTarget().equals(list)
                && (plain ? isForOne(event) : isForAll(event.getCode(), event))) {
            event.consume();
        }
    }

    /// Whether it was one of these keys.
    private boolean isForOne(KeyEvent event) {
        return switch (event.getCode()) {
            case UP -> event.isShiftDown() && step(-1);
            case DOWN -> event.isShiftDown() && step(1);
            case SPACE -> pickChosen();
            case ESCAPE -> !event.isShiftDown() && bar.end();
            case DELETE -> recall();
            default -> false;
        };
    }

    private boolean isForAll(KeyCode code, KeyEvent event) {
        if (code == KeyCode.C && !event.isAltDown() && selection.isPicking()) {
            bar.copy();
            return true;
        }
        return false;
    }

    private boolean pickChosen() {
        if (list.getSelectionModel().getSelectedItem() instanceof TimelineItem.Bubble bubble) {
            selection.toggle(bubble);
            return true;
        }
        return false;
    }

    private boolean recall() {
        if (selection.isPicking()) {
            bar.recall();
        }
        return selection.isPicking();
    }

    private boolean step(int direction) {
        if (!(list.getSelectionModel().getSelectedItem() instanceof TimelineItem.Bubble chosen)) {
            return false;
        }
        if (!selection.isPicking()) {
            selection.toggle(chosen);
        }
        int at = list.getSelectionModel().getSelectedIndex() + direction;
        while (at >= 0 && at < list.getItems().size()) {
            if (list.getItems().get(at) instanceof TimelineItem.Bubble next) {
                list.getSelectionModel().select(at);
                anchored.reveal(at);
                selection.extendTo(next);
                break;
            }
            at += direction;
        }
        return true;
    }
}
