package baton.simulation;

import baton.desktop.sync.OutboxRow;
import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Rank;
import baton.model.SpanSet;
import baton.relay.feed.MemoryAccountFeed;
import baton.relay.log.MemoryConversationLog;
import baton.relay.node.MemoryCluster;
import baton.relay.session.MemoryRelay;
import baton.simulation.Happened.What;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// Moments to which the relay's store may go back, as after a failover, a crash between two syncs
/// of its disk or a backup that was put back: what came since is gone, and the epoch rises. Each
/// log, each feed and what the nodes share go back to a moment of their own, the present among
/// these.
final class LostTails {
    private static final int KEPT = 4;

    private final Simulation simulation;
    private final World world;
    private final MemoryRelay.World store;
    private final ArrayDeque<Moment> moments = new ArrayDeque<>();

    /// Up to where a device's logs are the store's, whatever else stands there by now.
    private final Map<SimDevice, Map<ConversationId, Long>> shared = new HashMap<>();

    /// Where history began at most while a device may have compared.
    private final Map<SimDevice, Map<ConversationId, Long>> trimmed = new HashMap<>();

    private record Moment(
            long at,
            MemoryConversationLog.Disk logs,
            MemoryAccountFeed feeds,
            MemoryCluster cluster,
            Map<ConversationId, NavigableMap<Long, Chronicle.Entry>> said,
            Map<ConversationId, NavigableMap<Long, Trims.Floor>> floors) {}

