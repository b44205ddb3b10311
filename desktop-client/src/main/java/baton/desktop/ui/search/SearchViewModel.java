package baton.desktop.ui.search;

import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Pin;
import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.ui.common.ConversationNames;
import baton.desktop.ui.common.ListDiff;
import baton.desktop.ui.common.Pins;
import baton.desktop.ui.common.Reads;
import baton.desktop.ui.common.UiContext;
import baton.model.ConversationId;
import baton.model.Target;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is looked for and what was found. FX thread. A search that a person has typed on from is
/// broken off; what was found before stays until the next answer is there.
public final class SearchViewModel {
    private static final int PAGE = 50;
    private static final int LIMIT_MAX = 1_000;

    /// What the pane has to say.
    public enum State {
        /// Nothing is asked for yet.
        BLANK,
        /// The first answer is awaited.
        LOOKING,
        NOTHING,
        FOUND
    }

    private final UiContext context;
    private final ConversationNames names;
    private final SearchWords words;
    private final StringProperty typed = new SimpleStringProperty("");
    private final BooleanProperty everywhere = new SimpleBooleanProperty();
    private final ObservableList<SearchItem> items = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.BLANK);
    private final ReadOnlyObjectWrapper<List<String>> notes =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper stale = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper inOne = new ReadOnlyBooleanWrapper();

    /// Number of the newest question; read by the thread that answers an older one.
    private final AtomicLong asked = new AtomicLong();

    private Optional<ConversationId> open = Optional.empty();
    private Optional<Place> at = Optional.empty();
    private Optional<Reads.Lane> lane = Optional.empty();
    private SearchPage page = SearchPage.NONE;
    private String noDay = "";
    private int limit = PAGE;
    private boolean active;

    /// Where the person has jumped to last.
    private record Place(ConversationId conversation, long seq) {}

    public SearchViewModel(UiContext context) {
        this.context = context;
        this.names = new ConversationNames(context.texts(), context.me().account());
        this.words = new SearchWords(context.texts());
        typed.addListener(observable -> askAnew());
        everywhere.addListener(observable -> {
            inOne.set(isInOne());
            askAnew();
        });
    }

    Pin open() {
        Pins pins = new Pins();
        Reads.Lane opened = context.reads().lane();
        lane = Optional.of(opened);
        pins.add(opened);
        pins.add(context.hints().listen(this::onHint));
        pins.add(() -> lane = Optional.empty());
        pins.add(asked::incrementAndGet);
        askAnew();
        return pins;
    }

    /// Whether somebody sees what was found: then it follows what arrives.
    void setActive(boolean seen) {
        active = seen;
        if (seen) {
            refresh();
        }
    }

    /// The conversation on the screen; empty for none.
    void showIn(Optional<ConversationId> conversation) {
        open = conversation;
        inOne.set(isInOne());
        if (!everywhere.get()) {
            askAnew();
        }
    }

    private boolean isInOne() {
        return !everywhere.get() && open.isPresent();
    }

    private void onHint(Hint hint) {
        boolean mayChange =
                hint instanceof Hint.Timeline
                        || hint instanceof Hint.Search
                        || hint instanceof Hint.Status;
        if (mayChange && active && state.get() != State.BLANK) {
            stale.set(true);
        }
    }

    private void askAnew() {
        limit = PAGE;
        refresh();
    }

    /// Looks again, for as many as are shown.
    void refresh() {
        stale.set(false);
        long mine = asked.incrementAndGet();
        TypedQuery read = read();
        noDay = read.noDay();
        if (read.query().isBlank()) {
            page = SearchPage.NONE;
            items.clear();
            say(State.BLANK);
            return;
        }
        if (!noDay.isEmpty()) {
            say(state.get());
            return;
        }
        if (items.isEmpty()) {
            say(State.LOOKING);
        }
        ask(scoped(read.query()), limit, () -> asked.get() == mine, this::show);
    }

    private void ask(
            SearchQuery query, int most, BooleanSupplier wanted, Consumer<SearchPage> answer) {
        lane.ifPresent(reads ->
                reads.read(
                        () -> context.store().search(query, most, wanted),
                        found -> {
                            if (wanted.getAsBoolean()) {
                                answer.accept(found);
                            }
                        }));
    }

    private TypedQuery read() {
        ZonedDateTime now = context.times().local(context.times().now());
        return TypedQuery.of(
                typed.get(),
                new TypedQuery.Asker(
                        context.me().account().handle(), now.toLocalDate(), now.getZone()));
    }

    private SearchQuery scoped(SearchQuery query) {
        return isInOne() ? query.in(open.orElseThrow()) : query;
    }

    /// Shows more of what was found, if there is more.
    void more() {
        if (page.more() && limit < LIMIT_MAX && items.size() >= Math.min(limit, LIMIT_MAX)) {
            limit += PAGE;
            refresh();
        }
    }

    private void show(SearchPage found) {
        page = found;
        List<SearchItem> wanted = found.hits().stream().map(this::write).toList();
        ListDiff.apply(items, wanted, SearchItem::key);
        say(items.isEmpty() ? State.NOTHING : State.FOUND);
    }

    private void say(State next) {
        state.set(next);
        notes.set(words.notes(next, page, noDay, context.hints().status().pendingIn()));
    }

    private SearchItem write(SearchHit hit) {
        String title = names.titleOf(hit.conversation(), hit.title());
        String person = ConversationNames.nameOf(hit.author(), hit.authorName());
        String time = context.times().compact(hit.at());
        Excerpt excerpt = Excerpt.of(hit.text(), hit.marks());
        String spoken =
                words.spoken(person, title, context.times().sentence(hit.at()), excerpt.whole());
        return new SearchItem(
                hit.conversation(),
                hit.target(),
                hit.author().handle(),
                person,
                isInOne() ? "" : title,
                time,
                excerpt,
                spoken);
    }

    /// The person goes to a message that was found.
    void went(SearchItem item) {
        at = Optional.of(new Place(item.conversation(), item.target().seq()));
    }

    /// Looks for the next hit in the open conversation, around its end.
    ///
    /// @param older whether upwards in the timeline, or downwards
    void step(boolean older, Consumer<SearchItem> found) {
        SearchQuery query = read().query();
        if (open.isEmpty() || query.isBlank()) {
            return;
        }
        ConversationId here = open.get();
        long mine = asked.get();
        ask(
                query.in(here),
                LIMIT_MAX,
                () -> asked.get() == mine,
                hits -> next(hits.hits(), here, older).map(this::write).ifPresent(found));
    }

    /// @param hits the last of the log first
    private Optional<SearchHit> next(List<SearchHit> hits, ConversationId here, boolean older) {
        long seq =
                at.filter(place -> place.conversation().equals(here))
                        .map(Place::seq)
                        .orElse(older ? Long.MAX_VALUE : 0L);
        List<SearchHit> ordered = older ? hits : hits.reversed();
        return ordered.stream()
                .filter(hit -> older ? hit.target().seq() < seq : hit.target().seq() > seq)
                .findFirst()
                .or(() -> ordered.stream().findFirst());
    }

    /// Where the line of a message is; -1 if it has none.
    int indexOf(Target target) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).target().equals(target)) {
                return i;
            }
        }
        return -1;
    }

    public ObservableList<SearchItem> items() {
        return items;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /// Whether all conversations are looked through, or the open one.
    public BooleanProperty everywhereProperty() {
        return everywhere;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Sentences about what was found and what could not be looked at.
    public ReadOnlyObjectProperty<List<String>> notesProperty() {
        return notes.getReadOnlyProperty();
    }

    /// Whether something has changed since the last answer.
    public ReadOnlyBooleanProperty staleProperty() {
        return stale.getReadOnlyProperty();
    }

    /// Whether one conversation is looked through: then no line says which.
    public ReadOnlyBooleanProperty inOneProperty() {
        return inOne.getReadOnlyProperty();
    }
}
