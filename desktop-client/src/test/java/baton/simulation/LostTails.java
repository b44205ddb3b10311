package baton.simulation;

import baton.model.ConversationId;
import baton.model.Rank;
import baton.model.SpanSet;
import baton.protocol.StoredEvent;
import baton.relay.feed.MemoryAccountFeed;
import baton.relay.log.MemoryConversationLog;
import baton.relay.node.MemoryCluster;
import baton.relay.session.MemoryRelay;
import baton.simulation.Happened.What;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Moments to which the relay's store may go back, as after a failover, a crash between two syncs
/// of its disk or a backup that was put back: what came since is gone, and the epoch rises.
final class LostTails {
    private static final int KEPT = 4;

    private final Simulation simulation;
    private final World world;
    private final MemoryRelay.World store;
    private final ArrayDeque<Moment> moments = new ArrayDeque<>();

    /// Up to where a device's logs are the store's, whatever else stands there by now.
    private final Map<SimDevice, Map<ConversationId, Long>> shared = new HashMap<>();

    private record Moment(
            long at,
            MemoryConversationLog.Disk logs,
            MemoryAccountFeed feeds,
            MemoryCluster cluster,
            Map<ConversationId, NavigableMap<Long, Chronicle.Entry>> said) {}

    LostTails(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.store = simulation.relay().shared();
    }

    /// The store may come back to how it stands now.
    void remember() {
        moments.addLast(
                new Moment(
                        world.elapsed(),
                        store.disk().snapshot(),
                        store.feed().snapshot(),
                        store.cluster().snapshot(),
                        simulation.relay().witness().chronicle().snapshot()));
        if (moments.size() > KEPT) {
            moments.removeFirst();
        }
    }

    void loseOne() {
        simulation.happened().count(What.LOST_TAILS);
        goBack(anyMoment());
        simulation.relay().witness().wentBack(account -> store.feed().page(account, 0));
        store.cluster().raiseEpoch(world.instant().getEpochSecond());
        simulation.relay().settle();
    }

    private Moment anyMoment() {
        return simulation.pick(List.copyOf(moments));
    }

    private void goBack(Moment moment) {
        world.tell(() -> "the relay's store goes back to " + moment.at() + " ms");
        store.cluster().rollBack(moment.cluster());
        Cast.ACCOUNTS.forEach(account -> store.feed().rollBack(moment.feeds(), account));
        simulation.cast().conversations().forEach(each -> goBack(moment, each));
    }

    private void goBack(Moment moment, ConversationId conversation) {
        List<StoredEvent> before = store.disk().events(conversation);
        store.disk().rollBack(moment.logs(), conversation);
        simulation.relay().witness().chronicle().wentBack(conversation, moment.said());
        long kept = alike(before, store.disk().events(conversation));
        long lost = before.size() - kept;
        simulation.happened().count(What.LOST_EVENTS, lost);
        world.tell(() -> conversation + " loses " + lost + " events and keeps " + kept);
        for (SimDevice device : simulation.devices()) {
            shared.computeIfAbsent(device, _ -> new TreeMap<>())
                    .merge(conversation, kept, Math::min);
        }
    }

    /// How many events two logs have in common; they may have parted before the moment.
    private static long alike(List<StoredEvent> one, List<StoredEvent> other) {
        int least = Math.min(one.size(), other.size());
        return IntStream.range(0, least)
                .filter(i -> one.get(i).digest() != other.get(i).digest())
                .findFirst()
                .orElse(least);
    }

    /// A device goes by the store's epoch now: all that it held and the store never lost since the
    /// last time must still be held. What somebody had read beyond that counts as unread once more.
    ///
    /// @param before what it held until then
    void adopted(SimDevice device, Map<ConversationId, SpanSet> before) {
        before.forEach((conversation, held) -> {
            long kept = newestUpTo(held, shared(device, conversation));
            long holds = device.store().spans.getOrDefault(conversation, SpanSet.EMPTY).newest();
            if (holds < kept) {
                throw new AssertionError(
                        device + " gave up " + conversation + " from " + holds + " to " + kept);
            }
        });
        simulation
                .read()
                .replaceAll(read -> read.device() == device ? asFarAsKept(read, before) : read);
        boolean isNewest = device.store().epoch == store.cluster().epoch().current();
        if (isNewest) {
            shared.remove(device);
        }
    }

    private long shared(SimDevice device, ConversationId conversation) {
        return shared.getOrDefault(device, Map.of()).getOrDefault(conversation, Long.MAX_VALUE);
    }

    private Simulation.HasRead asFarAsKept(
            Simulation.HasRead read, Map<ConversationId, SpanSet> before) {
        SpanSet held = before.getOrDefault(read.conversation(), SpanSet.EMPTY);
        long kept = newestUpTo(held, shared(read.device(), read.conversation()));
        Rank mark = read.mark();
        return new Simulation.HasRead(
                read.device(),
                read.conversation(),
                kept == 0 ? new Rank(0, 0) : new Rank(mark.major(), Math.min(mark.minor(), kept)));
    }

    private static long newestUpTo(SpanSet held, long seq) {
        return held.spans().stream()
                .filter(span -> span.from() <= seq)
                .mapToLong(span -> Math.min(span.to(), seq))
                .max()
                .orElse(0);
    }
}
