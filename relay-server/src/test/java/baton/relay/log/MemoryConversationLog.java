package baton.relay.log;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import baton.relay.node.MemoryCluster;
import baton.relay.node.NodeId;
import baton.rules.LogDigest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The in-memory twin of the logs in Redis, as one node sees them; outcomes come at once. For one
/// thread.
public final class MemoryConversationLog implements ConversationLog {
    private static final Proofs PROOFS =
            new Proofs("the secret of every relay in memory".getBytes(StandardCharsets.UTF_8));

    private final Disk disk;
    private final MemoryCluster cluster;
    private final NodeId self;
    private final FrameCodec codec = new FrameCodec();
    private final TallyScan scan = new TallyScan(codec);
    private final RecountScan recount = new RecountScan(codec);

    /// The logs themselves, shared by all nodes.
    public static final class Disk {
        private final Map<ConversationId, Kept> logs = new TreeMap<>();

        /// Every event of a conversation, oldest first.
        public List<StoredEvent> events(ConversationId conversation) {
            return logs.containsKey(conversation)
                    ? List.copyOf(logs.get(conversation).events)
                    : List.of();
        }
    }

    private static final class Kept {
        private final List<StoredEvent> events = new ArrayList<>();
        private final Map<AccountId, Membership> members = new TreeMap<>();
        private final Map<String, Sender> senders = new TreeMap<>();
        private String title = "";
        private long version;
        private LogState.Announced announced = LogState.Announced.NOTHING;

        private long head() {
            return events.size();
        }

        private boolean has(AccountId account) {
            return members.containsKey(account) && members.get(account).isMember();
        }

        private long size() {
            return members.values().stream().filter(Membership::isMember).count();
        }
    }

    private static final class Sender {
        private long fence;
        private long last;
        private final Map<Long, AppendOutcome> outcomes = new TreeMap<>();
    }

