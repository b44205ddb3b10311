package baton.relay.redis;

import baton.relay.node.StoreEpoch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;

/// The epoch of the store, one for all its primaries. Every connection asks before its first use
/// which server it has reached: its run (`run_id`) and its replication history (`master_replid`).
/// If that is none of those written down in Redis itself, the epoch rises, by `epoch.lua`. A plain
/// restart raises it too: whether it lost its newest writes nobody can tell, and comparing is
/// cheap.
///
/// State: the greatest epoch seen. May be used by any thread.
final class RedisStoreEpoch implements StoreEpoch {
    private static final RedisScript EPOCH = RedisScript.named("epoch");
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");
    private static final Pattern HISTORY = Pattern.compile("master_replid:(\\w+)");
    private static final Pattern ROLE = Pattern.compile("role:(\\w+)");
    private static final String EPOCH_FIELD = "epoch";
    private static final Logger LOG = LoggerFactory.getLogger(RedisStoreEpoch.class);

    private final RedisConnections connections;
    private final AtomicLong seen = new AtomicLong();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> exchanges = new CopyOnWriteArrayList<>();

    RedisStoreEpoch(RedisConnections connections) {
        this.connections = connections;
    }

    @Override
    public long current() {
        long known = seen.get();
        return known > 0 ? known : connections.withEpoch(RedisKeys.STORE, (_, epoch) -> epoch);
    }

    @Override
    public void whenRaised(LongConsumer listener) {
        listeners.add(listener);
    }

    /// Has something done whenever another server answers, before anybody else uses it.
    void whenExchanged(Runnable exchange) {
        exchanges.add(exchange);
    }

    /// The greatest epoch seen; 0 before the first answer.
    long seen() {
        return seen.get();
    }

    /// Asks the server at the other end of a new connection.
    ///
    /// @return the epoch of everything read and written over this connection
    /// @throws RedisUnavailableException if it is a replica
    long of(Jedis jedis, RedisEndpoint.Server server) {
        String identity = identity(jedis, server);
        long epoch;
        if (connections.primaries().of(RedisKeys.STORE).server().equals(server)) {
            epoch = meet(jedis, identity, jedis);
        } else {
            epoch = meetElsewhere(identity, jedis);
        }
        accept(epoch);
        return epoch;
    }

    /// Where the epoch is written may have been exchanged as well.
    private long meetElsewhere(String identity, Jedis clock) {
        try (Jedis home = connections.connect(RedisKeys.STORE)) {
            meet(home, identity(home, connections.primaries().of(RedisKeys.STORE).server()), clock);
            return meet(home, identity, clock);
        }
    }

    private long meet(Jedis home, String identity, Jedis clock) {
        Object answer =
                EPOCH.run(
                        home,
                        new RedisScript.Call(
                                List.of(RedisKeys.STORE),
                                List.of(
                                        identity,
                                        Long.toString(seen.get()),
                                        clock.time().getFirst())));
        return (Long) answer;
    }

    /// Reads what other nodes have found out.
    ///
    /// @param home a connection to where it is written
    long hear(Jedis home) {
        Optional.ofNullable(home.hget(RedisKeys.STORE, EPOCH_FIELD))
                .ifPresent(epoch -> accept(Long.parseLong(epoch)));
        return seen.get();
    }

    private void accept(long epoch) {
        long known = seen.get();
        if (known > 0 && epoch > known) {
            exchanges.forEach(Runnable::run);
        }
        long before = seen.getAndAccumulate(epoch, Math::max);
        if (before > 0 && epoch > before) {
            LOG.warn("Redis was exchanged or restarted, the store's epoch is {} now", epoch);
            listeners.forEach(listener -> listener.accept(epoch));
        }
    }

    private static String identity(Jedis jedis, RedisEndpoint.Server server) {
        String replication = jedis.info("replication");
        if (!found(ROLE, replication).orElse("master").equals("master")) {
            throw new RedisUnavailableException(
                    server + " is a replica", new IllegalStateException("not a primary"));
        }
        return Stream.of(found(RUN, jedis.info("server")), found(HISTORY, replication))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> found(Pattern pattern, String info) {
        return Optional.of(pattern.matcher(info)).filter(Matcher::find).map(m -> m.group(1));
    }
}
