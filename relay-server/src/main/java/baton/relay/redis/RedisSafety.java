package baton.relay.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisDataException;

/// Whether a Redis keeps what it confirms.
///
/// @param isTooOld whether it lacks commands without which nothing works
/// @param isInCluster whether it holds a part of the keys only
/// @param dangers each a sentence that says how an acknowledged message could be lost; empty if
///   safe
public record RedisSafety(boolean isTooOld, boolean isInCluster, List<String> dangers) {
    private static final String VALIDITY = "cluster-replica-validity-factor";
    private static final int MAJOR_MIN = 5;
    private static final Pattern VERSION = Pattern.compile("redis_version:(\\d+)");

    public RedisSafety {
        dangers = List.copyOf(dangers);
    }

    /// Asks a Redis for its version and settings. Meant for the relay's start, with
    /// [RedisConnections#onAll].
    public static RedisSafety inspect(Jedis jedis) {
        String server = jedis.info("server");
        Matcher version = VERSION.matcher(server);
        boolean isInCluster = server.contains("redis_mode:cluster");
        boolean isTooOld = !version.find() || Integer.parseInt(version.group(1)) < MAJOR_MIN;
        List<String> dangers = new ArrayList<>();
        try {
            demand(jedis, "appendonly", "yes", "it keeps nothing over a restart", dangers);
            demand(jedis, "appendfsync", "always", "a crash loses what it had confirmed", dangers);
            demand(
                    jedis,
                    "maxmemory-policy",
                    "noeviction",
                    "it drops messages when memory runs low",
                    dangers);
            if (isInCluster && "0".equals(jedis.configGet(VALIDITY).get(VALIDITY))) {
                dangers.add(
                        VALIDITY
                                + " is 0 and must be greater, else a server that was away for days"
                                + " may take over");
            }
        } catch (JedisDataException e) {
            dangers.add("its settings cannot be read, so nobody knows whether it keeps messages");
        }
        return new RedisSafety(isTooOld, isInCluster, dangers);
    }

    private static void demand(
            Jedis jedis, String setting, String wanted, String danger, List<String> dangers) {
        Map<String, String> found = jedis.configGet(setting);
        String value = found.getOrDefault(setting, "unknown");
        if (!value.equals(wanted)) {
            dangers.add(setting + " is " + value + " and must be " + wanted + ", else " + danger);
        }
    }
}
