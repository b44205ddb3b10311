package baton.relay.node;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;

/// What the nodes of a relay share besides logs and feeds, kept in memory. For one thread.
public final class MemoryCluster {
    final Map<NodeId, Instant> nodes = new TreeMap<>();
    final Map<NodeId, Set<ConversationId>> announcing = new TreeMap<>();
    final Map<NodeId, Set<String>> sessions = new TreeMap<>();
    final Map<NodeId, Audience> audiences = new TreeMap<>();
    final Map<AccountId, Map<DeviceId, Held>> leases = new TreeMap<>();
    final Map<AccountId, Long> fences = new TreeMap<>();

    private final List<LongConsumer> listeners = new ArrayList<>();
    private long epoch = 1;

    /// The epoch of all that is kept, as every node sees it at once.
    public StoreEpoch epoch() {
        return new StoreEpoch() {
            @Override
            public long current() {
                return epoch;
            }

            @Override
            public void whenRaised(LongConsumer listener) {
                listeners.add(listener);
            }
        };
    }

    /// Another server answers, for the first time at this second since 1970.
    public void raiseEpoch(long second) {
        epoch = Math.max(epoch + 1, second);
        List.copyOf(listeners).forEach(listener -> listener.accept(epoch));
    }

    /// Everything but the epoch and who listens, as it stands now.
    public MemoryCluster snapshot() {
        MemoryCluster copy = new MemoryCluster();
        copy.rollBack(this);
        return copy;
    }

    /// Loses everything since a snapshot, which may be used again. The nodes themselves live on.
    public void rollBack(MemoryCluster snapshot) {
        nodes.clear();
        nodes.putAll(snapshot.nodes);
        announcing.clear();
        snapshot.announcing.forEach((node, all) -> announcing.put(node, new TreeSet<>(all)));
        sessions.clear();
        snapshot.sessions.forEach((node, all) -> sessions.put(node, new TreeSet<>(all)));
        leases.clear();
        snapshot.leases.forEach((account, all) -> leases.put(account, new TreeMap<>(all)));
        fences.clear();
        fences.putAll(snapshot.fences);
    }

    /// A lease as it stands.
    record Held(long fence, NodeId node, Instant end) {}

    /// Where an account has devices online.
    public Set<NodeId> nodesOf(AccountId account, Instant now) {
        Set<NodeId> live = new TreeSet<>();
        for (Held held : leases.getOrDefault(account, Map.of()).values()) {
            if (held.end().isAfter(now)) {
                live.add(held.node());
            }
        }
        return live;
    }

    /// The conversations that a node may not have announced.
    public Set<ConversationId> announcing(NodeId node) {
        return announcing.computeIfAbsent(node, _ -> new TreeSet<>());
    }

    Set<String> sessions(NodeId node) {
        return sessions.computeIfAbsent(node, _ -> new TreeSet<>());
    }

    /// Connects the devices of a node to the bus; a node that died is disconnected by an audience
    /// that does nothing.
    public void listen(NodeId node, Audience audience) {
        audiences.put(node, audience);
    }

    /// The bus, as every node sees it.
    public NodeBus bus() {
        return (node, hint) -> {
            if (audiences.containsKey(node)) {
                Audience audience = audiences.get(node);
                switch (hint) {
                    case Hint.News news -> audience.push(news.accounts(), news.push());
                    case Hint.SignedOut signedOut -> audience.signOut(signedOut.device());
                }
            }
        };
    }
}
