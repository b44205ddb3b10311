package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.SpanSet;
import baton.rules.RegisterMerge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The engine's copy of what the store holds: equal to it after every commit. All changes go
/// through [#write], which applies a change here and asks for it to be stored, so the two cannot
/// part.
final class Ledger {
    private static final NavigableMap<Long, OutboxRow> NO_ROWS =
            Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final Effects effects;
    private final Map<String, Revised> registers = new TreeMap<>();
    private final Map<ConversationId, SpanSet> spans;
    private final Map<ConversationId, Long> lastClientSeq;
    private final NavigableMap<ConversationId, NavigableMap<Long, OutboxRow>> outbox =
            new TreeMap<>();
    private final Map<ConversationId, Register.Read> localReads = new TreeMap<>();
    private final Map<ConversationId, LocalDraft> localDrafts = new TreeMap<>();
    private final Map<String, LocalSetting> localSettings = new TreeMap<>();
    private long epoch;
    private long cursor;

    Ledger(StoreSnapshot snapshot, Effects effects) {
        this.effects = effects;
        this.cursor = snapshot.cursor();
        snapshot.registers().forEach(value -> registers.put(value.register().key(), value));
        this.spans = new TreeMap<>(snapshot.spans());
        this.lastClientSeq = new TreeMap<>(snapshot.lastClientSeq());
        snapshot.outbox().forEach(this::put);
        snapshot.local().reads().forEach(read -> localReads.put(read.conversation(), read));
        snapshot.local().drafts().forEach(draft -> localDrafts.put(draft.conversation(), draft));
        snapshot.local().settings().forEach(setting -> localSettings.put(setting.key(), setting));
        epoch = snapshot.epoch();
    }

    /// Applies a change to this copy and asks for it to be stored.
    void write(StoreChange change) {
        apply(change);
        effects.add(new SyncEffect.Commit(change));
    }

    private void apply(StoreChange change) {
        switch (change) {
            case StoreChange.EventsStored stored -> {}
            case StoreChange.BodiesGone gone -> {}
            case StoreChange.BodiesRecalled recalled -> {}
            case StoreChange.EventsSetAside set -> {}
            case StoreChange.AsideRemoved gone -> {}
            case StoreChange.EpochSet set -> epoch = set.epoch();
            case StoreChange.RegistersForgotten forgotten -> registers.clear();
            case StoreChange.LocalSettingPut put ->
                    localSettings.put(put.setting().key(), put.setting());
            case StoreChange.LocalSettingRemoved gone -> localSettings.remove(gone.key());
            case StoreChange.SpansSet set -> spans.put(set.conversation(), set.spans());
            case StoreChange.RegisterSet set ->
                    registers.put(set.value().register().key(), set.value());
            case StoreChange.CursorSet set -> cursor = set.revision();
            case StoreChange.OutboxPut put -> put(put.row());
            case StoreChange.OutboxRemoved gone -> remove(gone.conversation(), gone.clientSeq());
            case StoreChange.ClientSeqUsed used ->
                    lastClientSeq.merge(used.conversation(), used.clientSeq(), Math::max);
            case StoreChange.LocalReadPut put ->
                    localReads.put(put.read().conversation(), put.read());
            case StoreChange.LocalReadRemoved gone -> localReads.remove(gone.conversation());
            case StoreChange.LocalDraftPut put ->
                    localDrafts.put(put.draft().conversation(), put.draft());
            case StoreChange.LocalDraftRemoved gone -> localDrafts.remove(gone.conversation());
            case StoreChange.DraftCopyKept kept -> {}
            case StoreChange.DraftCopyRemoved gone -> {}
        }
    }

    private void put(OutboxRow row) {
        outbox.computeIfAbsent(row.conversation(), key -> new TreeMap<>())
                .put(row.clientSeq(), row);
    }

    private void remove(ConversationId conversation, long clientSeq) {
        NavigableMap<Long, OutboxRow> rows = outbox.getOrDefault(conversation, NO_ROWS);
        if (rows.containsKey(clientSeq)) {
            rows.remove(clientSeq);
        }
        if (rows.isEmpty()) {
            outbox.remove(conversation);
        }
    }

    /// The epoch of the relay's store that all of this goes by; 0 if none was ever named.
    long epoch() {
        return epoch;
    }

    long cursor() {
        return cursor;
    }

    Optional<Revised> register(String key) {
        return Optional.ofNullable(registers.get(key));
    }

    Optional<Register.Head> head(ConversationId conversation) {
        return as("head/" + conversation, Register.Head.class);
    }

    /// Newest seq of a log that this device knows of; nobody can have seen more on it.
    long newest(ConversationId conversation) {
        long told = headOfThisLog(conversation).map(Register.Head::seq).orElse(0L);
        return Math.max(told, spans(conversation).newest());
    }

    Optional<Register.Info> info(ConversationId conversation) {
        return as("info/" + conversation, Register.Info.class);
    }

    Register.Notable notable(ConversationId conversation) {
        return as("notable/" + conversation, Register.Notable.class)
                .orElse(new Register.Notable(conversation, 0, 0, List.of(), List.of()));
    }

    /// How far the account has read, by the feed and by what was done here.
    Register.Read read(ConversationId conversation) {
        Register.Read confirmed = confirmedRead(conversation);
        return localRead(conversation)
                .map(local -> RegisterMerge.farther(confirmed, local))
                .orElse(confirmed);
    }

