package baton.desktop.ui;

import baton.desktop.runtime.ChangeHints;
import baton.desktop.runtime.Hint;
import baton.desktop.runtime.Inspection;
import baton.desktop.runtime.Intents;
import baton.desktop.runtime.Pin;
import baton.desktop.runtime.SyncStatus;
import baton.desktop.store.ConversationRow;
import baton.desktop.store.DeviceRow;
import baton.desktop.store.Quote;
import baton.desktop.store.Reach;
import baton.desktop.store.SearchHit;
import baton.desktop.store.SearchPage;
import baton.desktop.store.SearchQuery;
import baton.desktop.store.Since;
import baton.desktop.store.StoreReader;
import baton.desktop.store.Tick;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.desktop.ui.common.Me;
import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.model.Target;
import baton.model.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/// A device without disk and relay: store and hints over plain collections, changed by a test as a
/// relay would change it. What a window asks of [#intents] is noted in [#asked]. Any thread.
public final class SampleDevice implements StoreReader, ChangeHints {
    public static final AccountId ANA = new AccountId("ana");

    private final Map<ConversationId, SampleConversation> conversations = new LinkedHashMap<>();
    private final Map<AccountId, String> names = new LinkedHashMap<>();
    private final List<Consumer<Hint>> listeners = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<DeviceRow> devices = new ArrayList<>();
    private Instant now;
    private final Map<String, String> settings = new TreeMap<>();
    private final SampleSearch search = new SampleSearch();
    private final SampleIntents intents = new SampleIntents(this);
    private final AtomicInteger onlookers = new AtomicInteger();
    private Inspection inspection = Inspection.NOTHING;
    private SyncStatus status;

    public SampleDevice(Instant now) {
        this.now = now;
        SyncStatus.Link online = new SyncStatus.Link.Online(now.minusSeconds(600));
        this.status = new SyncStatus(online, SyncStatus.Work.IDLE, now, 0, 0);
        name(ANA, "Ana Novak");
    }

    public Me me() {
        return new Me(ANA, "Ana Novak", new DeviceId("desk1"), "Desk-1");
    }

    /// What the window asked for, oldest first, for example `markRead g:… 12`.
    public List<String> asked() {
        return asked;
    }

    /// How many hint listeners are registered.
    public int listenerCount() {
        return listeners.size();
    }

    /// Whatever is read from now on stays unread.
    public void freeze() {
        intents.freeze();
    }

    /// What becomes of sends from now on.
    public void answerSends(Intents.Outcome outcome) {
        intents.answerSends(outcome);
    }

    public Intents intents() {
        return intents;
    }

    public synchronized Instant now() {
        return now;
    }

    public synchronized void tick(Instant moment) {
        now = moment;
    }

    public synchronized void name(AccountId account, String name) {
        names.put(account, name);
    }

    public synchronized void open(ConversationId id, String title, List<AccountId> members) {
        SampleConversation conversation = of(id);
        conversation.title = title;
        conversation.members = List.copyOf(members);
    }

    /// An event from the relay.
    public Event arrive(ConversationId id, AccountId author, Instant at, EventBody body) {
        Event event;
        synchronized (this) {
            event = of(id).append(author, at, body);
        }
        tell(new Hint.Timeline(id, event.seq(), event.seq()));
        tell(new Hint.Conversation(id));
        return event;
    }

    public Event say(ConversationId id, AccountId author, Instant at, String text) {
        return arrive(id, author, at, new EventBody.Message(text));
    }

    /// Messages that exist and are not on this device.
    public synchronized void skip(ConversationId id, long messages) {
        of(id).skip(messages);
    }

    /// The account read up to `seq` on another device.
    public void readElsewhere(ConversationId id, long seq) {
        synchronized (this) {
            of(id).readSeq = seq;
        }
        tell(new Hint.Conversation(id));
    }

    public void receipts(ConversationId id, long deliveredUpTo, long readUpTo) {
        long head;
        synchronized (this) {
            of(id).deliveredUpTo = deliveredUpTo;
            of(id).readByOthersUpTo = readUpTo;
            head = of(id).head;
        }
        tell(new Hint.Timeline(id, 1, head));
    }

    /// The text in the composer of another device, or kept text of this one.
    public void draft(ConversationId id, ConversationRow.Draft draft) {
        synchronized (this) {
            of(id).draft = draft;
        }
        tell(new Hint.Conversation(id));
    }

    /// A row of the outbox as the relay left it.
    public void pending(ConversationId id, Instant at, String text, Tick tick, String code) {
        pending(id, at, new EventBody.Message(text), tick, code, 0);
    }

    /// @param seen newest seq that the window had shown
    public void pending(
            ConversationId id, Instant at, EventBody body, Tick tick, String code, long seen) {
        synchronized (this) {
            SampleConversation conversation = of(id);
            long clientSeq = ++conversation.clientSeq;
            MessageId messageId = MessageId.of(at.toEpochMilli(), clientSeq, clientSeq);
            conversation.pending.add(
                    new TimelineRow.Pending(
                            id, clientSeq, messageId, body, at, tick, code, Quote.NONE, seen));
        }
        tell(new Hint.Outbox(id));
        tell(new Hint.Conversation(id));
    }

    /// The relay stored everything that waits.
    public void deliverPending(ConversationId id) {
        List<TimelineRow.Pending> rows;
        synchronized (this) {
            rows = List.copyOf(of(id).pending);
            of(id).pending.clear();
        }
        rows.forEach(row -> arrive(id, ANA, row.at(), row.body()));
        tell(new Hint.Outbox(id));
    }

