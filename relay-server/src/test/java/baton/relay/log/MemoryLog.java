package baton.relay.log;

import baton.model.AccountId;
import baton.model.Claim;
import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Guard;
import baton.model.Limits;
import baton.model.MessageId;
import baton.model.Refusal;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/// One conversation in memory: what the scripts decide and write, in plain Java. For one thread.
final class MemoryLog {
    final MemoryEvents events;
    final MemoryNotables notables;
    private final Map<AccountId, Membership> members = new TreeMap<>();
    private final Map<AccountId, Long> own = new TreeMap<>();
    private final Map<AccountId, Long> ownBelow = new TreeMap<>();
    private final Map<String, Sender> senders = new TreeMap<>();
    private String title = "";
    private long version;
    private Guard guard = Guard.NONE;
    private Instant holderHeardAt = Instant.EPOCH;
    private LogState.Announced announced = LogState.Announced.NOTHING;

    private static final class Sender {
        private long fence;
        private long last;
        private final Map<Long, AppendOutcome> outcomes = new TreeMap<>();

        /// Numbers that were skipped and that nobody brought yet.
        private final Set<Long> open = new TreeSet<>();

        /// Where messages stand that were given back.
        private final Map<MessageId, Long> back = new HashMap<>();

        /// Whether a number up to the last one may still be decided.
        boolean isOpen(Incoming incoming) {
            long number = incoming.event().clientSeq();
            return open.contains(number) || wasRefused(incoming);
        }

        /// What the relay vouches for was stored once: whoever used up its number since has not
        /// taken it away.
        boolean wasRefused(Incoming incoming) {
            return incoming.isOffered()
                    && outcomes.get(incoming.event().clientSeq()) instanceof AppendOutcome.Refused;
        }

        void decide(long number, AppendOutcome outcome) {
            LongStream.range(last + 1, number).forEach(open::add);
            open.remove(number);
            last = Math.max(last, number);
            outcomes.keySet().removeIf(old -> old <= last - ConversationLog.OUTCOMES_KEPT);
            if (number > last - ConversationLog.OUTCOMES_KEPT) {
                outcomes.put(number, outcome);
            }
        }

        Sender copy() {
            Sender copy = new Sender();
            copy.fence = fence;
            copy.last = last;
            copy.outcomes.putAll(outcomes);
            copy.open.addAll(open);
            copy.back.putAll(back);
            return copy;
        }
    }

    MemoryLog(FrameCodec codec) {
        this(new MemoryEvents(codec), new MemoryNotables());
    }

    private MemoryLog(MemoryEvents events, MemoryNotables notables) {
        this.events = events;
        this.notables = notables;
    }

    /// The same, going its own way from now on.
    MemoryLog copy() {
        MemoryLog copy = new MemoryLog(events.copy(), notables.copy());
        copy.members.putAll(members);
        copy.own.putAll(own);
        copy.ownBelow.putAll(ownBelow);
        senders.forEach((device, sender) -> copy.senders.put(device, sender.copy()));
        copy.title = title;
        copy.version = version;
        copy.guard = guard;
        copy.holderHeardAt = holderHeardAt;
        copy.announced = announced;
        return copy;
    }

    AppendOutcome decide(Incoming incoming, Optional<Refusal> verdict, long epoch) {
        Event event = incoming.event();
        Sender sender = senders.computeIfAbsent(event.device().value(), _ -> new Sender());
        if (!incoming.isOffered() && incoming.fence() < sender.fence) {
            return new AppendOutcome.Refused(Refusal.SESSION_REPLACED);
        }
        Optional<AppendOutcome> known = outOfTurn(sender, incoming, epoch);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<AppendOutcome> twin =
                verdict.isPresent() ? Optional.empty() : twin(sender, incoming, epoch);
        if (twin.isPresent()) {
            sender.fence = Math.max(sender.fence, incoming.fence());
            sender.decide(event.clientSeq(), twin.get());
            return twin.get();
        }
        Optional<AppendOutcome.Refused> refusal =
                verdict.map(AppendOutcome.Refused::new).or(() -> refusalOf(incoming));
        if (incoming.isOffered() && refusal.isPresent()) {
            return refusal.get();
        }
        AppendOutcome outcome =
                refusal.<AppendOutcome>map(refused -> refused)
                        .orElseGet(() -> store(incoming, epoch));
        if (incoming.isOffered() && outcome instanceof AppendOutcome.Stored stored) {
            sender.back.put(event.id(), stored.event().seq());
        }
        sender.fence = Math.max(sender.fence, incoming.fence());
        sender.decide(event.clientSeq(), outcome);
        return outcome;
    }

