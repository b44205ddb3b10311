package baton.relay.app;

import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisUnavailableException;
import baton.relay.socket.Readiness;
import java.util.List;
import redis.clients.jedis.Jedis;

/// Ready while Redis answers.
record RedisReadiness(RedisConnections connections) implements Readiness {
    @Override
    public List<String> reasonsAgainst() {
        try {
            connections.onEach(Jedis::ping);
            return List.of();
        } catch (RedisUnavailableException e) {
            return List.of(
                    "Redis does not answer. Acknowledged messages are safe, new ones wait on the"
                            + " devices. Look at Redis; the relay goes on by itself.");
        }
    }
}
