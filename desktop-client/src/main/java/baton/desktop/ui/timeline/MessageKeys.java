package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import baton.desktop.ui.common.Pins;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys of the chosen message: R answers, E changes, Del takes back, + reacts, I tells who has
/// it, Ctrl+C copies, Enter opens its menu. FX thread.
final class MessageKeys {
    /// The key of the plus on one keyboard or another.
    private static final Set<KeyCode> PLUS = Set.of(KeyCode.PLUS, KeyCode.ADD, KeyCode.EQUALS);

    private final ListView<TimelineItem> list;
    private final MessageActions actions;

    MessageKeys(ListView<TimelineItem> list, MessageActions actions) {
        this.list = list;
        this.actions = actions;
    }

    Pin open() {
        Pins pins = new Pins();
        listen(KeyEvent.KEY_PRESSED, this::onPressed, pins);
        // A letter acts when it is typed, or it would be typed into the composer that it opens.
        listen(KeyEvent.KEY_TYPED, this::onTyped, pins);
        return pins;
    }

    private void listen(EventType<KeyEvent> type, EventHandler<KeyEvent> handler, Pins pins) {
        list.addEventHandler(type, handler);
        pins.add(() -> list.removeEventHandler(type, handler));
    }

    private void onPressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER
                && list.getSelectionModel().getSelectedItem() instanceof TimelineItem.Day day) {
            event.consume();
            inSight(cell -> actions.askForDay(day.date(), cell.place()));
        }
        chosen().ifPresent(bubble -> {
            KeyCode key = event.getCode();
            if (event.isShortcutDown()) {
                if (key == KeyCode.C && !bubble.words().gone()) {
                    event.consume();
                    actions.copy(bubble.text());
                }
            } else if (key == KeyCode.DELETE) {
                event.consume();
                inSight(cell -> actions.recall(bubble, cell.place()));
            } else if (PLUS.contains(key)) {
                event.consume();
                inSight(cell -> actions.pickReaction(bubble, cell.place()));
            } else if (key == KeyCode.ENTER || key == KeyCode.CONTEXT_MENU) {
                event.consume();
                inSight(TimelineCell::showMenu);
            }
        });
    }

    private void onTyped(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        chosen().ifPresent(bubble -> {
            switch (event.getCharacter().toLowerCase(Locale.ROOT)) {
                case "r" -> actions.reply(bubble);
                case "e" -> actions.edit(bubble);
                case "i" -> inSight(cell -> actions.reach(bubble, cell.place()));
                default -> {
                    return;
                }
            }
            event.consume();
        });
    }

    private Optional<TimelineItem.Bubble> chosen() {
        return list.getSelectionModel().getSelectedItem() instanceof TimelineItem.Bubble bubble
                ? Optional.of(bubble)
                : Optional.empty();
    }

    /// Does something with the cell of the chosen row, if it is in sight.
    private void inSight(Consumer<TimelineCell> task) {
        int chosen = list.getSelectionModel().getSelectedIndex();
        for (Node node : list.lookupAll(".list-cell")) {
            if (node instanceof TimelineCell cell && !cell.isEmpty() && cell.getIndex() == chosen) {
                task.accept(cell);
                return;
            }
        }
    }
}
