package baton.relay.redis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisRedirectionException;

/// The relay's connections to Redis, be it one server, a primary that Sentinels watch, or a
/// cluster: dedicated ones for whoever keeps one, and a few shared ones for short calls. A call
/// names a key, and reaches the primary that writes it. May be used by any thread; every call
/// blocks, for [RedisWire#STANDARD] at most.
public final class RedisConnections implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RedisConnections.class);
    private static final int REDIRECTED_MAX = 3;
    private static final int CONFIRM_MILLIS = 1_000;

    /// Whoever fails asks where the primaries are, but not all at once.
    private static final long LOOK_NANOS_MIN = TimeUnit.MILLISECONDS.toNanos(100);

    /// What is older says nothing of who is lost.
    private static final long LOOK_NANOS_MAX = TimeUnit.SECONDS.toNanos(4);

    private final RedisScout scout;
    private final RedisStoreEpoch epoch = new RedisStoreEpoch(this);
    private final ReentrantLock looking = new ReentrantLock();
    private final Map<RedisEndpoint.Server, SharedLines> shared = new ConcurrentHashMap<>();

    /// All that are open, so that those to a server that was replaced can be cut.
    private final Set<Line> open = ConcurrentHashMap.newKeySet();

    private volatile Optional<Seen> seen = Optional.empty();
    private volatile boolean closed;

    private record Seen(RedisPrimaries primaries, long atNanos) {}

    /// One connection. The store at its other end stays the same as long as it lasts.
    static final class Line implements AutoCloseable {
        private final Jedis jedis;
        private final RedisEndpoint.Server server;
        private final long epoch;
        private final Set<Line> open;

        private Line(Jedis jedis, RedisEndpoint.Server server, long epoch, Set<Line> open) {
            this.jedis = jedis;
            this.server = server;
            this.epoch = epoch;
            this.open = open;
            open.add(this);
        }

        Jedis jedis() {
            return jedis;
        }

        /// Of the store at the other end.
        long epoch() {
            return epoch;
        }

        /// Ends a call that waits for an answer; may be called by another thread.
        void cut() {
            open.remove(this);
            try {
                jedis.getClient().forceDisconnect();
            } catch (IOException e) {
                LOG.debug("the connection to {} was gone already", server, e);
            }
        }

        @Override
        public void close() {
            open.remove(this);
            RedisWire.close(jedis);
        }
    }

    /// Opens nothing yet.
    public RedisConnections(RedisEndpoint endpoint) {
        this.scout = RedisScout.of(endpoint);
    }

    /// The epoch of the store as these connections have seen it.
    RedisStoreEpoch epoch() {
        return epoch;
    }

    /// Where the primaries were when somebody looked last.
    ///
    /// @throws RedisUnavailableException if nobody ever could
    RedisPrimaries primaries() {
        return seen.orElseGet(this::look).primaries();
    }

    /// How many other servers must have what is written at this one. All that ever could take its
    /// place, if it was too long ago that somebody said which ones are lost.
    int confirmations(RedisPrimaries.Primary primary) {
        boolean isFresh =
                seen.filter(last -> System.nanoTime() - last.atNanos() < LOOK_NANOS_MAX)
                        .isPresent();
        return isFresh ? primary.confirmations() : primary.confirmationsUnheard();
    }

    private Seen look() {
        looking.lock();
        try {
            long now = System.nanoTime();
            if (seen.isPresent() && now - seen.get().atNanos() < LOOK_NANOS_MIN) {
                return seen.get();
            }
            Seen found = new Seen(scout.look(), now);
            seen.map(Seen::primaries)
                    .filter(before -> !before.equals(found.primaries()))
                    .ifPresent(before -> LOG.info("Redis is now {}", found.primaries()));
            seen = Optional.of(found);
            return found;
        } finally {
            looking.unlock();
        }
    }

    /// One round of watching, to be repeated every second or so: where the primaries are, whether
    /// one has taken another's place, and what other nodes have found out about that. Whoever waits
    /// for an answer of one that is primary no longer waits no longer.
    ///
    /// @throws RedisUnavailableException if somebody does not answer; the next round looks again
    void watch() {
        RedisPrimaries primaries = look().primaries();
        Set<RedisEndpoint.Server> servers =
                primaries.all().stream()
                        .map(RedisPrimaries.Primary::server)
                        .collect(Collectors.toSet());
        for (RedisEndpoint.Server server : List.copyOf(shared.keySet())) {
            if (!servers.contains(server)) {
                Optional.ofNullable(shared.remove(server)).ifPresent(SharedLines::close);
            }
        }
        open.stream().filter(line -> !servers.contains(line.server)).forEach(Line::cut);
        primaries.all().stream()
                .filter(primary -> !shared.containsKey(primary.server()))
                .forEach(primary -> with(primary, Jedis::ping));
        ask(primaries.of(RedisKeys.STORE).server(), epoch::hear);
    }

    /// Opens a connection, to the primary that writes a key, that belongs to the caller, who closes
    /// it.
    ///
    /// @throws RedisUnavailableException if Redis is not there or lets nobody in
    Line open(String key) {
        return open(primaries().of(key).server());
    }

    /// As [#open(String)], to this primary.
    Line open(RedisEndpoint.Server server) {
        Jedis jedis = connect(server);
        try {
            return new Line(jedis, server, epoch.of(jedis, server), open);
        } catch (JedisException e) {
            RedisWire.close(jedis);
            lookAgain();
            throw new RedisUnavailableException("no use of Redis at " + server, e);
        } catch (RedisUnavailableException e) {
            RedisWire.close(jedis);
            throw e;
        }
    }

    /// A connection to the primary that writes a key, of whose epoch nobody asks.
    Jedis connect(String key) {
        return connect(primaries().of(key).server());
    }

    private Jedis connect(RedisEndpoint.Server server) {
        try {
            return RedisWire.STANDARD.connect(server);
        } catch (RedisUnavailableException e) {
            lookAgain();
            throw e;
        }
    }

    /// Lends a shared connection to one short call about this key and others of its slot.
    ///
    /// @throws RedisUnavailableException if Redis is not there; the call may have taken effect
    <T> T with(String key, Function<Jedis, T> call) {
        return withEpoch(key, (jedis, _) -> call.apply(jedis));
    }

    /// As [#with], for calls whose answer names the epoch of the store that answered.
    <T> T withEpoch(String key, BiFunction<Jedis, Long, T> call) {
        for (int redirected = 0; true; redirected++) {
            try {
                return lend(primaries().of(key), line -> call.apply(line.jedis(), line.epoch()));
            } catch (JedisRedirectionException e) {
                // Nothing has happened: the server does not hold the key.
                lookAgain();
                if (redirected == REDIRECTED_MAX) {
                    throw RedisUnavailableException.translated(e);
                }
            } catch (JedisException e) {
                throw failed(e);
            }
        }
    }

    /// As [#with], and returns only when every server has it that could take the place of the one
    /// that was written to.
    ///
    /// @throws RedisUnavailableException also if one of them does not confirm
    <T> T withConfirmed(String key, Function<Jedis, T> call) {
        return with(
                key,
                jedis -> {
                    T result = call.apply(jedis);
                    int needed = confirmations(primaries().of(key));
                    if (needed > 0 && jedis.waitReplicas(needed, CONFIRM_MILLIS) < needed) {
                        throw new RedisUnavailableException(
                                "written, but not on all servers that could take over",
                                new IllegalStateException("too few confirmations"));
                    }
                    return result;
                });
    }

    /// Calls about keys of many slots, as one call for those of each primary.
    ///
    /// @param call answers one result for each, in order
    /// @return the results in the order of all
    /// @throws RedisUnavailableException some calls may have taken effect
    <I, T> List<T> inGroups(
            List<I> items, Function<I, String> key, BiFunction<Line, List<I>, List<T>> call) {
        RedisPrimaries primaries = primaries();
        Map<RedisPrimaries.Primary, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            places.computeIfAbsent(primaries.of(key.apply(items.get(i))), _ -> new ArrayList<>())
                    .add(i);
        }
        Map<Integer, T> results = new TreeMap<>();
        places.forEach((primary, indices) -> {
            List<I> group = indices.stream().map(items::get).toList();
            try {
                List<T> answers = lend(primary, line -> call.apply(line, group));
                for (int i = 0; i < answers.size(); i++) {
                    results.put(indices.get(i), answers.get(i));
                }
            } catch (JedisException e) {
                throw failed(e);
            }
        });
        return List.copyOf(results.values());
    }

    /// Lends a shared connection to one short call about a server, for each primary in turn.
    ///
    /// @throws RedisUnavailableException if one is not there
    public <T> List<T> onEach(Function<Jedis, T> call) {
        return primaries().all().stream().map(primary -> with(primary, call)).toList();
    }

    /// Lends a shared connection to one short call about one server: the only one, or the first
    /// primary.
    ///
    /// @throws RedisUnavailableException if it is not there; the call may have taken effect
    public <T> T with(Function<Jedis, T> call) {
        return with(primaries().all().getFirst(), call);
    }

    /// As [#with(String, Function)], of a server and not of a key.
    <T> T with(RedisPrimaries.Primary primary, Function<Jedis, T> call) {
        try {
            return lend(primary, line -> call.apply(line.jedis()));
        } catch (JedisException e) {
            throw failed(e);
        }
    }

    /// Asks each primary, and each replica that answers, over a connection of its own.
    ///
    /// @throws RedisUnavailableException if a primary is not there
    public <T> Map<RedisEndpoint.Server, T> onAll(Function<Jedis, T> question) {
        RedisPrimaries primaries = primaries();
        Map<RedisEndpoint.Server, T> answers = new LinkedHashMap<>();
        for (RedisPrimaries.Primary primary : primaries.all()) {
            answers.put(primary.server(), ask(primary.server(), question));
            for (RedisEndpoint.Server replica : primary.replicas()) {
                try {
                    answers.put(replica, ask(replica, question));
                } catch (RedisUnavailableException e) {
                    LOG.warn("the replica {} was not asked: {}", replica, e.getMessage());
                }
            }
        }
        return answers;
    }

    private static <T> T ask(RedisEndpoint.Server server, Function<Jedis, T> question) {
        try (Jedis jedis = RedisWire.BRIEF.connect(server)) {
            return question.apply(jedis);
        } catch (JedisException e) {
            throw RedisUnavailableException.translated(e);
        }
    }

    /// How many servers besides the one that is written to must have a message before it is
    /// acknowledged: the least of all primaries.
    public int leastConfirmations() {
        return primaries().all().stream().mapToInt(this::confirmations).min().orElse(0);
    }

    private <T> T lend(RedisPrimaries.Primary primary, Function<Line, T> call) {
        return shared.computeIfAbsent(
                        primary.server(),
                        server -> new SharedLines(() -> openUnlessClosed(server), epoch::seen))
                .lend(call);
    }

    private Line openUnlessClosed(RedisEndpoint.Server server) {
        if (closed) {
            throw new RedisUnavailableException(
                    "the connections to Redis are closed", new IllegalStateException("closed"));
        }
        return open(server);
    }

    /// After a failure, which may mean that somebody else is primary now.
    private RuntimeException failed(JedisException e) {
        lookAgain();
        return RedisUnavailableException.translated(e);
    }

    /// What cannot be found out now, the next call finds out.
    void lookAgain() {
        if (looking.tryLock()) {
            try {
                look();
            } catch (RedisUnavailableException e) {
                LOG.debug("nobody says where the primary is", e);
            } finally {
                looking.unlock();
            }
        }
    }

    /// Closes the shared connections; calls under way end first.
    @Override
    public void close() {
        closed = true;
        shared.values().forEach(SharedLines::close);
        looking.lock();
        try {
            scout.close();
        } finally {
            looking.unlock();
        }
    }
}