    /// Where the same message stands already, if it was given back or, after a refusal, sent again.
    private Optional<AppendOutcome> twin(Sender sender, Incoming incoming, long epoch) {
        MessageId id = incoming.event().id();
        Optional<Long> seq =
                Optional.ofNullable(sender.back.get(id))
                        .or(() ->
                                sender.wasRefused(incoming) || incoming.isAgain()
                                        ? events.placeOf(id)
                                        : Optional.empty());
        return seq.map(place -> new AppendOutcome.Duplicate(epoch, place, incoming.event().at()));
    }

    /// What there is to say of a number that is decided already, or whose turn has not come.
    private static Optional<AppendOutcome> outOfTurn(Sender sender, Incoming incoming, long epoch) {
        long number = incoming.event().clientSeq();
        if (number <= sender.last && !sender.isOpen(incoming)) {
            if (sender.outcomes.containsKey(number)) {
                return Optional.of(answered(sender.outcomes.get(number), epoch));
            }
            return Optional.of(
                    incoming.isOffered()
                            ? new AppendOutcome.Duplicate(epoch, 0, incoming.event().at())
                            : new AppendOutcome.Expected(sender.last + 1));
        }
        return number > sender.last + 1 && !incoming.isOverGap()
                ? Optional.of(new AppendOutcome.Expected(sender.last + 1))
                : Optional.empty();
    }

    /// An acknowledgement names the epoch in which it is given.
    private static AppendOutcome answered(AppendOutcome recorded, long epoch) {
        return switch (recorded) {
            case AppendOutcome.Stored stored ->
                    new AppendOutcome.Duplicate(epoch, stored.event().seq(), stored.at());
            case AppendOutcome.Duplicate twin ->
                    new AppendOutcome.Duplicate(epoch, twin.seq(), twin.at());
            default -> recorded;
        };
    }

    private Optional<AppendOutcome.Refused> refusalOf(Incoming incoming) {
        Refusals refusals = new Refusals(this, incoming);
        return refusals.first()
                .map(refusal ->
                        new AppendOutcome.Refused(
                                refusal,
                                refusal == Refusal.STALE_REPLY ? refusals.newestOfOthers() : 0));
    }

    private AppendOutcome store(Incoming incoming, long epoch) {
        Event event = incoming.event();
        Optional<MemoryEvents.Found> about = events.find(MemoryEvents.targetOf(event.body()));
        EventBody body = events.isRecalled(event, about) ? goneOf(event.body()) : event.body();
        long seq = events.head() + 1;
        long before = events.count();
        boolean joined = join(incoming.brought(), seq, before);
        StoredEvent stored = events.add(event, body);
        own.merge(event.author(), body.isCountable() ? 1L : 0L, Long::sum);
        notables.stored(
                stored.seq(),
                event.author(),
                events.asEdited(event, body),
                about,
                members.keySet());
        boolean changed = takeEffect(event.author(), event.at(), body, stored);
        version += joined || changed ? 1 : 0;
        if (guard.claim().isHeldBy(event.author())) {
            holderHeardAt = event.at();
        }
        events.takeEffect(event, body, about);
        return new AppendOutcome.Stored(epoch, stored, event.at(), version);
    }

    private static EventBody goneOf(EventBody body) {
        return body instanceof EventBody.Gone
                ? body
                : new EventBody.Gone(body.kind(), body.isCountable());
    }

    private boolean join(Collection<AccountId> brought, long seq, long countBefore) {
        boolean isChanged = false;
        for (AccountId account : brought) {
            if (!has(account)) {
                Membership fresh =
                        new Membership(
                                account,
                                seq,
                                countBefore,
                                ownOf(account),
                                0,
                                Membership.Leave.NONE);
                Membership old = members.getOrDefault(account, fresh);
                members.put(account, with(old, Membership.Leave.NONE));
                isChanged = true;
            }
        }
        return isChanged;
    }

