package baton.relay.node;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The in-memory twin of the nodes in Redis. For one thread.
public final class MemoryNodes implements Nodes {
    private final MemoryCluster cluster;
    private final NodeId self;
    private final InstantSource clock;

    public MemoryNodes(MemoryCluster cluster, NodeId self, InstantSource clock) {
        this.cluster = cluster;
        this.self = self;
        this.clock = clock;
    }

    static String text(HeldLease lease) {
        return lease.account() + " " + lease.device() + " " + lease.fence();
    }

    @Override
    public void alive() {
        cluster.nodes.put(self, clock.instant().plus(Limits.LEASE));
    }

    @Override
    public void gone() {
        cluster.nodes.put(self, Instant.EPOCH);
    }

    @Override
    public Set<NodeId> live() {
        return nodes(end -> end.isAfter(clock.instant()));
    }

    @Override
    public Set<NodeId> dead() {
        return nodes(end -> !end.isAfter(clock.instant()));
    }

    private Set<NodeId> nodes(Predicate<Instant> wanted) {
        return cluster.nodes.entrySet().stream()
                .filter(entry -> wanted.test(entry.getValue()))
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<HeldLease> leasesOf(NodeId node) {
        return cluster.sessions(node).stream()
                .map(text -> text.split(" "))
                .map(words ->
                        new HeldLease(
                                new AccountId(words[0]),
                                new DeviceId(words[1]),
                                Long.parseLong(words[2])))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<ConversationId> announcing(NodeId node) {
        return new TreeSet<>(cluster.announcing(node));
    }

    @Override
    public void adopt(Collection<ConversationId> conversations) {
        cluster.announcing(self).addAll(conversations);
    }

    @Override
    public void forget(NodeId node) {
        cluster.nodes.remove(node);
        cluster.announcing.remove(node);
        cluster.sessions.remove(node);
    }
}
