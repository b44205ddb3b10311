package baton.relay.redis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/// How a connection to one server is made. Stateless.
///
/// @param connectMillis how long to wait for a server that says nothing
/// @param readMillis how long to wait for an answer
record RedisWire(int connectMillis, int readMillis) {
    /// For work.
    static final RedisWire STANDARD = new RedisWire(2_000, 10_000);

    /// For questions, whose answer is of no use when it is old.
    static final RedisWire BRIEF = new RedisWire(1_000, 1_000);

    private static final Logger LOG = LoggerFactory.getLogger(RedisWire.class);

    /// @throws RedisUnavailableException if the server is not there or lets nobody in
    Jedis connect(RedisEndpoint.Server server) {
        Jedis jedis =
                switch (server) {
                    case RedisEndpoint.UnixSocket unix ->
                            new Jedis(
                                    new UnixSocketFactory(unix.path(), readMillis),
                                    plain().build());
                    case RedisEndpoint.Url url ->
                            new Jedis(new HostAndPort(url.uri().getHost(), url.port()), of(url));
                };
        try {
            jedis.connect();
            return jedis;
        } catch (JedisException e) {
            close(jedis);
            throw new RedisUnavailableException("no connection to Redis at " + server, e);
        }
    }

    static void close(Jedis jedis) {
        try {
            jedis.close();
        } catch (JedisConnectionException e) {
            // Closing flushes what was never sent; a connection that is gone cannot be closed
            // twice.
            LOG.debug("a broken connection to Redis was closed", e);
        }
    }

    private DefaultJedisClientConfig.Builder plain() {
        return DefaultJedisClientConfig.builder()
                .resp2()
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED)
                .connectionTimeoutMillis(connectMillis)
                .socketTimeoutMillis(readMillis);
    }

    private DefaultJedisClientConfig of(RedisEndpoint.Url url) {
        DefaultJedisClientConfig.Builder config = plain();
        config.ssl(url.isSecure()).database(url.database());
        if (!url.user().isEmpty()) {
            config.user(url.user());
        }
        if (!url.password().isEmpty()) {
            config.password(url.password());
        }
        return config.build();
    }
}
