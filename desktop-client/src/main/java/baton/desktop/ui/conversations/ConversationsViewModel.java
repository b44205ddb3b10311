package baton.desktop.ui.conversations;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.ui.common.Company;
import baton.desktop.ui.common.ListDiff;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.Silence;
import baton.desktop.ui.common.UiContext;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.SettingNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list's state: which conversations, in which order, which one is open. FX thread. Rows are
/// read again when a hint names them; a burst of hints about many rows reads the list once.
public final class ConversationsViewModel {
    /// Beyond so many changed rows one query for all is cheaper than one for each.
    private static final int SINGLE_READS_MAX = 20;

    private final UiContext context;
    private final Company company;
    private final Silence silence;
    private final ConversationItems writer;
    private final Map<ConversationId, ConversationRow> rows = new LinkedHashMap<>();
    private final Set<ConversationId> stale = new HashSet<>();
    private final ObservableList<ConversationItem> items = FXCollections.observableArrayList();
    private final ObjectProperty<Optional<ConversationId>> selected =
            new SimpleObjectProperty<>(Optional.empty());
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty held = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final BooleanProperty archiveShown = new SimpleBooleanProperty();
    private final ReadOnlyLongWrapper archived = new ReadOnlyLongWrapper();
    private List<ConversationId> order = List.of();
    private List<AccountId> watched = List.of();
    private boolean changing;
    private boolean again;

    ConversationsViewModel(UiContext context, Company company) {
        this.context = context;
        this.company = company;
        this.silence = new Silence(context);
        this.writer = new ConversationItems(context, company, silence);
        selected.addListener(observable -> {
            bringBack();
            show();
        });
        archiveShown.addListener(observable -> show());
        filter.addListener(observable -> show());
        held.addListener(observable -> show());
    }

    public ObservableList<ConversationItem> items() {
        return items;
    }

