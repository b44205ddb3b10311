package baton.relay.redis;

import baton.relay.node.StoreEpoch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;

/// The epoch of one Redis primary. Every connection asks before its first use which server it has
/// reached: its run (`run_id`) and its replication history (`master_replid`). If that is not the
/// one written down in Redis itself, the epoch rises, by `epoch.lua`. A plain restart raises it
/// too: whether it lost its newest writes nobody can tell, and comparing is cheap.
///
/// State: the greatest epoch seen. May be used by any thread.
final class RedisStoreEpoch implements StoreEpoch {
    private static final RedisScript EPOCH = RedisScript.named("epoch");
    private static final Pattern RUN = Pattern.compile("run_id:(\\w+)");
    private static final Pattern HISTORY = Pattern.compile("master_replid:(\\w+)");
    private static final Logger LOG = LoggerFactory.getLogger(RedisStoreEpoch.class);

    private final RedisConnections connections;
    private final AtomicLong seen = new AtomicLong();
    private final List<LongConsumer> listeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<Jedis>> newcomers = new CopyOnWriteArrayList<>();

    RedisStoreEpoch(RedisConnections connections) {
        this.connections = connections;
    }

    @Override
    public long current() {
        long known = seen.get();
        return known > 0 ? known : connections.withEpoch((_, epoch) -> epoch);
    }

    @Override
    public void whenRaised(LongConsumer listener) {
        listeners.add(listener);
    }

    /// Has a connection to another server given to somebody before its first use by others.
    void whenExchanged(Consumer<Jedis> newcomer) {
        newcomers.add(newcomer);
    }

    /// The greatest epoch seen; 0 before the first answer.
    long seen() {
        return seen.get();
    }

    /// Asks the server at the other end of a new connection.
    ///
    /// @return its epoch, which is that of everything read and written over this connection
    long of(Jedis jedis) {
        Object answer =
                EPOCH.run(
                        jedis,
                        new RedisScript.Call(
                                List.of(RedisKeys.STORE),
                                List.of(
                                        identity(jedis),
                                        Long.toString(seen.get()),
                                        jedis.time().getFirst())));
        long epoch = (Long) answer;
        long before = seen.getAndAccumulate(epoch, Math::max);
        if (before > 0 && epoch > before) {
            LOG.warn("Redis was exchanged or restarted, the store's epoch is {} now", epoch);
            newcomers.forEach(newcomer -> newcomer.accept(jedis));
            listeners.forEach(listener -> listener.accept(epoch));
        }
        return epoch;
    }

    private static String identity(Jedis jedis) {
        return Stream.of(
                        found(RUN, jedis.info("server")), found(HISTORY, jedis.info("replication")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> found(Pattern pattern, String info) {
        return Optional.of(pattern.matcher(info)).filter(Matcher::find).map(m -> m.group(1));
    }
}
