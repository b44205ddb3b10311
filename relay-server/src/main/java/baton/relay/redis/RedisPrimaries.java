package baton.relay.redis;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import redis.clients.jedis.util.JedisClusterCRC16;

/// Which server writes which keys, and what stands behind each, as it was at one moment.
///
/// @param byFirstSlot each primary by the first slot of a row of slots that it holds
record RedisPrimaries(NavigableMap<Integer, Primary> byFirstSlot) {

    static final int SLOTS = 16_384;

    /// One that writes.
    ///
    /// @param replicas all that may come to its place one day
    /// @param confirmations how many servers must have a write besides it, now
    /// @param confirmationsUnheard the same while nobody knows which of the replicas are lost
    record Primary(
            RedisEndpoint.Server server,
            Set<RedisEndpoint.Server> replicas,
            int confirmations,
            int confirmationsUnheard) {
        Primary {
            replicas = Set.copyOf(replicas);
        }
    }

    /// All keys at one primary.
    static RedisPrimaries sole(Primary primary) {
        return new RedisPrimaries(new TreeMap<>(Map.of(0, primary)));
    }

    static int slot(String key) {
        return JedisClusterCRC16.getSlot(key);
    }

    /// A slot that nobody holds counts as its neighbour's, who will say so.
    Primary of(String key) {
        var below = byFirstSlot.floorEntry(slot(key));
        return (below == null ? byFirstSlot.firstEntry() : below).getValue();
    }

    /// Each once, in the order of their first slots.
    List<Primary> all() {
        return byFirstSlot.values().stream().distinct().toList();
    }

    /// Primaries and replicas.
    Set<RedisEndpoint.Server> servers() {
        Set<RedisEndpoint.Server> servers = new HashSet<>();
        all().forEach(primary -> {
            servers.add(primary.server());
            servers.addAll(primary.replicas());
        });
        return servers;
    }
}
