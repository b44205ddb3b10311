package baton.simulation;

import baton.desktop.store.Store;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.LocalSetting;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.Place;
import baton.desktop.sync.Recount;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import baton.model.MessageId;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Span;
import baton.model.SpanSet;
import baton.model.Tally;
import baton.rules.EventFold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// A store in memory that survives its device, written independently of the engine's own copy.
public class MemoryStore implements Store {
    long cursor;
    final Map<String, Revised> registers = new TreeMap<>();
    final Map<ConversationId, TreeMap<Long, Event>> events = new TreeMap<>();
    final Map<ConversationId, SpanSet> spans = new TreeMap<>();
    final Map<ConversationId, Long> clientSeqs = new TreeMap<>();
    final Map<Slot, OutboxRow> outbox = new TreeMap<>();
    final Map<ConversationId, Register.Read> localReads = new TreeMap<>();
    final Map<ConversationId, LocalDraft> localDrafts = new TreeMap<>();
    final Map<String, LocalSetting> localSettings = new TreeMap<>();
    final Map<ConversationId, Map<MessageId, Event>> aside = new TreeMap<>();
    private final Map<MessageId, AccountId> recalls = new HashMap<>();
    long epoch;
    final List<LocalDraft> copies = new ArrayList<>();
    private Optional<AccountId> owner = Optional.empty();

    /// The place of a row in the outbox.
    record Slot(ConversationId conversation, long clientSeq) implements Comparable<Slot> {
        @Override
        public int compareTo(Slot other) {
            int order = conversation.compareTo(other.conversation);
            return order == 0 ? Long.compare(clientSeq, other.clientSeq) : order;
        }
    }

    @Override
    public StoreSnapshot load() {
        return new StoreSnapshot(
                epoch,
                cursor,
                List.copyOf(registers.values()),
                new TreeMap<>(spans),
                edges(),
                new TreeSet<>(aside.keySet()),
                new TreeMap<>(clientSeqs),
                List.copyOf(outbox.values()),
                new StoreSnapshot.Local(
                        List.copyOf(localReads.values()),
                        List.copyOf(localDrafts.values()),
                        List.copyOf(localSettings.values())));
    }

    private Map<ConversationId, List<Place>> edges() {
        Map<ConversationId, List<Place>> edges = new TreeMap<>();
        spans.forEach((conversation, held) -> {
            List<Place> places = new ArrayList<>();
            for (Span span : held.spans()) {
                places.addAll(places(conversation, span.from(), span.from()));
                places.addAll(places(conversation, span.to(), span.to()));
            }
            edges.put(conversation, places);
        });
        return edges;
    }

    @Override
    public void commit(List<StoreChange> changes) {
        changes.forEach(this::apply);
    }

    /// Forgets everything.
    void clear() {
        cursor = 0;
        epoch = 0;
        localSettings.clear();
        aside.clear();
        recalls.clear();
        registers.clear();
        events.clear();
        spans.clear();
        clientSeqs.clear();
        outbox.clear();
        localReads.clear();
        localDrafts.clear();
        copies.clear();
    }