    public ObjectProperty<Optional<ConversationId>> selectedProperty() {
        return selected;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /// Whether the order is held because a pointer is over the list.
    public BooleanProperty heldProperty() {
        return held;
    }

    /// Whether the first read has been answered: until then an empty list means nothing.
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether the account has no conversation at all.
    public boolean hasNone() {
        return loaded.get() && rows.isEmpty();
    }

    Pin open() {
        Pins pins = new Pins();
        Reads.Lane lane = context.reads().lane();
        pins.add(lane);
        pins.add(context.hints().listen(hint -> onHint(lane, hint)));
        pins.listen(company.changesProperty(), (observed, was, now) -> show());
        lane.read(context.store()::conversations, this::replaceAll);
        pins.add(() -> watched = List.of());
        return pins;
    }

    /// Writes all lines again: the day may have changed since.
    public void rewrite() {
        show();
    }

    private void onHint(Reads.Lane lane, Hint hint) {
        switch (hint) {
            case Hint.Conversation(ConversationId id) -> stale.add(id);
            case Hint.Timeline timeline -> stale.add(timeline.conversation());
            case Hint.Outbox(ConversationId id) -> stale.add(id);
            default -> {}
        }
        if (stale.isEmpty()) {
            return;
        }
        // A replaced read is never answered: what is stale stays so until an answer has come.
        Set<ConversationId> wanted = Set.copyOf(stale);
        if (wanted.size() > SINGLE_READS_MAX) {
            lane.read(context.store()::conversations, this::replaceAll);
        } else {
            lane.read(() -> readEach(context.store(), wanted), read -> replace(wanted, read));
        }
    }

    private static List<ConversationRow> readEach(StoreReader store, Set<ConversationId> wanted) {
        return wanted.stream().flatMap(id -> store.conversation(id).stream()).toList();
    }

    private void replaceAll(List<ConversationRow> read) {
        stale.clear();
        rows.clear();
        read.forEach(row -> rows.put(row.id(), row));
        loaded.set(true);
        show();
    }

    private void replace(Set<ConversationId> wanted, List<ConversationRow> read) {
        stale.removeAll(wanted);
        read.forEach(row -> rows.put(row.id(), row));
        show();
    }

    /// A list tells of a change while it is changing; whoever answers by changing it again would
    /// break it, so that waits.
    private void show() {
        again = changing;
        if (changing) {
            return;
        }
        changing = true;
        try {
            do {
                again = false;
                showNow();
            } while (again);
        } finally {
            changing = false;
        }
    }

    /// Whether rows are being replaced: a selection that moves meanwhile is no choice of a person.
    boolean isChanging() {
        return changing;
    }

    private void showNow() {
        Collection<ConversationRow> known = rows.values();
        List<ConversationRow> ordered =
                held.get() ? ListOrder.held(order, known) : ListOrder.newestFirst(known);
        order = ordered.stream().map(ConversationRow::id).toList();
        archived.set(known.stream().filter(this::isAside).count());
        List<ConversationItem> wanted =
                Stream.concat(
                                ordered.stream().filter(row -> !isAside(row)),
                                ordered.stream().filter(row -> isAside(row) && isArchiveOpen()))
                        .map(this::write)
                        .filter(this::isWanted)
                        .toList();
        ListDiff.apply(items, wanted, ConversationItem::id);
        watch(ordered);
    }

    /// An archived one comes back while it has something new to say, unless it is silent.
    private boolean isAside(ConversationRow row) {
        return row.flags().archived() && (row.unread() == 0 || silence.isSilent(row));
    }

    /// Whoever searches, searches the archive too.
    private boolean isArchiveOpen() {
        return archiveShown.get() || !filter.get().isBlank();
    }

    /// An archived conversation that has come back and was opened stays.
    private void bringBack() {
        selected.get()
                .flatMap(this::row)
                .filter(row -> row.flags().archived() && !isAside(row))
                .ifPresent(
                        row -> context.intents().set(SettingNames.ARCHIVED, row.id().value(), ""));
    }

    /// Asks who is there of those whom one talks to alone, the latest first.
    private void watch(List<ConversationRow> ordered) {
        List<AccountId> peers =
                ordered.stream()
                        .flatMap(row -> row.id().peerOf(context.me().account()).stream())
                        .limit(Limits.WATCHED_MAX)
                        .sorted()
                        .toList();
        if (!peers.equals(watched)) {
            watched = peers;
            context.intents().watch(peers);
        }
    }

    private ConversationItem write(ConversationRow row) {
        boolean open = selected.get().filter(row.id()::equals).isPresent();
        return writer.of(row, open);
    }

    private boolean isWanted(ConversationItem item) {
        String handle = item.id().peerOf(context.me().account()).map(AccountId::handle).orElse("");
        return TitleFilter.of(filter.get(), context.texts().locale()).fits(item.title(), handle);
    }

    /// What is known of a conversation; empty if the account does not have it yet.
    Optional<ConversationRow> row(ConversationId id) {
        return Optional.ofNullable(rows.get(id));
    }

    /// Whether archived conversations stand below the others.
    public BooleanProperty archiveShownProperty() {
        return archiveShown;
    }

    /// How many conversations are archived and have nothing new.
    public ReadOnlyLongProperty archivedProperty() {
        return archived.getReadOnlyProperty();
    }

    /// Opens the one `step` lines further down, staying at the ends.
    public void selectBy(int step) {
        if (items.isEmpty()) {
            return;
        }
        int from = selectedIndex();
        int to = from < 0 ? (step > 0 ? 0 : items.size() - 1) : from + step;
        select(items.get(Math.clamp(to, 0, items.size() - 1)));
    }

    /// Opens the next one with unread messages in that direction, around the end.
    public void selectUnread(int step) {
        List<ConversationItem> around = new ArrayList<>();
        int from = selectedIndex() < 0 ? (step > 0 ? -1 : items.size()) : selectedIndex();
        for (int i = 1; i <= items.size(); i++) {
            around.add(items.get(Math.floorMod(from + i * step, items.size())));
        }
        around.stream().filter(item -> item.unread() > 0).findFirst().ifPresent(this::select);
    }

    /// Opens the topmost line that the filter leaves; nothing happens if there is none.
    public void selectFirst() {
        items.stream().findFirst().ifPresent(this::select);
    }

    private void select(ConversationItem item) {
        selected.set(Optional.of(item.id()));
    }

    int selectedIndex() {
        for (int i = 0; i < items.size(); i++) {
            if (selected.get().filter(items.get(i).id()::equals).isPresent()) {
                return i;
            }
        }
        return -1;
    }
}
