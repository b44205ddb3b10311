package baton.relay.redis;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// The relay's connections to one Redis: dedicated ones for whoever keeps one, and a few shared
/// ones for short calls. May be used by any thread; every call blocks, for [#READ_MILLIS] at most.
///
/// The shared ones stand behind a semaphore of our own and not in the library's pool, which spins
/// without end when many virtual threads wait for it.
public final class RedisConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnections.class);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 10_000;
    private static final int SHARED_MAX = 8;

    /// A connection that rested longer than this may have died unnoticed and is asked first.
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final RedisEndpoint endpoint;
    private final RedisStoreEpoch epoch = new RedisStoreEpoch(this);
    private final Semaphore places = new Semaphore(SHARED_MAX);
    private final ArrayBlockingQueue<Resting> resting = new ArrayBlockingQueue<>(SHARED_MAX);
    private volatile boolean closed;

    private record Resting(Line line, long sinceNanos) {}

    /// One connection. The store at its other end stays the same as long as it lasts.
    ///
    /// @param epoch of that store
    record Line(Jedis jedis, long epoch) implements AutoCloseable {
        @Override
        public void close() {
            jedis.close();
        }
    }

    /// Opens nothing yet.
    public RedisConnections(RedisEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// The epoch of the store as these connections have seen it.
    RedisStoreEpoch epoch() {
        return epoch;
    }

    /// Opens a connection that belongs to the caller, who closes it.
    ///
    /// @throws RedisUnavailableException if Redis is not there or lets nobody in
    Line open() {
        JedisClientConfig config = config();
        Jedis jedis =
                switch (endpoint) {
                    case RedisEndpoint.UnixSocket unix ->
                            new Jedis(new UnixSocketFactory(unix.path(), READ_MILLIS), config);
                    case RedisEndpoint.Url url ->
                            new Jedis(new HostAndPort(url.uri().getHost(), url.port()), config);
                };
        try {
            jedis.connect();
            return new Line(jedis, epoch.of(jedis));
        } catch (JedisException e) {
            close(jedis);
            throw new RedisUnavailableException("no connection to Redis at " + endpoint, e);
        }
    }

    /// Lends a shared connection to one short call.
    ///
    /// @throws RedisUnavailableException if Redis is not there; the call may have taken effect
    public <T> T with(Function<Jedis, T> call) {
        return withEpoch((jedis, _) -> call.apply(jedis));
    }

    /// As [#with], for calls whose answer names the epoch of the store that answered.
    <T> T withEpoch(BiFunction<Jedis, Long, T> call) {
        places.acquireUninterruptibly();
        try {
            Line line = shared();
            boolean intact = false;
            try {
                T result = call.apply(line.jedis(), line.epoch());
                intact = !line.jedis().isBroken();
                return result;
            } finally {
                giveBack(line, intact);
            }
        } catch (JedisException e) {
            throw RedisUnavailableException.translated(e);
        } finally {
            places.release();
        }
    }

    private Line shared() {
        if (closed) {
            throw new RedisUnavailableException(
                    "the connections to Redis are closed", new IllegalStateException("closed"));
        }
        Resting rested = resting.poll();
        while (rested != null) {
            if (isUsable(rested)) {
                return rested.line();
            }
            close(rested.line().jedis());
            rested = resting.poll();
        }
        return open();
    }

    /// A connection of an earlier epoch leads to a server that another one has replaced.
    private boolean isUsable(Resting rested) {
        return rested.line().epoch() == epoch.seen()
                && (System.nanoTime() - rested.sinceNanos() < FRESH_NANOS
                        || answers(rested.line().jedis()));
    }

    private static boolean answers(Jedis jedis) {
        try {
            return "PONG".equals(jedis.ping());
        } catch (JedisException e) {
            return false;
        }
    }

    private void giveBack(Line line, boolean intact) {
        Resting rested = new Resting(line, System.nanoTime());
        if (!intact || closed || !resting.offer(rested)) {
            close(line.jedis());
        }
        if (closed) {
            closeResting();
        }
    }

    /// Closes the shared connections; calls under way end first.
    @Override
    public void close() {
        closed = true;
        closeResting();
    }

    private void closeResting() {
        Resting rested = resting.poll();
        while (rested != null) {
            close(rested.line().jedis());
            rested = resting.poll();
        }
    }

    private static void close(Jedis jedis) {
        try {
            jedis.close();
        } catch (JedisConnectionException e) {
            // Closing flushes what was never sent; a connection that is gone cannot be closed
            // twice.
            LOG.debug("a broken connection to Redis was closed", e);
        }
    }

    private JedisClientConfig config() {
        DefaultJedisClientConfig.Builder config =
                DefaultJedisClientConfig.builder()
                        .resp2()
                        .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                        .connectionTimeoutMillis(CONNECT_MILLIS)
                        .socketTimeoutMillis(READ_MILLIS);
        if (endpoint instanceof RedisEndpoint.Url url) {
            config.ssl(url.isSecure()).database(url.database());
            if (!url.user().isEmpty()) {
                config.user(url.user());
            }
            if (!url.password().isEmpty()) {
                config.password(url.password());
            }
        }
        return config.build();
    }
}