    void apply(StoreChange change) {
        switch (change) {
            case StoreChange.EventsStored stored ->
                    stored.events().forEach(event -> put(stored.conversation(), event));
            case StoreChange.BodiesGone gone ->
                    held(gone.conversation()).headMap(gone.floor(), false).clear();
            case StoreChange.BodiesRecalled recalled ->
                    recalled.seqs().forEach(seq -> recallAt(recalled.conversation(), seq));
            case StoreChange.EventsSetAside set -> setAside(set.conversation(), set.from());
            case StoreChange.AsideRemoved gone -> {
                Map<MessageId, Event> left = asideOf(gone.conversation());
                left.remove(gone.id());
                if (left.isEmpty()) {
                    aside.remove(gone.conversation());
                }
            }
            case StoreChange.EpochSet set -> {
                must(set.epoch() != epoch, "the epoch is the same");
                epoch = set.epoch();
            }
            case StoreChange.RegistersForgotten forgotten -> {
                registers.clear();
                cursor = 0;
            }
            case StoreChange.LocalSettingPut put ->
                    localSettings.put(put.setting().setting().key(), put.setting());
            case StoreChange.LocalSettingRemoved gone -> localSettings.remove(gone.key());
            case StoreChange.SpansSet set -> spans.put(set.conversation(), set.spans());
            case StoreChange.RegisterSet set -> put(set.value());
            case StoreChange.CursorSet set -> {
                must(set.revision() > cursor || set.revision() == 0, "the cursor moved back");
                cursor = set.revision();
            }
            case StoreChange.OutboxPut put -> outbox.put(key(put.row()), put.row());
            case StoreChange.OutboxRemoved gone ->
                    outbox.remove(new Slot(gone.conversation(), gone.clientSeq()));
            case StoreChange.ClientSeqUsed used ->
                    clientSeqs.merge(used.conversation(), used.clientSeq(), Math::max);
            case StoreChange.LocalReadPut put ->
                    localReads.put(put.read().conversation(), put.read());
            case StoreChange.LocalReadRemoved gone -> localReads.remove(gone.conversation());
            case StoreChange.LocalDraftPut put ->
                    localDrafts.put(put.draft().conversation(), put.draft());
            case StoreChange.LocalDraftRemoved gone -> localDrafts.remove(gone.conversation());
            case StoreChange.DraftCopyKept kept -> copies.add(kept.draft());
            case StoreChange.DraftCopyRemoved gone ->
                    copies.removeIf(copy -> copy.conversation().equals(gone.conversation()));
        }
    }

    @SuppressWarnings("NonApiType") // Its callers ask for ranges and for the last.
    private TreeMap<Long, Event> held(ConversationId conversation) {
        return events.computeIfAbsent(conversation, key -> new TreeMap<>());
    }

    private Map<MessageId, Event> asideOf(ConversationId conversation) {
        return aside.computeIfAbsent(conversation, key -> new LinkedHashMap<>());
    }

    /// How many events these changes set aside.
    long toSetAside(List<StoreChange> changes) {
        return changes.stream()
                .filter(StoreChange.EventsSetAside.class::isInstance)
                .map(StoreChange.EventsSetAside.class::cast)
                .mapToLong(set -> held(set.conversation()).tailMap(set.from(), true).size())
                .sum();
    }

    private void setAside(ConversationId conversation, long from) {
        Map<Long, Event> lost = held(conversation).tailMap(from, true);
        lost.values().forEach(event -> asideOf(conversation).putIfAbsent(event.id(), event));
        lost.clear();
    }

    private void put(ConversationId conversation, Event event) {
        Event before = held(conversation).get(event.seq());
        must(before == null || isSame(before, event), "one seq holds two events");
        if (before == null || event.body() instanceof EventBody.Gone) {
            held(conversation).put(event.seq(), buried(event));
        }
        if (event.body() instanceof EventBody.Recalled recalled) {
            recall(conversation, recalled.target().id(), event.author());
        }
    }

    private static boolean isSame(Event one, Event other) {
        return one.equals(other) || gone(one).equals(gone(other));
    }

    private static Event gone(Event event) {
        EventBody body = event.body();
        return body instanceof EventBody.Gone
                ? event
                : event.saying(new EventBody.Gone(body.kind(), body.isCountable()));
    }

    private boolean isRecalled(Event event) {
        return event.author().equals(recalls.get(wordsOf(event.id(), event.body())));
    }

    /// The message whose recall takes this text away.
    private static MessageId wordsOf(MessageId id, EventBody body) {
        return body instanceof EventBody.Edited edited ? edited.target().id() : id;
    }

    private static boolean isText(EventBody body) {
        return body instanceof EventBody.Message || body instanceof EventBody.Edited;
    }

    /// Takes the texts of a message away, wherever they are.
    void recall(ConversationId conversation, MessageId message, AccountId author) {
        recalls.put(message, author);
        held(conversation).replaceAll((seq, event) -> buried(event));
        aside.getOrDefault(conversation, new TreeMap<>()).replaceAll((id, event) -> buried(event));
        outbox.replaceAll((slot, row) -> buried(row));
    }

    private void recallAt(ConversationId conversation, long seq) {
        Event message = held(conversation).get(seq);
        if (message != null && message.body() instanceof EventBody.Message) {
            recall(conversation, message.id(), message.author());
        }
    }

    private Event buried(Event event) {
        return isText(event.body()) && isRecalled(event) ? gone(event) : event;
    }

