package baton.relay.redis;

import baton.relay.node.StoreUnavailableException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// Redis is not there, or it is there and cannot store anything: what was asked for may or may not
/// have happened.
public final class RedisUnavailableException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public RedisUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    /// Tells a Redis that is away from a mistake of ours: the former becomes this exception, the
    /// latter stays what it is.
    public static RuntimeException translated(JedisException e) {
        return meansAway(e) ? new RedisUnavailableException(reason(e), e) : e;
    }

    /// Whether trying the same later can help.
    public static boolean meansAway(JedisException e) {
        if (e instanceof JedisConnectionException) {
            return true;
        }
        String reason = reason(e);
        return reason.startsWith("LOADING")
                || reason.startsWith("MISCONF")
                || reason.startsWith("READONLY")
                || reason.startsWith("MASTERDOWN")
                || reason.startsWith("NOREPLICAS")
                || reason.startsWith("MOVED")
                || reason.startsWith("ASK")
                || reason.startsWith("TRYAGAIN")
                || reason.startsWith("CLUSTERDOWN")
                // As a script tells it, whose server was a primary when it was loaded.
                || reason.contains("READONLY You can't write")
                || reason.startsWith("OOM")
                || reason.startsWith("BUSY")
                || reason.startsWith("ERR max number of clients");
    }

    private static String reason(JedisException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