    private static Membership with(Membership old, Membership.Leave leave) {
        return new Membership(
                old.account(), old.floor(), old.floorCount(), old.floorOwn(), old.own(), leave);
    }

    private boolean takeEffect(AccountId author, Instant at, EventBody body, StoredEvent stored) {
        switch (body) {
            case EventBody.Created created -> title = created.title();
            case EventBody.Titled titled -> {
                title = titled.title();
                return true;
            }
            case EventBody.Left left -> {
                if (has(author)) {
                    leave(author, at, stored);
                }
                release(author);
                return true;
            }
            case EventBody.Guarded guarded -> {
                guard = new Guard(guarded.on(), guard.claim());
                return true;
            }
            case EventBody.Claimed claimed -> {
                guard = new Guard(guard.on(), new Claim(author.handle(), stored.seq()));
                return true;
            }
            case EventBody.Released released -> {
                release(author);
                return true;
            }
            default -> {}
        }
        return false;
    }

    private void leave(AccountId author, Instant at, StoredEvent stored) {
        Membership.Leave leave =
                new Membership.Leave(
                        stored.seq(), stored.count(), ownOf(author), stored.digest(), at, title);
        members.computeIfPresent(author, (_, membership) -> with(membership, leave));
    }

    private void release(AccountId author) {
        if (guard.claim().isHeldBy(author)) {
            guard = new Guard(guard.on(), Claim.NONE);
        }
    }

    boolean has(AccountId account) {
        return members.containsKey(account) && members.get(account).isMember();
    }

    long size() {
        return members.values().stream().filter(Membership::isMember).count();
    }

    Guard guard() {
        return guard;
    }

    /// Whether somebody other than this account holds a claim that has not run out.
    boolean isHeldAgainst(AccountId account, Instant at) {
        return !guard.claim().holder().isEmpty()
                && !guard.claim().isHeldBy(account)
                && at.isBefore(holderHeardAt.plus(Limits.CLAIM));
    }

    private long ownOf(AccountId account) {
        return own.getOrDefault(account, 0L);
    }

    Optional<Membership> of(AccountId account) {
        return Optional.ofNullable(members.get(account))
                .map(joined ->
                        new Membership(
                                        account,
                                        joined.floor(),
                                        joined.floorCount(),
                                        joined.floorOwn(),
                                        ownOf(account),
                                        joined.leave())
                                .trimmed(
                                        events.floor(),
                                        events.countBelow(),
                                        ownBelow.getOrDefault(account, 0L)));
    }

    LogState state(ConversationId conversation, long epoch, Previews previews) {
        Map<AccountId, Membership> all = new TreeMap<>();
        members.keySet().forEach(account -> all.put(account, of(account).orElseThrow()));
        return new LogState(
                conversation,
                epoch,
                events.newest(),
                events.preview(previews),
                title,
                version,
                announced,
                guard,
                all,
                notables.of(members.keySet()));
    }

    void announce(LogState state) {
        announced =
                new LogState.Announced(
                        Math.max(announced.seq(), state.head()),
                        Math.max(announced.version(), state.version()),
                        Math.max(announced.epoch(), state.epoch()));
    }

    void retell() {
        version++;
    }

    boolean isAnnounced() {
        return announced.seq() == events.head() && announced.version() == version;
    }

    boolean isAnnouncedIn(long epoch) {
        return isAnnounced() && announced.epoch() == epoch;
    }

    /// @return whether there may be more to remove
    boolean trim(KeptHistory kept, Instant now, int most) {
        long first = events.floor();
        long end = Math.min(events.shown(), first + most);
        while (events.floor() < end && events.isToGo(events.floor(), kept, now)) {
            Event gone = events.removeLowest();
            if (gone.body().isCountable()) {
                ownBelow.merge(gone.author(), 1L, Long::sum);
            }
        }
        if (events.floor() > first) {
            version++;
            notables.forgetBelow(events.floor());
        }
        return first < end && events.floor() == end;
    }

    /// Whether there is anything to remove.
    boolean isToTrim(KeptHistory kept, Instant now) {
        return events.floor() < events.shown() && events.isToGo(events.floor(), kept, now);
    }
}