    private OutboxRow buried(OutboxRow row) {
        boolean isOver =
                row.state() instanceof OutboxRow.State.Acked
                        && isText(row.body())
                        && recalls.containsKey(wordsOf(row.id(), row.body()));
        return isOver
                ? new OutboxRow(
                        row.conversation(),
                        row.clientSeq(),
                        row.id(),
                        row.seen(),
                        row.claim(),
                        new EventBody.Gone(row.body().kind(), row.body().isCountable()),
                        row.composedAt(),
                        row.state())
                : row;
    }

    private void put(Revised value) {
        Revised before = registers.put(value.register().key(), value);
        if (before != null) {
            boolean rises =
                    value.register()
                            .rank()
                            .map(rank -> rank.compareTo(before.register().rank().orElseThrow()) > 0)
                            .orElse(value.revision() > before.revision());
            must(rises, "a register moved back: " + value.register().key());
            must(!isLower(value.register(), before.register()), "the floor fell back");
        }
    }

    private static boolean isLower(Register young, Register old) {
        return young instanceof Register.Info now
                && old instanceof Register.Info before
                && now.epoch() == before.epoch()
                && now.floor() < before.floor();
    }

    private static void must(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private static Slot key(OutboxRow row) {
        return new Slot(row.conversation(), row.clientSeq());
    }

    /// The newest seq that this device knows of.
    long newest(ConversationId conversation) {
        Revised head = registers.get("head/" + conversation);
        return head != null && head.register() instanceof Register.Head known ? known.seq() : 0;
    }

    /// What this device knows of a conversation, if anything.
    Optional<Register.Info> info(ConversationId conversation) {
        return Optional.ofNullable(registers.get("info/" + conversation))
                .map(value -> (Register.Info) value.register());
    }

    /// How far the account has read, as far as this device knows or was told by its person.
    Rank readMark(ConversationId conversation) {
        Rank mark = new Rank(0, 0);
        Revised known = registers.get("read/" + conversation);
        if (known != null) {
            mark = known.register().rank().orElseThrow();
        }
        Register.Read local = localReads.get(conversation);
        if (local != null) {
            Rank here = local.rank().orElseThrow();
            mark = here.compareTo(mark) > 0 ? here : mark;
        }
        return mark;
    }

    /// As far as the events that are held tell; the relay counts for itself.
    @Override
    public Tally tallyAt(ConversationId conversation, long seq) {
        Event event = events.getOrDefault(conversation, new TreeMap<>()).get(seq);
        return event == null ? Tally.ZERO : new Tally(event.count(), 0);
    }

    @Override
    public List<Event> aside(ConversationId conversation) {
        return aside.getOrDefault(conversation, Map.of()).values().stream()
                .sorted(Comparator.comparingLong(Event::seq).thenComparing(Event::id))
                .toList();
    }

    @Override
    public List<Place> places(ConversationId conversation, long from, long to) {
        return events
                .getOrDefault(conversation, new TreeMap<>())
                .subMap(from, true, to, true)
                .values()
                .stream()
                .map(Place::of)
                .toList();
    }

    /// Says whose messages are not news to this store; until then those of nobody.
    void belongTo(AccountId account) {
        owner = Optional.of(account);
    }

    @Override
    public Recount recount(ConversationId conversation, long after, long upTo) {
        if (after >= upTo) {
            return new Recount(0, 0);
        }
        long unread = 0;
        long mentions = 0;
        for (Event event :
                events.getOrDefault(conversation, new TreeMap<>())
                        .subMap(after, false, upTo, true)
                        .values()) {
            if (event.body() instanceof EventBody.Message message
                    && !owner.equals(Optional.of(event.author()))) {
                unread++;
                mentions += namesOwner(conversation, after, event, message) ? 1 : 0;
            }
        }
        return new Recount(unread, mentions);
    }

    private boolean namesOwner(
            ConversationId conversation, long after, Event event, EventBody.Message message) {
        List<AccountId> named = message.mentions();
        for (Event one : held(conversation).tailMap(after, false).values()) {
            if (one.body() instanceof EventBody.Edited edited
                    && edited.target().id().equals(event.id())
                    && one.author().equals(event.author())) {
                named = edited.mentions();
            }
        }
        return owner.filter(named::contains).isPresent();
    }

    /// What a message says on the screen of this device.
    ///
    /// @param said what is held about it
    Folded shown(Event message, List<EventFold.Said> said) {
        return EventFold.of(message, said);
    }
}
