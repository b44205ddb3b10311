package baton.relay.redis;

import baton.model.ConversationId;
import baton.relay.log.AppendOutcome;
import baton.relay.node.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/// Group commit: one thread with one connection that sends what waits, up to [#BATCH_MAX] appends,
/// in one flush, so that they share one write to disk, and then hands out the outcomes in order.
/// All appends of a conversation take the same lane.
///
/// Before the first append of a conversation the lane notes it among those that this node is
/// announcing, earlier in the same pipeline, and it removes the note by the same way. Both orders
/// are therefore the order in which Redis sees them: an event without note cannot be.
///
/// When the connection breaks, the outcomes under way are unknown, and whoever waits is told so;
/// nobody waits for the store to come back. [#offer] may be called by any thread and never blocks;
/// outcomes are called on the lane's thread.
final class CommitLane {
    static final int BATCH_MAX = 512;

    private static final int WAITING_MAX = 16_384;
    private static final int HOT_MAX = 100_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final long RETRY_MILLIS_MIN = 50;
    private static final long RETRY_MILLIS_MAX = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(CommitLane.class);

    private final RedisConnections connections;
    private final List<RedisScript> scripts;
    private final String announcing;
    private final ArrayBlockingQueue<Job> waiting = new ArrayBlockingQueue<>(WAITING_MAX);

    /// Conversations noted as announcing, with their newest seq as far as this lane knows it.
    private final Map<ConversationId, Long> hot = new HashMap<>();

    /// Conversations that may have an event which nobody knows of: an append was under way when the
    /// connection broke. Their note stays until an append of theirs is decided.
    private final Set<ConversationId> unsure = new HashSet<>();

    private Optional<RedisConnections.Line> connection = Optional.empty();
    private volatile boolean isOver;
    private long retryMillis = RETRY_MILLIS_MIN;

    /// What a lane can be asked for.
    sealed interface Job {
        ConversationId conversation();

        /// @param script one of those that the lane was made with
        /// @param read makes the outcome of the script's answer and the epoch of the store that
        ///   gave it
        record Append(
                ConversationId conversation,
                RedisScript script,
                RedisScript.Call call,
                BiFunction<Object, Long, AppendOutcome> read,
                Consumer<AppendOutcome> outcome)
                implements Job {}

        /// Nothing up to `seq` waits to be announced.
        record Settle(ConversationId conversation, long seq) implements Job {}
    }

    CommitLane(RedisConnections connections, List<RedisScript> scripts, NodeId self) {
        this.connections = connections;
        this.scripts = List.copyOf(scripts);
        this.announcing = RedisKeys.announcing(self);
    }

    /// @return false if too many wait, or if the lane has ended
    boolean offer(Job job) {
        return !isOver && waiting.offer(job);
    }

    /// Takes batches until the thread is interrupted; whoever waits then is told that nothing is
    /// known.
    void run() throws InterruptedException {
        List<Job> batch = new ArrayList<>(BATCH_MAX);
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Job first = waiting.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, BATCH_MAX - 1);
                    commit(batch);
                    batch.clear();
                }
            }
        } finally {
            isOver = true;
            disconnect();
            batch.clear();
            waiting.drainTo(batch);
            batch.forEach(CommitLane::leaveUnknown);
        }
    }

    private void commit(List<Job> batch) throws InterruptedException {
        int answered = 0;
        try {
            RedisConnections.Line line = connected();
            List<Optional<Response<Object>>> responses = send(line.jedis(), batch);
            for (; answered < batch.size(); answered++) {
                Job job = batch.get(answered);
                responses.get(answered).ifPresent(response -> decide(job, response, line.epoch()));
            }
        } catch (JedisException | RedisUnavailableException e) {
            LOG.warn(
                    "{} appends have no outcome, their devices repeat them: {}",
                    batch.size() - answered,
                    e.getMessage());
            disconnect();
            List<Job> unanswered = batch.subList(answered, batch.size());
            unanswered.forEach(job -> unsure.add(job.conversation()));
            unanswered.forEach(CommitLane::leaveUnknown);
            TimeUnit.MILLISECONDS.sleep(retryMillis);
            retryMillis = Math.min(RETRY_MILLIS_MAX, retryMillis * 2);
        }
    }

    private RedisConnections.Line connected() {
        long epoch = connections.epoch().seen();
        if (connection.isPresent() && connection.get().epoch() != epoch) {
            disconnect();
        }
        if (connection.isEmpty()) {
            RedisConnections.Line line = connections.open();
            connection = Optional.of(line);
            scripts.forEach(script -> script.load(line.jedis()));
            LOG.info("commit lane is connected");
        }
        return connection.get();
    }

    private void disconnect() {
        hot.clear();
        try {
            connection.ifPresent(RedisConnections.Line::close);
        } catch (JedisException e) {
            LOG.debug("a broken connection was closed", e);
        } finally {
            connection = Optional.empty();
        }
    }

    private List<Optional<Response<Object>>> send(Jedis jedis, List<Job> batch) {
        List<Optional<Response<Object>>> responses = new ArrayList<>(batch.size());
        Set<ConversationId> inBatch = new HashSet<>();
        if (hot.size() > HOT_MAX) {
            hot.clear();
        }
        try (Pipeline pipeline = jedis.pipelined()) {
            for (Job job : batch) {
                String name = job.conversation().value();
                switch (job) {
                    case Job.Append append -> {
                        if (hot.putIfAbsent(append.conversation(), 0L) == null) {
                            pipeline.sadd(announcing, name);
                        }
                        inBatch.add(append.conversation());
                        responses.add(Optional.of(append.script().queue(pipeline, append.call())));
                    }
                    case Job.Settle settle -> {
                        responses.add(Optional.empty());
                        boolean isNewer =
                                unsure.contains(settle.conversation())
                                        || hot.getOrDefault(settle.conversation(), 0L)
                                                > settle.seq();
                        if (!isNewer && !inBatch.contains(settle.conversation())) {
                            hot.remove(settle.conversation());
                            pipeline.srem(announcing, name);
                        }
                    }
                }
            }
            pipeline.sync();
        }
        retryMillis = RETRY_MILLIS_MIN;
        return responses;
    }

    private void decide(Job job, Response<Object> response, long epoch) {
        if (job instanceof Job.Append append) {
            AppendOutcome outcome = outcome(append, response, epoch);
            if (outcome instanceof AppendOutcome.Stored stored) {
                hot.put(append.conversation(), stored.event().seq());
            }
            if (!(outcome instanceof AppendOutcome.Unavailable)) {
                unsure.remove(append.conversation());
            }
            append.outcome().accept(outcome);
        }
    }

    /// A Redis that has lost its scripts or stores nothing any more ends the batch, and the lane
    /// connects anew; any other error concerns one append alone.
    private static AppendOutcome outcome(Job.Append append, Response<Object> response, long epoch) {
        try {
            return append.read().apply(response.get(), epoch);
        } catch (JedisNoScriptException e) {
            throw e;
        } catch (JedisDataException e) {
            if (RedisUnavailableException.meansAway(e)) {
                throw e;
            }
            LOG.error("an append to {} was not decided", append.conversation(), e);
            return new AppendOutcome.Unavailable();
        } catch (IllegalStateException e) {
            LOG.error("an append to {} was not decided", append.conversation(), e);
            return new AppendOutcome.Unavailable();
        }
    }

    private static void leaveUnknown(Job job) {
        if (job instanceof Job.Append append) {
            append.outcome().accept(new AppendOutcome.Unavailable());
        }
    }
}
