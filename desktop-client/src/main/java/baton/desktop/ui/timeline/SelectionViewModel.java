package baton.desktop.ui.timeline;

import baton.desktop.runtime.Pin;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import baton.model.Target;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Several messages of the open conversation that a person picks out, to copy them or to take them
/// back. It knows messages, not rows: scrolling and arriving messages leave it as it is. FX thread.
final class SelectionViewModel {
    private final ConversationId id;
    private final UiContext context;
    private final PickedRows rows;
    private final Transcript transcript;
    private final Reads.Lane stretches;
    private final Reads.Lane deeds;
    private final ReadOnlyObjectWrapper<Picks> picks = new ReadOnlyObjectWrapper<>(Picks.NONE);
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");

    SelectionViewModel(ConversationId id, UiContext context) {
        this.id = id;
        this.context = context;
        this.rows = new PickedRows(context.store(), id);
        this.transcript = new Transcript(context.texts(), context.times(), context.me());
        this.stretches = context.reads().lane();
        this.deeds = context.reads().lane();
    }

    /// @param items what the list holds: a message that waited becomes one of the log
    Pin open(ObservableList<TimelineItem> items) {
        Pins pins = new Pins();
        ListChangeListener<TimelineItem> listener = change -> see(items);
        items.addListener(listener);
        pins.add(() -> items.removeListener(listener));
        pins.add(stretches);
        pins.add(deeds);
        return pins;
    }

    private void see(List<TimelineItem> items) {
        Picks before = picks.get();
        if (before.isEmpty()) {
            return;
        }
        Picks now =
                before.seen(
                        items.stream()
                                .filter(item -> item instanceof TimelineItem.Bubble)
                                .map(item -> Picks.Pick.of((TimelineItem.Bubble) item))
                                .toList());
        if (!now.equals(before)) {
            picks.set(now);
        }
    }

    /// Picks a message, or no more.
    void toggle(TimelineItem.Bubble bubble) {
        Picks next = picks.get().toggled(Picks.Pick.of(bubble));
        if (next.size() <= PickedRows.MOST) {
            put(next);
        }
    }

    /// Picks everything from where the person began up to a message; begins with it if there is no
    /// beginning.
    void extendTo(TimelineItem.Bubble bubble) {
        Picks now = picks.get();
        Picks.Pick to = Picks.Pick.of(bubble);
        if (now.anchor().isEmpty()) {
            put(now.toggled(to));
            return;
        }
        Picks.Pick from = now.anchor().get();
        long others = now.kept().keySet().stream().filter(each -> !each.equals(from.id())).count();
        int room = (int) Math.max(1, PickedRows.MOST - others);
        stretches.read(
                () -> rows.between(from, to, room).stream().map(PickedRows::pickOf).toList(),
                stretch -> stretch(from, stretch));
    }

    private void stretch(Picks.Pick from, List<Picks.Pick> stretch) {
        Picks now = picks.get();
        // The person may have begun elsewhere meanwhile, or ended.
        if (now.anchor().map(Picks.Pick::id).equals(Optional.of(from.id()))) {
            put(now.stretched(stretch));
        }
    }

    void clear() {
        put(Picks.NONE);
    }

    private void put(Picks next) {
        picks.set(next);
        words.set(
                next.isEmpty()
                        ? ""
                        : context.texts()
                                .format(
                                        next.size() == PickedRows.MOST
                                                ? "timeline.selection.most"
                                                : "timeline.selection.count",
                                        next.size()));
    }

    /// Gives the picked messages as text, as they are now.
    void copy(Consumer<String> clipboard) {
        List<Picks.Pick> wanted = picks.get().all();
        deeds.read(
                () -> rows.all(wanted),
                read -> {
                    clipboard.accept(transcript.of(read));
                    words.set(context.texts().format("timeline.selection.copied", read.size()));
                });
    }

    /// Takes back all picked messages that the person wrote, and ends.
    void recall() {
        List<Picks.Pick> wanted = picks.get().all();
        deeds.read(() -> rows.all(wanted), read -> read.forEach(this::recall));
        clear();
    }

    private void recall(TimelineRow row) {
        Picks.Pick pick = PickedRows.pickOf(row);
        if (pick.mine()) {
            context.intents().recall(id, new Target(pick.place().seq(), pick.id()), outcome -> {});
        }
    }

    boolean isPicking() {
        return !picks.get().isEmpty();
    }

    ReadOnlyObjectProperty<Picks> picksProperty() {
        return picks.getReadOnlyProperty();
    }

    /// How many there are, or that they were copied; empty while there are none.
    ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
