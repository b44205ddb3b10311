package baton.relay.redis;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/// Connections to everybody who is asked the same again and again. One thread at a time.
final class Questions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Questions.class);

    private final Map<RedisEndpoint.Server, Jedis> connections = new HashMap<>();

    /// @throws RedisUnavailableException if there is no answer, or one that is none
    <T> T ask(RedisEndpoint.Server server, Function<Jedis, T> question) {
        try {
            return question.apply(connections.computeIfAbsent(server, RedisWire.BRIEF::connect));
        } catch (JedisException e) {
            Jedis broken = connections.remove(server);
            if (broken != null) {
                RedisWire.close(broken);
            }
            throw new RedisUnavailableException(server + " says: " + e.getMessage(), e);
        }
    }

    /// What a primary says of those that copy it; nothing while it does not answer.
    Map<String, Long> copies(RedisEndpoint.Server primary) {
        try {
            return ask(primary, Replicas::copies);
        } catch (RedisUnavailableException e) {
            LOG.debug("a primary does not answer", e);
            return Map.of();
        }
    }

    /// Closes the connections to all others.
    void keep(Set<? extends RedisEndpoint.Server> asked) {
        Set<RedisEndpoint.Server> others = new HashSet<>(connections.keySet());
        others.removeAll(asked);
        for (RedisEndpoint.Server server : others) {
            Jedis unused = connections.remove(server);
            if (unused != null) {
                RedisWire.close(unused);
            }
        }
    }

    @Override
    public void close() {
        keep(Set.of());
    }
}