    public MemoryConversationLog(Disk disk, MemoryCluster cluster, NodeId self) {
        this.disk = disk;
        this.cluster = cluster;
        this.self = self;
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
    public void offer(ConversationId conversation, Event event, Consumer<AppendOutcome> outcome) {
        outcome.accept(
                PROOFS.vouchFor(conversation, event)
                        ? decide(Incoming.offered(conversation, event), Optional.empty())
                        : new AppendOutcome.Refused(Refusal.OFFER_REFUSED));
    }

    private long epoch() {
        return cluster.epoch().current();
    }

    private AppendOutcome decide(Incoming incoming, Optional<Refusal> verdict) {
        Event event = incoming.event();
        cluster.announcing(self).add(incoming.conversation());
        Kept kept = disk.logs.computeIfAbsent(incoming.conversation(), _ -> new Kept());
        Sender sender = kept.senders.computeIfAbsent(event.device().value(), _ -> new Sender());
        if (!incoming.isOffered() && incoming.fence() < sender.fence) {
            return new AppendOutcome.Refused(Refusal.SESSION_REPLACED);
        }
        if (event.clientSeq() <= sender.last && sender.outcomes.containsKey(event.clientSeq())) {
            return answered(sender.outcomes.get(event.clientSeq()));
        }
        if (event.clientSeq() != sender.last + 1) {
            return new AppendOutcome.Expected(sender.last + 1);
        }
        Optional<Refusal> refusal = verdict.or(() -> refusalOf(incoming, kept));
        AppendOutcome outcome =
                refusal.<AppendOutcome>map(AppendOutcome.Refused::new)
                        .orElseGet(() -> store(incoming, kept));
        if (incoming.isOffered() && refusal.isPresent()) {
            return outcome;
        }
        sender.fence = Math.max(sender.fence, incoming.fence());
        sender.last = event.clientSeq();
        sender.outcomes.put(event.clientSeq(), recorded(outcome));
        sender.outcomes.remove(event.clientSeq() - OUTCOMES_KEPT);
        return outcome;
    }

    /// An acknowledgement names the epoch in which it is given.
    private AppendOutcome answered(AppendOutcome recorded) {
        return recorded instanceof AppendOutcome.Duplicate duplicate
                ? new AppendOutcome.Duplicate(epoch(), duplicate.seq(), duplicate.at())
                : recorded;
    }

    private static AppendOutcome recorded(AppendOutcome outcome) {
        return outcome instanceof AppendOutcome.Stored stored
                ? new AppendOutcome.Duplicate(stored.epoch(), stored.event().seq(), stored.at())
                : outcome;
    }

    private static Optional<Refusal> refusalOf(Incoming incoming, Kept kept) {
        boolean isNew = kept.head() == 0;
        Collection<AccountId> brought = incoming.brought();
        long joining = brought.stream().filter(account -> !kept.has(account)).count();
        boolean isInvited = incoming.body() instanceof EventBody.Invited;
        if (!isNew && incoming.body() instanceof EventBody.Created) {
            return Optional.of(Refusal.CONVERSATION_EXISTS);
        }
        if (isNew && (brought.isEmpty() || isInvited)) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (incoming.isOffered()) {
            return Optional.empty();
        }
        if (!isNew && !kept.has(incoming.event().author())) {
            return Optional.of(Refusal.NOT_A_MEMBER);
        }
        if (isInvited && joining == 0) {
            return Optional.of(Refusal.NOT_ALLOWED);
        }
        return kept.size() + joining > Limits.MEMBERS_MAX
                ? Optional.of(Refusal.TOO_MANY_MEMBERS)
                : Optional.empty();
    }

    private AppendOutcome store(Incoming append, Kept kept) {
        boolean isCountable = append.body().isCountable();
        long seq = kept.head() + 1;
        long before = kept.events.isEmpty() ? 0 : kept.events.getLast().count();
        long previous = kept.events.isEmpty() ? LogDigest.EMPTY : kept.events.getLast().digest();
        long digest = LogDigest.next(previous, seq, LogDigest.entryHash(append.event()));
        StoredEvent event =
                new StoredEvent(
                        seq,
                        before + (isCountable ? 1 : 0),
                        digest,
                        codec.encodeEntry(append.event()));
        boolean isChanged = join(append, kept, seq, before);
        kept.events.add(event);
        if (isCountable) {
            kept.members.computeIfPresent(
                    append.event().author(), (account, m) -> with(m, m.own() + 1, m.leave()));
        }
        isChanged |= leaveOrTitle(append, kept, event);
        kept.version += isChanged ? 1 : 0;
        return new AppendOutcome.Stored(epoch(), event, append.event().at(), kept.version);
    }

    private static boolean join(Incoming append, Kept kept, long seq, long countBefore) {
        boolean isChanged = false;
        for (AccountId account : append.brought()) {
            if (!kept.has(account)) {
                Membership fresh =
                        new Membership(account, seq, countBefore, 0, Membership.Leave.NONE);
                Membership old = kept.members.getOrDefault(account, fresh);
                kept.members.put(account, with(old, old.own(), Membership.Leave.NONE));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static boolean leaveOrTitle(Incoming append, Kept kept, StoredEvent event) {
        switch (append.body()) {
            case EventBody.Created created -> kept.title = created.title();
            case EventBody.Titled titled -> {
                kept.title = titled.title();
                return true;
            }
            case EventBody.Left left when kept.has(append.event().author()) -> {
                Membership.Leave leave =
                        new Membership.Leave(
                                event.seq(), event.count(), event.digest(), append.event().at());
                kept.members.computeIfPresent(
                        append.event().author(), (account, m) -> with(m, m.own(), leave));
                return true;
            }
            default -> {}
        }
        return false;
    }

    private static Membership with(Membership old, long own, Membership.Leave leave) {
        return new Membership(old.account(), old.floor(), old.floorCount(), own, leave);
    }

    @Override
    public Optional<LogPage> page(
            ConversationId conversation, AccountId account, long from, long to) {
        Optional<Kept> found = find(conversation);
        return found.flatMap(kept -> Optional.ofNullable(kept.members.get(account)))
                .map(membership -> {
                    Kept kept = found.orElseThrow();
                    long low = Math.max(from, membership.floor());
                    long high = Math.min(to, membership.newestVisible(kept.head()));
                    List<StoredEvent> events =
                            low > high ? List.of() : kept.events.subList((int) low - 1, (int) high);
                    return LogPage.endingAt(
                            epoch(), kept.head(), Math.max(high, low - 1), events.reversed());
                });
    }

    private Optional<Kept> find(ConversationId conversation) {
        return Optional.ofNullable(disk.logs.get(conversation)).filter(kept -> kept.head() > 0);
    }

    @Override
    public List<LogState> states(Collection<ConversationId> conversations) {
        return conversations.stream()
                .flatMap(conversation ->
                        find(conversation).map(kept -> state(conversation, kept)).stream())
                .toList();
    }

    private LogState state(ConversationId conversation, Kept kept) {
        return new LogState(
                conversation,
                epoch(),
                kept.events.getLast(),
                kept.title,
                kept.version,
                kept.announced,
                kept.members);
    }

    @Override
    public void announced(Collection<LogState> states) {
        for (LogState state : states) {
            find(state.conversation())
                    .ifPresent(kept ->
                            kept.announced =
                                    new LogState.Announced(
                                            Math.max(kept.announced.seq(), state.head()),
                                            Math.max(kept.announced.version(), state.version()),
                                            Math.max(kept.announced.epoch(), state.epoch())));
        }
    }

    @Override
    public Optional<LogDigests> digests(
            ConversationId conversation, AccountId account, long from, long to) {
        long last = Math.min(to, from + Limits.PAGE_EVENTS_MAX - 1);
        return page(conversation, account, from, last)
                .map(page ->
                        new LogDigests(
                                page.epoch(),
                                page.head(),
                                page.from(),
                                page.events().stream().map(StoredEvent::digest).toList()));
    }

    @Override
    public Optional<Recount> recount(ConversationId conversation, AccountId account, long read) {
        return recount.of(account, read, (from, to) -> page(conversation, account, from, to));
    }

    @Override
    public void settled(ConversationId conversation, long seq) {
        if (find(conversation).map(Kept::head).orElse(0L) <= seq) {
            cluster.announcing(self).remove(conversation);
        }
    }

    @Override
    public Tally tallyAt(
            ConversationId conversation, AccountId account, long seq, KnownTally known) {
        Optional<Kept> found = find(conversation);
        if (found.isEmpty()) {
            return Tally.ZERO;
        }
        LogState state = state(conversation, found.get());
        long own = state.of(account).map(Membership::own).orElse(0L);
        KnownTally head = new KnownTally(state.head(), new Tally(state.newest().count(), own));
        return scan.at(
                Math.min(seq, head.seq()),
                account,
                List.of(known, head),
                (from, to) -> found.get().events.subList((int) from - 1, (int) to));
    }
}