    LostTails(Simulation simulation) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.store = simulation.relay().shared();
    }

    /// The store may come back to how it stands now.
    void remember() {
        moments.addLast(now());
        if (moments.size() > KEPT) {
            moments.removeFirst();
        }
    }

    private Moment now() {
        return new Moment(
                world.elapsed(),
                store.disk().snapshot(),
                store.feed().snapshot(),
                store.cluster().snapshot(),
                chronicle().snapshot(),
                simulation.trims().snapshot());
    }

    void loseOne() {
        simulation.happened().count(What.LOST_TAILS);
        goBack();
        simulation.relay().witness().wentBack(account -> store.feed().page(account, 0));
        store.cluster().raiseEpoch(world.instant().getEpochSecond());
        simulation.relay().settle();
    }

    private void goBack() {
        List<Moment> all = new ArrayList<>(moments);
        all.add(now());
        store.cluster().rollBack(anyOf(all, "what the nodes share").cluster());
        Cast.ACCOUNTS.forEach(account ->
                store.feed().rollBack(anyOf(all, "the feed of " + account).feeds(), account));
        simulation
                .cast()
                .conversations()
                .forEach(each -> goBack(anyOf(all, "the log of " + each), each));
    }

    private Moment anyOf(List<Moment> all, String what) {
        Moment moment = simulation.pick(all);
        world.tell(() -> what + " goes back to " + moment.at() + " ms");
        return moment;
    }

    private void goBack(Moment moment, ConversationId conversation) {
        List<Chronicle.Entry> before = chronicle().of(conversation, Long.MAX_VALUE);
        store.disk().rollBack(moment.logs(), conversation);
        chronicle().wentBack(conversation, moment.said());
        long floor = simulation.trims().floor(conversation).seq();
        simulation.trims().wentBack(conversation, moment.floors());
        long kept = alike(before, chronicle().of(conversation, Long.MAX_VALUE));
        long lost = before.size() - kept;
        simulation.happened().count(What.LOST_EVENTS, lost);
        world.tell(() -> conversation + " loses " + lost + " events and keeps " + kept);
        for (SimDevice device : simulation.devices()) {
            long visible = Math.min(kept, lastVisible(conversation, device));
            shared.computeIfAbsent(device, _ -> new TreeMap<>())
                    .merge(conversation, visible, Math::min);
            trimmed.computeIfAbsent(device, _ -> new TreeMap<>())
                    .merge(conversation, floor, Math::max);
        }
    }

    /// A log that lost that somebody is in it shows no more than what was said before.
    private long lastVisible(ConversationId conversation, SimDevice device) {
        AccountId account = device.identity().account();
        List<Chronicle.Entry> said = chronicle().of(conversation, Long.MAX_VALUE);
        PlainReading now = PlainReading.of(conversation, said);
        return now.firstVisible(account).isPresent() ? now.lastVisible(account) : 0;
    }

    private Chronicle chronicle() {
        return simulation.relay().witness().chronicle();
    }

    /// How many events two logs have in common; they may have parted before the moment. What was
    /// sent again after a loss is the same event at another time, and not common.
    private static long alike(List<Chronicle.Entry> one, List<Chronicle.Entry> other) {
        int least = Math.min(one.size(), other.size());
        return IntStream.range(0, least)
                .filter(i -> !isSame(one.get(i), other.get(i)))
                .findFirst()
                .orElse(least);
    }

    private static boolean isSame(Chronicle.Entry one, Chronicle.Entry other) {
        return one.id().equals(other.id()) && one.at().equals(other.at());
    }

    /// A device goes by the store's epoch now: all that it held and the store never lost since the
    /// last time must still be held, but for what the relay has removed since: that nobody can
    /// compare any more. What somebody had read beyond that counts as unread once more.
    ///
    /// @param before what it held until then
    void adopted(SimDevice device, Map<ConversationId, SpanSet> before) {
        before.forEach((conversation, held) -> {
            long kept = comparable(device, conversation, held);
            long holds = device.store().spans.getOrDefault(conversation, SpanSet.EMPTY).newest();
            if (holds < kept) {
                throw new AssertionError(
                        device + " gave up " + conversation + " from " + holds + " to " + kept);
            }
        });
        device.store().outbox.values().forEach(row -> mustBeSeen(device, row));
        simulation
                .read()
                .replaceAll(read -> read.device() == device ? asFarAsKept(read, before) : read);
        boolean isNewest = device.store().epoch == store.cluster().epoch().current();
        if (isNewest) {
            shared.remove(device);
            trimmed.remove(device);
        }
    }

    /// What waits to be sent names nothing as seen that stood only in the log that was lost.
    private void mustBeSeen(SimDevice device, OutboxRow row) {
        ConversationId conversation = row.conversation();
        SpanSet held = device.store().spans.getOrDefault(conversation, SpanSet.EMPTY);
        long newest = Math.max(held.newest(), device.store().newest(conversation));
        if (row.seen() > newest) {
            throw new AssertionError(
                    "%s has seen %d of %s, which ends at %d there"
                            .formatted(device, row.seen(), conversation, newest));
        }
        chronicle().saw(row.id(), row.seen());
    }

    private long shared(SimDevice device, ConversationId conversation) {
        return shared.getOrDefault(device, Map.of()).getOrDefault(conversation, Long.MAX_VALUE);
    }

    private Simulation.HasRead asFarAsKept(
            Simulation.HasRead read, Map<ConversationId, SpanSet> before) {
        SpanSet held = before.getOrDefault(read.conversation(), SpanSet.EMPTY);
        long kept = comparable(read.device(), read.conversation(), held);
        Rank mark = read.mark();
        return new Simulation.HasRead(
                read.device(),
                read.conversation(),
                kept == 0 ? new Rank(0, 0) : new Rank(mark.major(), Math.min(mark.minor(), kept)));
    }

    /// The newest place of what a device holds at which it can find that the logs agree: nobody can
    /// compare what the relay has removed, or had when it was asked.
    private long comparable(SimDevice device, ConversationId conversation, SpanSet held) {
        long kept = newestUpTo(held, shared(device, conversation));
        long before = trimmed.getOrDefault(device, Map.of()).getOrDefault(conversation, 1L);
        return kept < Math.max(before, simulation.trims().floor(conversation).seq()) ? 0 : kept;
    }

    private static long newestUpTo(SpanSet held, long seq) {
        return held.spans().stream()
                .filter(span -> span.from() <= seq)
                .mapToLong(span -> Math.min(span.to(), seq))
                .max()
                .orElse(0);
    }
}
