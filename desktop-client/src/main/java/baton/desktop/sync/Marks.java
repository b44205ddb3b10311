package baton.desktop.sync;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Rank;
import baton.model.Register;
import baton.model.Span;
import baton.model.Tally;
import baton.protocol.ClientFrame;
import baton.rules.RegisterMerge;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// How far the account has read and how far this device has stored. A read mark set here stays in
/// the store until the feed confirms or passes it; both kinds travel apart from messages, the first
/// at once, then at most one batch a second.
final class Marks {
    private static final int BATCH_MAX = 100;
    private static final Duration SPACING = Duration.ofSeconds(1);

    private final AccountId account;
    private final Ledger ledger;
    private final Effects effects;
    private final TreeSet<ConversationId> reads = new TreeSet<>();
    private final TreeSet<ConversationId> stored = new TreeSet<>();
    private final Map<ConversationId, Long> toldStored = new TreeMap<>();
    private Instant nextBatch = Instant.MIN;

    Marks(AccountId account, Ledger ledger, Effects effects) {
        this.account = account;
        this.ledger = ledger;
        this.effects = effects;
    }

    void opened() {
        toldStored.clear();
        stored.clear();
        ledger.conversations().forEach(this::touch);
        sayReadsAgain();
        nextBatch = Instant.MIN;
    }

    /// What the feed has not confirmed by now is said once more.
    void sayReadsAgain() {
        ledger.localReads().forEach(read -> reads.add(read.conversation()));
    }

    void markRead(ConversationId conversation, long seq, Tally atSeq) {
        Register.Read now = ledger.read(conversation);
        if (seq > now.seq() && seq <= ledger.newest(conversation)) {
            put(conversation, now.generation(), seq, atSeq);
        }
    }

    void markUnread(ConversationId conversation, long seq, Tally before) {
        Register.Read now = ledger.read(conversation);
        if (seq >= 1 && seq - 1 < now.seq()) {
            put(conversation, now.generation() + 1, seq - 1, before);
        }
    }

    /// Everything that the directory knows of was read; told in batches like any other mark.
    void markAllRead() {
        for (Register.Head head : ledger.all(Register.Head.class)) {
            markRead(head.conversation(), head.seq(), head.tally());
        }
    }

    /// The registers are about to be forgotten, and nothing is cut yet: how far the account had
    /// read is kept as a mark of this device, up to where the relay's log is known to be the same.
    /// What comes after it may stand elsewhere from now on, so it counts as unread once more rather
    /// than never; where the logs part before the mark, whatever mark the relay still has.
    void keep(Map<ConversationId, Place> common) {
        Map<ConversationId, Register.Read> kept = new TreeMap<>();
        ledger.all(Register.Read.class).forEach(read -> kept.put(read.conversation(), read));
        ledger.localReads()
                .forEach(local -> kept.merge(local.conversation(), local, RegisterMerge::farther));
        kept.forEach((conversation, read) -> {
            Place place = common.getOrDefault(conversation, Comparison.NOTHING);
            if (place.seq() > 0) {
                long held = ledger.spans(conversation).newest();
                boolean isParted = place.seq() < Math.min(read.seq(), held);
                long generation = read.generation() + (isParted ? 1 : 0);
                ledger.write(new StoreChange.LocalReadPut(upTo(place, read, generation)));
            } else if (ledger.localRead(conversation).isPresent()) {
                ledger.write(new StoreChange.LocalReadRemoved(conversation));
            }
        });
    }

    private static Register.Read upTo(Place place, Register.Read read, long generation) {
        long count = Math.min(read.count(), place.count());
        return new Register.Read(
                read.conversation(),
                generation,
                Math.min(read.seq(), place.seq()),
                count,
                Math.min(read.own(), count));
    }

    private void put(ConversationId conversation, long generation, long seq, Tally tally) {
        ledger.write(
                new StoreChange.LocalReadPut(
                        new Register.Read(
                                conversation, generation, seq, tally.count(), tally.own())));
        reads.add(conversation);
    }

    /// The feed may have confirmed a mark. The relay takes one up to where the account left: a
    /// leaving that came back after a loss may stand before what had been read.
    void confirmed(ConversationId conversation) {
        ledger.localRead(conversation)
                .filter(local -> isTold(local, Math.min(local.seq(), ledger.leaving(conversation))))
                .ifPresent(local -> {
                    ledger.write(new StoreChange.LocalReadRemoved(conversation));
                    reads.remove(conversation);
                });
    }

    private boolean isTold(Register.Read local, long seq) {
        Rank told = ledger.confirmedRead(local.conversation()).rank().orElseThrow();
        return told.compareTo(new Rank(local.generation(), seq)) >= 0;
    }

    /// What is held of a conversation changed, or what others know of it.
    void touch(ConversationId conversation) {
        confirmed(conversation);
        if (storedTo(conversation) > toldOrKnown(conversation)) {
            stored.add(conversation);
        } else {
            stored.remove(conversation);
        }
    }

    private long toldOrKnown(ConversationId conversation) {
        long known = ledger.delivered(conversation, account);
        return Math.max(known, toldStored.getOrDefault(conversation, 0L));
    }

    /// How far everything is on some device of the account: what was reported before, and what this
    /// one holds without a gap from there on.
    private long storedTo(ConversationId conversation) {
        long known = ledger.delivered(conversation, account);
        long floor = ledger.info(conversation).map(Register.Info::floor).orElse(Long.MAX_VALUE);
        long next = Math.max(floor, known + 1);
        for (Span span : ledger.spans(conversation).spans()) {
            if (span.contains(next)) {
                return span.to();
            }
        }
        return known;
    }

    void pump(Instant at) {
        if ((reads.isEmpty() && stored.isEmpty()) || at.isBefore(nextBatch)) {
            return;
        }
        List<ClientFrame.ReadTo> readTo = new ArrayList<>();
        for (ConversationId conversation : first(reads)) {
            ledger.localRead(conversation)
                    .ifPresent(read ->
                            readTo.add(
                                    new ClientFrame.ReadTo(
                                            conversation, read.generation(), read.seq())));
        }
        List<ClientFrame.StoredTo> storedTo = new ArrayList<>();
        for (ConversationId conversation : first(stored)) {
            long seq = storedTo(conversation);
            storedTo.add(new ClientFrame.StoredTo(conversation, seq));
            toldStored.put(conversation, seq);
        }
        effects.transmit(new ClientFrame.Mark(readTo, storedTo));
        nextBatch = at.plus(SPACING);
    }

    private static List<ConversationId> first(Set<ConversationId> waiting) {
        List<ConversationId> taken = new ArrayList<>();
        Iterator<ConversationId> each = waiting.iterator();
        while (each.hasNext() && taken.size() < BATCH_MAX) {
            taken.add(each.next());
            each.remove();
        }
        return taken;
    }

    Instant due() {
        return reads.isEmpty() && stored.isEmpty() ? Instant.MAX : nextBatch;
    }
}