    public void status(SyncStatus next) {
        synchronized (this) {
            status = next;
        }
        tell(new Hint.Status(next));
    }

    public void device(DeviceRow row) {
        synchronized (this) {
            devices.removeIf(known -> known.id().equals(row.id()));
            devices.add(row);
        }
        tell(new Hint.Devices());
    }

    public void tell(Hint hint) {
        listeners.forEach(listener -> listener.accept(hint));
    }

    SampleConversation of(ConversationId id) {
        return conversations.computeIfAbsent(
                id,
                fresh -> {
                    SampleConversation made = new SampleConversation(fresh, ANA, names);
                    made.members = fresh.namedMembers();
                    return made;
                });
    }

    @Override
    public synchronized List<ConversationRow> conversations() {
        return conversations.values().stream()
                .map(SampleConversation::row)
                .sorted(Comparator.comparing((ConversationRow row) -> row.last().at()).reversed())
                .toList();
    }

    @Override
    public synchronized Optional<ConversationRow> conversation(ConversationId id) {
        return Optional.ofNullable(conversations.get(id)).map(SampleConversation::row);
    }

    @Override
    public synchronized TimelinePage timelineUpTo(ConversationId id, long upTo, int limit) {
        return conversations.containsKey(id)
                ? of(id).upTo(upTo, limit)
                : new TimelinePage(List.of(), true, true);
    }

    @Override
    public synchronized TimelinePage timelineFrom(ConversationId id, long from, int limit) {
        return conversations.containsKey(id)
                ? of(id).from(from, limit)
                : new TimelinePage(List.of(), true, true);
    }

    @Override
    public synchronized Since since(ConversationId id, Instant moment) {
        return conversations.containsKey(id) ? of(id).since(moment) : new Since.Beyond();
    }

    /// Messages that were missing come from the relay, each said at the time of its seq.
    public void fetched(ConversationId id, long from, long to, LongFunction<Instant> at) {
        synchronized (this) {
            of(id).fetched(from, to, at);
        }
        tell(new Hint.Timeline(id, from, to));
    }

    @Override
    public synchronized List<Wording> history(ConversationId id, Target message) {
        return of(id).history(message);
    }

    @Override
    public synchronized Reach reach(ConversationId id, long seq) {
        return of(id).reach(seq, devices);
    }

    @Override
    public synchronized String setting(String name, String scope) {
        return scope.isEmpty()
                ? settings.getOrDefault(name, "")
                : of(new ConversationId(scope)).settings.getOrDefault(name, "");
    }

    @Override
    public synchronized List<Register.Setting> settings() {
        List<Register.Setting> all = new ArrayList<>();
        settings.forEach((name, value) -> all.add(new Register.Setting(name, "", value)));
        return all;
    }

    /// A setting as this or another device set it.
    public void set(String name, String scope, String value) {
        synchronized (this) {
            if (scope.isEmpty()) {
                settings.put(name, value);
            } else {
                of(new ConversationId(scope)).settings.put(name, value);
            }
        }
        tell(new Hint.Settings(name, scope));
        if (!scope.isEmpty()) {
            tell(new Hint.Conversation(new ConversationId(scope)));
        }
    }

    /// The relay keeps nothing below that many events any more.
    public synchronized void floor(ConversationId id, long events) {
        of(id).shift(events);
    }

    public void guard(ConversationId id, boolean on) {
        synchronized (this) {
            of(id).guarded = on;
        }
        tell(new Hint.Conversation(id));
    }

    public void claim(ConversationId id, Claim claim) {
        synchronized (this) {
            of(id).claim = claim;
        }
        tell(new Hint.Conversation(id));
    }

    @Override
    public SearchPage search(SearchQuery query, int limit, BooleanSupplier wanted) {
        return search.page(query, limit, wanted, this::searched);
    }

    private synchronized List<SearchHit> searched(SearchQuery query) {
        return conversations.values().stream()
                .flatMap(conversation -> SampleSearch.hits(conversation, query).stream())
                .sorted(Comparator.comparing(SearchHit::at).reversed())
                .toList();
    }

    /// What was looked for, oldest first.
    public List<SearchQuery> searches() {
        return search.asked();
    }

    /// Told of each search before it is answered, and whether it is still wanted.
    public void onSearch(BiConsumer<SearchQuery, BooleanSupplier> listener) {
        search.onSearch(listener);
    }

    /// What searches say beside their hits from now on.
    public void searchLimits(SearchPage limits) {
        search.limits(limits);
    }

    @Override
    public synchronized List<DeviceRow> devices() {
        return List.copyOf(devices);
    }

    @Override
    public synchronized List<TimelineRow.Pending> outbox() {
        return conversations.values().stream().flatMap(c -> c.pending.stream()).toList();
    }

    @Override
    public Pin listen(Consumer<Hint> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public synchronized SyncStatus status() {
        return status;
    }

    /// What a look inside shows from now on.
    public synchronized void inspection(Inspection next) {
        inspection = next;
    }

    /// How many look inside.
    public int onlookers() {
        return onlookers.get();
    }

    @Override
    public Inspecting inspect() {
        onlookers.incrementAndGet();
        return new Inspecting() {
            @Override
            public Inspection now() {
                synchronized (SampleDevice.this) {
                    return inspection;
                }
            }

            @Override
            public void close() {
                onlookers.decrementAndGet();
            }
        };
    }
}
