package baton.desktop.ui.outbox;

import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.runtime.SyncStatus.Link;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.desktop.ui.notices.Notice;
import baton.model.ConversationId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The outbox of this device as it stands, and what a person does about it. FX thread.
final class OutboxViewModel {
    /// More at once would be a list that nobody reads and that takes long to lay out.
    private static final int SHOWN_MAX = 200;

    private final UiContext context;
    private final OutboxItems items;
    private final ReadOnlyObjectWrapper<List<OutboxGroup>> groups =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper outlook = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper more = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper canTryNow = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRetryAll = new ReadOnlyBooleanWrapper();
    private Map<OutboxItem.Key, Inspection.Attempt> attempts = Map.of();
    private Content content = new Content(List.of(), Map.of());

    /// @param known the conversations among those of the rows that the account has
    private record Content(
            List<TimelineRow.Pending> rows, Map<ConversationId, ConversationRow> known) {}

    OutboxViewModel(UiContext context) {
        this.context = context;
        items =
                new OutboxItems(
                        context.texts(),
                        context.times(),
                        new ConversationNames(context.texts(), context.me().account()));
    }

    /// @param often calls what it is given again and again until it is closed
    Pin open(Function<Runnable, Pin> often) {
        Pins pins = new Pins();
        ChangeHints.Inspecting inside = context.hints().inspect();
        pins.add(inside);
        pins.add(often.apply(() -> look(inside)));
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(hint, lane)));
        read(lane);
        return pins;
    }

    private void look(ChangeHints.Inspecting inside) {
        Map<OutboxItem.Key, Inspection.Attempt> now = new HashMap<>();
        for (Inspection.Attempt tried : inside.now().attempts()) {
            now.put(new OutboxItem.Key(tried.conversation(), tried.clientSeq()), tried);
        }
        attempts = Map.copyOf(now);
        write();
    }

    private void onHint(Hint hint, Reads.Lane lane) {
        switch (hint) {
            case Hint.Outbox _ -> read(lane);
            case Hint.Status _ -> write();
            default -> {}
        }
    }

    private void read(Reads.Lane lane) {
        lane.read(this::query, this::show);
    }

    private Content query() {
        List<TimelineRow.Pending> rows = context.store().outbox();
        Map<ConversationId, ConversationRow> known = new HashMap<>();
        rows.stream()
                .map(TimelineRow.Pending::conversation)
                .distinct()
                .forEach(id ->
                        context.store().conversation(id).ifPresent(row -> known.put(id, row)));
        return new Content(rows, known);
    }

    private void show(Content now) {
        content = now;
        write();
    }

    private void write() {
        SyncStatus status = context.hints().status();
        List<TimelineRow.Pending> rows = content.rows();
        List<TimelineRow.Pending> shown = rows.subList(0, Math.min(rows.size(), SHOWN_MAX));
        boolean online = status.link() instanceof Link.Online;
        groups.set(items.groups(shown, content.known(), attempts, online));
        long failed = rows.stream().filter(row -> row.tick() == Tick.FAILED).count();
        summary.set(context.texts().format("outbox.summary", rows.size() - failed, failed));
        int hidden = rows.size() - shown.size();
        more.set(hidden == 0 ? "" : context.texts().format("outbox.more", hidden));
        outlook.set(outlook(status.link()));
        canTryNow.set(status.link() instanceof Link.Offline && !rows.isEmpty());
        canRetryAll.set(retryable().count() > 1);
    }

    private Stream<OutboxItem> retryable() {
        return groups.get().stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> item.choices().retry());
    }

    private String outlook(Link link) {
        return switch (link) {
            case Link.Online _ -> context.texts().get("outbox.outlook.online");
            case Link.Connecting _, Link.Offline _ -> context.texts().get("outbox.outlook.offline");
            case Link.Stopped(String code) ->
                    Notice.of(code, context.texts()).paragraph(context.texts());
        };
    }

    /// Empty if nothing waits.
    ReadOnlyObjectProperty<List<OutboxGroup>> groupsProperty() {
        return groups.getReadOnlyProperty();
    }

    /// How many wait, and how many were not sent.
    ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// What becomes of that which waits.
    ReadOnlyStringProperty outlookProperty() {
        return outlook.getReadOnlyProperty();
    }

    /// How many more there are than are shown; empty if none.
    ReadOnlyStringProperty moreProperty() {
        return more.getReadOnlyProperty();
    }

    /// Whether asking for a connection at once makes sense.
    ReadOnlyBooleanProperty canTryNowProperty() {
        return canTryNow.getReadOnlyProperty();
    }

    /// Whether more than one may be tried again.
    ReadOnlyBooleanProperty canRetryAllProperty() {
        return canRetryAll.getReadOnlyProperty();
    }

    void tryNow() {
        context.intents().connectNow();
    }

    void retry(OutboxItem item) {
        context.intents()
                .retry(item.key().conversation(), item.key().clientSeq(), item.choices().seen());
    }

    /// In the order in which they were written.
    void retryAll() {
        retryable().toList().forEach(this::retry);
    }

    void discard(OutboxItem item) {
        context.intents().discard(item.key().conversation(), item.key().clientSeq());
    }
}
