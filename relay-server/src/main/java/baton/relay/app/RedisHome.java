package baton.relay.app;

import baton.relay.redis.RedisConnections;
import baton.relay.redis.RedisEndpoint;
import baton.relay.redis.RedisSafety;
import baton.relay.redis.RedisUnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The Redis that a relay stores in, checked: its own or somebody else's.
///
/// @param own ends with the relay; empty if somebody else runs it
record RedisHome(RedisConnections connections, Optional<EmbeddedRedis> own)
        implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisHome.class);
    private static final Duration STEP = Duration.ofMillis(500);

    /// Finds or starts Redis and makes sure that it keeps what it confirms.
    ///
    /// @param patience how long a Redis that is not there yet is waited for
    /// @throws RelayStartException if it is away, unsafe or too old
    static RedisHome open(RelayConfig.Store store, Duration patience, ThreadFactory threads)
            throws RelayStartException, InterruptedException {
        return switch (store) {
            case RelayConfig.Store.Folder folder -> {
                EmbeddedRedis own = EmbeddedRedis.start(folder.path(), threads);
                yield new RedisHome(new RedisConnections(own.endpoint()), Optional.of(own));
            }
            case RelayConfig.Store.Server server -> {
                RedisConnections connections = new RedisConnections(server.endpoint());
                check(await(connections, server.endpoint(), patience), server);
                say(connections, server.endpoint());
                yield new RedisHome(connections, Optional.empty());
            }
        };
    }

    private static Map<RedisEndpoint.Server, RedisSafety> await(
            RedisConnections connections, RedisEndpoint endpoint, Duration patience)
            throws RelayStartException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean told = false;
        while (true) {
            try {
                return connections.onAll(RedisSafety::inspect);
            } catch (RedisUnavailableException e) {
                if (System.nanoTime() > deadline) {
                    throw new RelayStartException(
                            RelayStartException.Reason.STORE,
                            "Redis at "
                                    + endpoint
                                    + " did not answer for "
                                    + patience.toSeconds()
                                    + " s ("
                                    + reason(e)
                                    + "). Stored messages are untouched. Start Redis, or correct"
                                    + " the address or password in --redis.",
                            e);
                }
                if (!told) {
                    LOG.warn(
                            "Redis at {} does not answer ({}); waiting for it",
                            endpoint,
                            reason(e));
                    told = true;
                }
                TimeUnit.MILLISECONDS.sleep(STEP.toMillis());
            }
        }
    }

    private static String reason(RedisUnavailableException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage());
    }

    private static void check(
            Map<RedisEndpoint.Server, RedisSafety> found, RelayConfig.Store.Server server)
            throws RelayStartException {
        if (found.values().stream().anyMatch(RedisSafety::isTooOld)) {
            throw new RelayStartException(
                    RelayStartException.Reason.STORE,
                    "Redis at "
                            + server.endpoint()
                            + " is older than version 5 and cannot hold messages. Nothing was"
                            + " stored. Update it, or leave --redis away.");
        }
        if (server.endpoint() instanceof RedisEndpoint.Server one
                && found.values().stream().anyMatch(RedisSafety::isInCluster)) {
            throw new RelayStartException(
                    RelayStartException.Reason.STORE,
                    "Redis at "
                            + one
                            + " is part of a cluster. Nothing was stored. Name the cluster:"
                            + " --redis redis-cluster://HOST:PORT,HOST:PORT.");
        }
        String dangers =
                found.entrySet().stream()
                        .filter(each -> !each.getValue().dangers().isEmpty())
                        .map(each ->
                                each.getKey() + ": " + String.join("; ", each.getValue().dangers()))
                        .collect(Collectors.joining(". "));
        if (!dangers.isEmpty() && !server.isVolatileAllowed()) {
            throw new RelayStartException(
                    RelayStartException.Reason.STORE,
                    "Redis could lose messages that devices were told are safe. "
                            + dangers
                            + ". Nothing was stored. Change these settings (CONFIG SET, then CONFIG"
                            + " REWRITE), or accept the loss with --allow-volatile.");
        }
        if (!dangers.isEmpty()) {
            LOG.warn("Messages can be lost, as --allow-volatile accepts: {}", dangers);
        }
    }

    /// What an acknowledgement means here.
    private static void say(RedisConnections connections, RedisEndpoint endpoint) {
        int others = connections.leastConfirmations();
        if (others > 0) {
            LOG.info("A message is acknowledged when {} servers have it on disk", others + 1);
        } else if (!(endpoint instanceof RedisEndpoint.Server)) {
            LOG.warn(
                    "{} has no replicas: a message is acknowledged when one server has it on disk,"
                            + " and while that server is away nobody takes its place",
                    endpoint);
        }
    }

    @Override
    public void close() {
        connections.close();
        own.ifPresent(EmbeddedRedis::close);
    }
}
