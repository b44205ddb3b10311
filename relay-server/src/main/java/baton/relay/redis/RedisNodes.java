package baton.relay.redis;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.relay.node.HeldLease;
import baton.relay.node.NodeId;
import baton.relay.node.Nodes;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/// The nodes in Redis: one hash of all, and per node two sets of what it has under way. The clocks
/// of the nodes must agree to well within a lease.
final class RedisNodes implements Nodes {
    private final RedisConnections connections;
    private final NodeId self;
    private final InstantSource clock;

    RedisNodes(RedisConnections connections, NodeId self, InstantSource clock) {
        this.connections = connections;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public void alive() {
        lives(clock.millis() + Limits.LEASE.toMillis());
    }

    @Override
    public void gone() {
        lives(0);
    }

    private void lives(long end) {
        String text = Long.toString(end);
        connections.with(RedisKeys.NODES, jedis -> jedis.hset(RedisKeys.NODES, self.value(), text));
    }

    /// Says that no other node lives, where only this one reaches the store.
    void othersAreGone() {
        connections.with(
                RedisKeys.NODES,
                jedis -> {
                    Set<String> others = jedis.hkeys(RedisKeys.NODES);
                    others.remove(self.value());
                    others.forEach(other -> jedis.hset(RedisKeys.NODES, other, "0"));
                    return others;
                });
    }

    @Override
    public Set<NodeId> live() {
        return nodes(end -> end > clock.millis());
    }

    @Override
    public Set<NodeId> dead() {
        return nodes(end -> end <= clock.millis());
    }

    private Set<NodeId> nodes(LongPredicate wanted) {
        return connections
                .with(RedisKeys.NODES, jedis -> jedis.hgetAll(RedisKeys.NODES))
                .entrySet()
                .stream()
                .filter(entry -> wanted.test(Long.parseLong(entry.getValue())))
                .map(entry -> new NodeId(entry.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<HeldLease> leasesOf(NodeId node) {
        return connections
                .with(RedisKeys.sessions(node), jedis -> jedis.smembers(RedisKeys.sessions(node)))
                .stream()
                .map(RedisNodes::lease)
                .collect(Collectors.toUnmodifiableSet());
    }

    static String text(HeldLease lease) {
        return lease.account() + " " + lease.device() + " " + lease.fence();
    }

    private static HeldLease lease(String text) {
        String[] words = text.split(" ", -1);
        return new HeldLease(
                new AccountId(words[0]), new DeviceId(words[1]), Long.parseLong(words[2]));
    }

    @Override
    public Set<ConversationId> announcing(NodeId node) {
        return connections
                .with(
                        RedisKeys.announcing(node),
                        jedis -> jedis.smembers(RedisKeys.announcing(node)))
                .stream()
                .map(ConversationId::new)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void adopt(Collection<ConversationId> conversations) {
        if (!conversations.isEmpty()) {
            String[] names =
                    conversations.stream().map(ConversationId::value).toArray(String[]::new);
            connections.withConfirmed(
                    RedisKeys.announcing(self),
                    jedis -> jedis.sadd(RedisKeys.announcing(self), names));
        }
    }

    @Override
    public void forget(NodeId node) {
        connections.with(
                RedisKeys.announcing(node),
                jedis -> {
                    jedis.del(RedisKeys.announcing(node));
                    return jedis.del(RedisKeys.sessions(node));
                });
        connections.with(RedisKeys.NODES, jedis -> jedis.hdel(RedisKeys.NODES, node.value()));
    }
}
