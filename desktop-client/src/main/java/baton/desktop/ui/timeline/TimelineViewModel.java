package baton.desktop.ui.timeline;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.Reach;
import baton.desktop.ui.common.Attention;
import baton.desktop.ui.common.ListDiff;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import baton.model.Target;
import baton.model.Wording;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The state of one conversation on the screen; made when it is opened, dropped when it is left. FX
/// thread.
///
/// It holds a [TimelineWindow] and reads it again whenever a hint says so or the person nears an
/// edge. What is on the screen arrives by [#onVisible]; from it follow the next window, the holes
/// to fill and what has been read.
public final class TimelineViewModel {

    /// What stands in the middle of the pane.
    public enum State {
        LOADING,
        EMPTY,
        SHOWN
    }

    /// What the list shows right now.
    ///
    /// @param centre seq of the topmost message in sight; [Long#MAX_VALUE] if only pending ones are
    /// @param shownUpTo greatest seq of a row that is at least half in sight; 0 for none
    /// @param nearEdge whether rows of the window run out within sight or soon
    /// @param atEnd whether the last row is in sight to its bottom
    record Visible(
            long centre,
            long shownUpTo,
            boolean nearEdge,
            boolean atEnd,
            List<TimelineItem.Gap> gaps) {}

    private final ConversationId id;
    private final UiContext context;
    private final Attention attention;
    private final TimelineScreen screen;
    private final TimelineItems writer;
    private final Reads.Lane lane;
    private final Reads.Lane histories;
    private final ObservableList<TimelineItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.LOADING);
    private final ReadOnlyLongWrapper unread = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper away = new ReadOnlyBooleanWrapper();
    private final Set<TimelineItem.Gap> asked = new HashSet<>();
    private TimelineWindow window;
    private TimelineWindow.Content content;
    private UnreadDivider divider = UnreadDivider.NONE;
    private boolean opening = true;
    private boolean following = true;
    private boolean keptUnread;
    private boolean seeking;
    private final ReadOnlyStringWrapper found = new ReadOnlyStringWrapper("");
    private Target wanted = Target.NONE;
    private long centre = Long.MAX_VALUE;
    private long readSeq;
    private long shownUpTo;

    TimelineViewModel(
            ConversationId id, UiContext context, Attention attention, TimelineScreen screen) {
        this.id = id;
        this.context = context;
        this.attention = attention;
        this.screen = screen;
        this.writer = new TimelineItems(context.texts(), context.times(), context.me());
        this.lane = context.reads().lane();
        this.histories = context.reads().lane();
        this.window = TimelineWindow.end(id);
        this.content = new TimelineWindow.Content(Optional.empty(), List.of(), true, true);
    }

    Pin open() {
        Pins pins = new Pins();
        pins.add(lane);
        pins.add(histories);
        pins.add(context.hints().listen(this::onHint));
        context.intents().view(id);
        lane.read(this::readFirst, this::onRead);
        return pins;
    }

    /// The first window stands around the first unread message, later ones around what is in sight.
    private TimelineWindow.Content readFirst() {
        long at =
                context.store()
                        .conversation(id)
                        .filter(row -> row.unread() > 0)
                        .map(ConversationRow::readSeq)
                        .orElse(Long.MAX_VALUE);
        return TimelineWindow.around(id, at).read(context.store());
    }

    private void onHint(Hint hint) {
        boolean mine =
                switch (hint) {
                    case Hint.Timeline timeline -> timeline.conversation().equals(id);
                    case Hint.Outbox outbox -> outbox.conversation().equals(id);
                    case Hint.Conversation conversation -> conversation.conversation().equals(id);
                    default -> false;
                };
        if (mine) {
            refresh();
        }
    }

    /// Reads the window again.
    void refresh() {
        if (opening) {
            lane.read(this::readFirst, this::onRead);
            return;
        }
        window =
                following
                        ? TimelineWindow.endAfter(id, content)
                        : TimelineWindow.around(id, centre);
        TimelineWindow asking = window;
        lane.read(() -> asking.read(context.store()), this::onRead);
    }

    private void onRead(TimelineWindow.Content read) {
        content = read;
        long unreadNow = read.about().map(ConversationRow::unread).orElse(0L);
        readSeq = read.about().map(ConversationRow::readSeq).orElse(0L);
        divider =
                opening
                        ? UnreadDivider.opened(readSeq, unreadNow)
                        : divider.readAt(readSeq, unreadNow);
        unread.set(unreadNow);
        show();
        if (opening) {
            opening = false;
            if (wanted.isNone()) {
                land();
            } else {
                jump(wanted);
            }
        } else if (!wanted.isNone()) {
            landOnWanted();
        }
    }

    /// Goes to a message, wherever it is in the log. While it is not on this device, its place is
    /// shown instead and it is fetched.
    void jump(Target target) {
        seeking = false;
        wanted = target;
        following = false;
        centre = target.seq();
        refresh();
    }

    /// Shows the place where something is looked for. What is in sight there is not fetched for
    /// being in sight: whoever looks for it asks for what tells more. Ends when one goes elsewhere.
    void seekAt(long seq) {
        jump(new Target(seq, Target.NONE.id()));
        seeking = true;
    }

    boolean isSeeking() {
        return seeking;
    }

    void stopSeeking() {
        seeking = false;
    }

    private void landOnWanted() {
        String key = wanted.id().toString();
        for (int i = 0; i < items.size(); i++) {
            TimelineItem item = items.get(i);
            if (item.key().equals(key) || isPlaceOfWanted(item)) {
                found.set(item.key());
                wanted = Target.NONE;
                screen.land(Math.max(0, i - 2));
                return;
            }
        }
        if (window.centre() == wanted.seq()) {
            wanted = Target.NONE;
        }
    }

    private boolean isPlaceOfWanted(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Gap gap -> gap.from() <= wanted.seq() && wanted.seq() <= gap.to();
            case TimelineItem.Service service -> service.seq() == wanted.seq();
            default -> false;
        };
    }

    /// The row that was jumped to needs no mark any more.
    void forgetFound() {
        found.set("");
    }

    private void show() {
        List<TimelineItem> wanted = writer.of(id, content, divider, readSeq);
        screen.keepingPlace(() -> ListDiff.apply(items, wanted, TimelineItem::key));
        state.set(items.isEmpty() ? State.EMPTY : State.SHOWN);
    }

    private void land() {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof TimelineItem.Divider) {
                following = false;
                centre = divider.after();
                screen.land(Math.max(0, i - 2));
                return;
            }
        }
        screen.land(Integer.MAX_VALUE);
    }

    void onVisible(Visible visible) {
        if (opening || !wanted.isNone()) {
            return;
        }
        following = visible.atEnd() && content.reachesEnd();
        away.set(!following);
        shownUpTo = Math.max(shownUpTo, visible.shownUpTo());
        if (!seeking) {
            visible.gaps().stream().filter(asked::add).forEach(this::fill);
        }
        long before = centre;
        centre = visible.centre();
        if (visible.nearEdge() && before != centre && window.centre() != centre) {
            refresh();
        }
    }

    /// Asks for a hole, again if need be.
    void fill(TimelineItem.Gap gap) {
        context.intents().fill(id, gap.from(), gap.to());
    }

    /// Marks as read what has been shown, if somebody is there to read it.
    void markShown() {
        boolean isNew = shownUpTo > readSeq && shownUpTo > divider.readHere();
        boolean counts = context.machine().settings().isReadBySight(following);
        if (attention.isPresent() && counts && isNew && !keptUnread) {
            divider = divider.readHere(shownUpTo);
            context.intents().markRead(id, shownUpTo);
        }
    }

    /// Until the person sends or comes here again, nothing here is read: the messages still in
    /// sight would undo the mark at once.
    void markUnreadFrom(long seq) {
        keptUnread = true;
        context.intents().markUnread(id, seq);
    }

    void retry(long clientSeq) {
        context.intents().retry(id, clientSeq, shownUpTo);
    }

    /// Adds one's own reaction, or takes it away if it is there.
    void react(TimelineItem.Bubble bubble, String emoji) {
        boolean on = bubble.chips().stream().noneMatch(c -> c.own() && c.emoji().equals(emoji));
        context.intents().react(id, bubble.target(), emoji, on, outcome -> {});
    }

    void recall(TimelineItem.Bubble bubble) {
        context.intents().recall(id, bubble.target(), outcome -> {});
    }

    /// The newest message that the person wrote and can change.
    Optional<TimelineItem.Bubble> lastOwn() {
        return items.reversed().stream()
                .filter(item -> item instanceof TimelineItem.Bubble)
                .map(item -> (TimelineItem.Bubble) item)
                .filter(TimelineItem.Bubble::isOwnStanding)
                .findFirst();
    }

    /// Reads what a message has said before; the first wording first.
    void readHistory(TimelineItem.Bubble bubble, Consumer<List<Wording>> answer) {
        histories.read(() -> context.store().history(id, bubble.target()), answer);
    }

    /// Reads who has a message.
    void readReach(TimelineItem.Bubble bubble, Consumer<Reach> answer) {
        histories.read(() -> context.store().reach(id, bubble.seq()), answer);
    }

    void discard(long clientSeq) {
        context.intents().discard(id, clientSeq);
    }

    /// The person sent something: old news are old now, and the eye is at the end.
    void onSent() {
        keptUnread = false;
        clearDivider();
        toEnd();
    }

    void clearDivider() {
        if (divider.isShown()) {
            divider = divider.cleared();
            show();
        }
    }

    /// Goes to the newest message.
    void toEnd() {
        seeking = false;
        following = true;
        lane.read(
                () -> TimelineWindow.end(id).read(context.store()),
                read -> {
                    window = TimelineWindow.end(id);
                    onRead(read);
                    screen.land(Integer.MAX_VALUE);
                });
    }

    /// Writes all rows again: the day may have changed since.
    void rewrite() {
        if (!opening) {
            show();
        }
    }

    /// A row is about to become higher, for somebody who reads on from where they are.
    void stay() {
        screen.stay();
    }

    long shownUpTo() {
        return shownUpTo;
    }

    boolean reachesFloor() {
        return content.reachesFloor();
    }

    boolean reachesEnd() {
        return content.reachesEnd();
    }

    public ObservableList<TimelineItem> items() {
        return items;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// How many messages of others lie after the read mark.
    public ReadOnlyLongProperty unreadProperty() {
        return unread.getReadOnlyProperty();
    }

    /// Key of the row that a person has just jumped to; empty for none.
    public ReadOnlyStringProperty foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Whether the newest message is out of sight.
    public ReadOnlyBooleanProperty awayProperty() {
        return away.getReadOnlyProperty();
    }
}
