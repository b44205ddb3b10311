package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.relay.node.MemoryCluster;
import baton.relay.node.NodeId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/// The in-memory twin of the logs in Redis, as one node sees them; outcomes come at once. For one
/// thread.
public final class MemoryConversationLog implements ConversationLog {
    private static final Proofs PROOFS =
            new Proofs("the secret of every relay in memory".getBytes(StandardCharsets.UTF_8));

    private final Disk disk;
    private final MemoryCluster cluster;
    private final NodeId self;
    private final FrameCodec codec;
    private final TallyScan scan;
    private final RecountScan recount;
    private final Previews previews;

    /// The logs themselves, shared by all nodes.
    public static final class Disk implements LogShelf {
        private final Map<ConversationId, MemoryLog> logs = new TreeMap<>();

        /// Everything, as it stands now.
        public Disk snapshot() {
            Disk copy = new Disk();
            logs.forEach((conversation, log) -> copy.logs.put(conversation, log.copy()));
            return copy;
        }

        /// Loses everything since a snapshot, which may be used again.
        public void rollBack(Disk snapshot) {
            logs.clear();
            logs.putAll(snapshot.snapshot().logs);
        }

        /// Loses what one conversation has got since a snapshot.
        public void rollBack(Disk snapshot, ConversationId conversation) {
            logs.remove(conversation);
            if (snapshot.logs.containsKey(conversation)) {
                logs.put(conversation, snapshot.logs.get(conversation).copy());
            }
        }

        /// Every event of a conversation that is kept, oldest first.
        public List<StoredEvent> events(ConversationId conversation) {
            return find(conversation)
                    .map(log -> log.events.range(log.events.floor(), log.events.head()))
                    .orElse(List.of());
        }

        /// Whether the log says that all members know all of it.
        public boolean isAnnounced(ConversationId conversation) {
            return find(conversation).map(MemoryLog::isAnnounced).orElse(true);
        }

        /// Whether everything was announced, and under this epoch.
        public boolean isAnnouncedIn(long epoch, ConversationId conversation) {
            return find(conversation).map(log -> log.isAnnouncedIn(epoch)).orElse(true);
        }

        private Optional<MemoryLog> find(ConversationId conversation) {
            return Optional.ofNullable(logs.get(conversation)).filter(log -> log.events.head() > 0);
        }

        @Override
        public Stretch walk(String from, KeptHistory kept, Instant now) {
            return new Stretch(
                    logs.keySet().stream()
                            .filter(conversation -> isDue(conversation, kept, now))
                            .toList(),
                    START);
        }

        private boolean isDue(ConversationId conversation, KeptHistory kept, Instant now) {
            return find(conversation).filter(log -> log.isToTrim(kept, now)).isPresent();
        }

        @Override
        public boolean trim(ConversationId conversation, KeptHistory kept, Instant now) {
            return find(conversation).map(log -> log.trim(kept, now, CHUNK)).orElse(false);
        }
    }

    public MemoryConversationLog(Disk disk, MemoryCluster cluster, NodeId self) {
        this(disk, cluster, self, new FrameCodec());
    }

    /// @param codec how entries are kept; the same for all nodes
    public MemoryConversationLog(Disk disk, MemoryCluster cluster, NodeId self, FrameCodec codec) {
        this.disk = disk;
        this.cluster = cluster;
        this.self = self;
        this.codec = codec;
        this.scan = new TallyScan(codec);
        this.recount = new RecountScan(codec);
        this.previews = new Previews(codec);
    }

    @Override
    public void append(Append append, Consumer<AppendOutcome> outcome) {
        outcome.accept(decide(Incoming.of(append, PROOFS), Optional.empty()));
    }

    @Override
    public void refuse(Append append, Refusal refusal, Consumer<AppendOutcome> outcome) {
        outcome.accept(decide(Incoming.of(append, PROOFS), Optional.of(refusal)));
    }

    @Override
    public void offer(Offer offer, Consumer<AppendOutcome> outcome) {
        outcome.accept(
                offer.isProven(PROOFS)
                        ? decide(Incoming.of(offer), Optional.empty())
                        : new AppendOutcome.Refused(Refusal.OFFER_REFUSED));
    }

    private AppendOutcome decide(Incoming incoming, Optional<Refusal> verdict) {
        cluster.announcing(self).add(incoming.conversation());
        return disk.logs
                .computeIfAbsent(incoming.conversation(), _ -> new MemoryLog(codec))
                .decide(incoming, verdict, epoch());
    }

    private long epoch() {
        return cluster.epoch().current();
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        Optional<MemoryLog> log = disk.find(conversation);
        return log.flatMap(found -> found.of(account))
                .map(member -> {
                    MemoryEvents events = log.orElseThrow().events;
                    long high = Math.min(to, member.newestVisible(events.head()));
                    long low = Math.max(from, member.floor());
                    long lowest = Math.max(low, high - Limits.PAGE_EVENTS_MAX + 1);
                    return LogPage.endingAt(
                            epoch(),
                            events.head(),
                            Math.max(high, Math.min(low - 1, to)),
                            low > high ? List.of() : events.range(lowest, high).reversed());
                });
    }

    @Override
    public Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to) {
        Optional<MemoryLog> log = disk.find(conversation);
        return log.flatMap(found -> found.of(account))
                .map(member -> {
                    MemoryEvents events = log.orElseThrow().events;
                    // Whoever left before the log's floor has a floor below it.
                    long floor = Math.max(member.floor(), events.floor());
                    long low = Math.max(from, floor - 1);
                    long high =
                            LongStream.of(
                                            to,
                                            member.newestVisible(events.head()),
                                            low + Limits.PROBE_PLACES_MAX - 1)
                                    .min()
                                    .orElseThrow();
                    return new LogDigests(
                            epoch(),
                            events.head(),
                            low,
                            LongStream.rangeClosed(low, high).mapToObj(events::digestAt).toList());
                });
    }

    @Override
    public Optional<Recount> recount(ConversationId conversation, AccountId account, long read) {
        return recount.of(account, read, (from, to) -> page(conversation, account, from, to));
    }

    @Override
    public List<LogState> states(Collection<ConversationId> conversations) {
        return conversations.stream()
                .flatMap(conversation ->
                        disk
                                .find(conversation)
                                .map(log -> log.state(conversation, epoch(), previews))
                                .stream())
                .toList();
    }

    @Override
    public void announced(Collection<LogState> states) {
        for (LogState state : states) {
            disk.find(state.conversation()).ifPresent(log -> log.announce(state));
        }
    }

    @Override
    public void retell(Collection<ConversationId> conversations) {
        conversations.forEach(conversation -> disk.find(conversation).ifPresent(MemoryLog::retell));
    }

    @Override
    public void settled(ConversationId conversation, long seq) {
        if (disk.find(conversation).map(log -> log.events.head()).orElse(0L) <= seq) {
            cluster.announcing(self).remove(conversation);
        }
    }

    @Override
    public KnownTally tallyAt(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        Optional<MemoryLog> log = disk.find(conversation);
        Optional<Membership> member = log.flatMap(found -> found.of(account));
        if (member.isEmpty()) {
            return KnownTally.START;
        }
        MemoryEvents events = log.get().events;
        KnownTally head =
                new KnownTally(events.head(), new Tally(events.count(), member.get().own()));
        return scan.at(
                        Math.min(seq, head.seq()),
                        account,
                        member.get().beforeFloor(),
                        List.of(known, head),
                        events::range)
                .orElseThrow();
    }
}
