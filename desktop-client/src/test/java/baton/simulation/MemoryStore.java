package baton.simulation;

import baton.desktop.store.Store;
import baton.desktop.sync.LocalDraft;
import baton.desktop.sync.OutboxRow;
import baton.desktop.sync.StoreChange;
import baton.desktop.sync.StoreSnapshot;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import baton.model.Tally;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A store in memory that survives its device, written independently of the engine's own copy.
public class MemoryStore implements Store {
    long cursor;
    final Map<String, Revised> registers = new TreeMap<>();
    final Map<ConversationId, TreeMap<Long, Event>> events = new TreeMap<>();
    final Map<ConversationId, SpanSet> spans = new TreeMap<>();
    final Map<ConversationId, Long> clientSeqs = new TreeMap<>();
    final Map<String, OutboxRow> outbox = new TreeMap<>();
    final Map<ConversationId, Register.Read> localReads = new TreeMap<>();
    final Map<ConversationId, LocalDraft> localDrafts = new TreeMap<>();
    final List<LocalDraft> copies = new ArrayList<>();

    @Override
    public StoreSnapshot load() {
        return new StoreSnapshot(
                cursor,
                List.copyOf(registers.values()),
                new TreeMap<>(spans),
                new TreeMap<>(clientSeqs),
                List.copyOf(outbox.values()),
                List.copyOf(localReads.values()),
                List.copyOf(localDrafts.values()));
    }

    @Override
    public void commit(List<StoreChange> changes) {
        changes.forEach(this::apply);
    }

    void apply(StoreChange change) {
        switch (change) {
            case StoreChange.EventsStored stored ->
                    stored.events().forEach(event -> put(stored.conversation(), event));
            case StoreChange.SpansSet set -> spans.put(set.conversation(), set.spans());
            case StoreChange.RegisterSet set -> put(set.value());
            case StoreChange.CursorSet set -> {
                must(set.revision() > cursor, "the cursor moved back");
                cursor = set.revision();
            }
            case StoreChange.OutboxPut put -> outbox.put(key(put.row()), put.row());
            case StoreChange.OutboxRemoved gone ->
                    outbox.remove(key(gone.conversation(), gone.clientSeq()));
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

    private void put(ConversationId conversation, Event event) {
        Event before =
                events.computeIfAbsent(conversation, key -> new TreeMap<>())
                        .putIfAbsent(event.seq(), event);
        must(before == null || before.equals(event), "one seq holds two events");
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
        }
    }

    private static void must(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }

    private static String key(OutboxRow row) {
        return key(row.conversation(), row.clientSeq());
    }

    private static String key(ConversationId conversation, long clientSeq) {
        return conversation + " " + String.format("%019d", clientSeq);
    }

    /// As far as the events that are held tell; the relay counts for itself.
    @Override
    public Tally tallyAt(ConversationId conversation, long seq) {
        Event event = events.getOrDefault(conversation, new TreeMap<>()).get(seq);
        return event == null ? Tally.ZERO : new Tally(event.count(), 0);
    }
}