    /// How far the account has read, by the feed alone.
    Register.Read confirmedRead(ConversationId conversation) {
        return as("read/" + conversation, Register.Read.class)
                .orElse(new Register.Read(conversation, 0, 0, 0, 0));
    }

    long delivered(ConversationId conversation, AccountId by) {
        return as("delivered/" + conversation + "/" + by, Register.Delivered.class)
                .map(Register.Delivered::seq)
                .orElse(0L);
    }

    private <T extends Register> Optional<T> as(String key, Class<T> type) {
        return register(key).map(Revised::register).filter(type::isInstance).map(type::cast);
    }

    SpanSet spans(ConversationId conversation) {
        return spans.getOrDefault(conversation, SpanSet.EMPTY);
    }

    /// Whether the log will bring the event at a seq that it has: one that is missing here, and
    /// that this account may see.
    boolean isToCome(ConversationId conversation, long seq) {
        long floor = infoOfThisLog(conversation).map(Register.Info::floor).orElse(0L);
        boolean isVisible = floor <= seq && seq <= leaving(conversation);
        return seq > 0 && isVisible && !spans(conversation).contains(seq);
    }

    /// Whether a row has done its work although its event is not held: that will not come any more,
    /// or the relay had it where all history is gone by rule.
    boolean isDone(OutboxRow row) {
        return switch (row.state()) {
            case OutboxRow.State.Acked acked -> !isToCome(row.conversation(), acked.seq());
            case OutboxRow.State.Failed _ ->
                    infoOfThisLog(row.conversation())
                            .filter(info -> 0 < row.taken() && row.taken() < info.floor())
                            .isPresent();
            case OutboxRow.State.Waiting _ -> false;
        };
    }

    /// Seq by which the account left, the last one that it may see; beyond all while it has not, or
    /// nobody says where.
    long leaving(ConversationId conversation) {
        return infoOfThisLog(conversation)
                .filter(Register.Info::left)
                .flatMap(info -> headOfThisLog(conversation))
                .map(Register.Head::seq)
                .filter(seq -> seq > 0)
                .orElse(Long.MAX_VALUE);
    }

    /// One of an earlier epoch may speak of a log that is lost, and its floor of seqs that are
    /// taken anew; the relay is about to tell of the log that is there.
    private Optional<Register.Info> infoOfThisLog(ConversationId conversation) {
        return info(conversation).filter(info -> info.epoch() >= epoch);
    }

    /// As [#infoOfThisLog].
    private Optional<Register.Head> headOfThisLog(ConversationId conversation) {
        return head(conversation).filter(head -> head.epoch() >= epoch);
    }

    /// Every conversation of which something is held.
    Map<ConversationId, SpanSet> held() {
        Map<ConversationId, SpanSet> held = new TreeMap<>(spans);
        held.values().removeIf(set -> set.newest() == 0);
        return held;
    }

    /// Every register of one kind.
    <T extends Register> List<T> all(Class<T> kind) {
        return revised(kind).map(Revised::register).map(kind::cast).toList();
    }

    /// Every register of one kind, with its revision.
    Stream<Revised> revised(Class<? extends Register> kind) {
        return registers.values().stream().filter(value -> kind.isInstance(value.register()));
    }

    List<LocalSetting> localSettings() {
        return List.copyOf(localSettings.values());
    }

    /// Every conversation that has a head or of which something is held.
    List<ConversationId> conversations() {
        TreeMap<ConversationId, Boolean> all = new TreeMap<>();
        spans.keySet().forEach(conversation -> all.put(conversation, true));
        for (Revised value : registers.values()) {
            if (value.register() instanceof Register.Head head) {
                all.put(head.conversation(), true);
            }
        }
        return List.copyOf(all.keySet());
    }

    /// Those and every other one that this device has anything to say of.
    Set<ConversationId> named() {
        Set<ConversationId> all = new TreeSet<>(conversations());
        all.addAll(outbox.keySet());
        all.addAll(localReads.keySet());
        all.addAll(localDrafts.keySet());
        return all;
    }

    long lastClientSeq(ConversationId conversation) {
        return lastClientSeq.getOrDefault(conversation, 0L);
    }

    /// The rows of one conversation in the order of their clientSeq; a view.
    NavigableMap<Long, OutboxRow> outbox(ConversationId conversation) {
        return outbox.getOrDefault(conversation, NO_ROWS);
    }

    Optional<OutboxRow> row(ConversationId conversation, long clientSeq) {
        return Optional.ofNullable(outbox(conversation).get(clientSeq));
    }

    List<OutboxRow> allRows() {
        List<OutboxRow> all = new ArrayList<>();
        outbox.values().forEach(rows -> all.addAll(rows.values()));
        return all;
    }

    Optional<Register.Read> localRead(ConversationId conversation) {
        return Optional.ofNullable(localReads.get(conversation));
    }

    boolean hasLocalSetting(String key) {
        return localSettings.containsKey(key);
    }

    List<Register.Read> localReads() {
        return List.copyOf(localReads.values());
    }

    Optional<LocalDraft> localDraft(ConversationId conversation) {
        return Optional.ofNullable(localDrafts.get(conversation));
    }

    List<LocalDraft> localDrafts() {
        return List.copyOf(localDrafts.values());
    }
}
