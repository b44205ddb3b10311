package baton.relay.redis;

import baton.model.ConversationId;
import baton.relay.log.AppendOutcome;
import baton.relay.node.NodeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

/// Group commit: one thread with one connection to each primary that sends what waits, up to
/// [#BATCH_MAX] appends, in one flush, so that they share one write to disk and one confirmation by
/// the replicas, and then hands out the outcomes in order. All appends of a conversation take the
/// same lane.
///
/// Before the first append of a conversation the lane notes it among those that this node is
/// announcing: earlier in the same flush, or, if another primary holds the notes, in a flush that
/// ends before. It removes the note by the same way. An event without note cannot be.
///
/// When a connection breaks, or a replica that could become the primary does not confirm, the
/// outcomes under way are unknown, and whoever waits is told so; nobody waits for the store to come
/// back. [#offer] may be called by any thread and never blocks; outcomes are called on the lane's
/// thread.
final class CommitLane {
    static final int BATCH_MAX = 512;

    private static final int WAITING_MAX = 16_384;
    private static final int HOT_MAX = 100_000;
    private static final int CONFIRM_MILLIS = 1_000;
    private static final long IDLE_MILLIS = 1_000;
    private static final long RETRY_MILLIS_MIN = 50;
    private static final long RETRY_MILLIS_MAX = 500;
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

    private final Map<RedisEndpoint.Server, RedisConnections.Line> lines = new HashMap<>();
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
            lines.values().forEach(RedisConnections.Line::close);
            lines.clear();
            batch.clear();
            waiting.drainTo(batch);
            appends(batch).forEach(CommitLane::leaveUnknown);
        }
    }

    private void commit(List<Job> batch) throws InterruptedException {
        if (isCommitted(batch)) {
            retryMillis = RETRY_MILLIS_MIN;
        } else {
            TimeUnit.MILLISECONDS.sleep(retryMillis);
            retryMillis = Math.min(RETRY_MILLIS_MAX, retryMillis * 2);
        }
    }

    private boolean isCommitted(List<Job> batch) {
        List<Flush> flushes;
        try {
            flushes = flushes(batch, connections.primaries());
        } catch (RedisUnavailableException e) {
            leaveUnknown(appends(batch), e);
            return false;
        }
        boolean isNoted = isWritten(flushes.getFirst());
        boolean isWhole = isNoted;
        for (Flush flush : flushes.subList(1, flushes.size())) {
            if (isNoted) {
                isWhole &= isWritten(flush);
            } else {
                flush.appends().forEach(CommitLane::leaveUnknown);
            }
        }
        return isWhole;
    }

    /// What goes to one primary at once.
    private record Flush(
            RedisPrimaries.Primary primary, List<Note> notes, List<Job.Append> appends) {
        static Flush to(RedisPrimaries.Primary primary) {
            return new Flush(primary, new ArrayList<>(), new ArrayList<>());
        }

        boolean isNothing() {
            return notes.isEmpty() && appends.isEmpty();
        }

        /// Whether anything in it must outlive the primary.
        boolean isPrecious() {
            return !appends.isEmpty() || notes.stream().anyMatch(Note::isAdded);
        }
    }

    private record Note(String conversation, boolean isAdded) {}

    /// The first one goes to where the notes are; it must have got there before any other.
    private List<Flush> flushes(List<Job> batch, RedisPrimaries primaries) {
        if (hot.size() > HOT_MAX) {
            hot.clear();
        }
        Map<RedisPrimaries.Primary, Flush> flushes = new LinkedHashMap<>();
        Flush home = flushes.computeIfAbsent(primaries.of(announcing), Flush::to);
        Set<ConversationId> inBatch = new HashSet<>();
        for (Job job : batch) {
            ConversationId conversation = job.conversation();
            switch (job) {
                case Job.Append append -> {
                    if (hot.putIfAbsent(conversation, 0L) == null) {
                        home.notes().add(new Note(conversation.value(), true));
                    }
                    inBatch.add(conversation);
                    flushes.computeIfAbsent(primaries.of(RedisKeys.log(conversation)), Flush::to)
                            .appends()
                            .add(append);
                }
                case Job.Settle settle -> {
                    boolean isNewer =
                            unsure.contains(conversation)
                                    || hot.getOrDefault(conversation, 0L) > settle.seq();
                    if (!isNewer && !inBatch.contains(conversation)) {
                        hot.remove(conversation);
                        home.notes().add(new Note(conversation.value(), false));
                    }
                }
            }
        }
        return List.copyOf(flushes.values());
    }

    private boolean isWritten(Flush flush) {
        int decided = 0;
        try {
            if (!flush.isNothing()) {
                RedisConnections.Line line = connected(flush.primary().server());
                for (Response<Object> response : send(line.jedis(), flush)) {
                    decide(flush.appends().get(decided), response, line.epoch());
                    decided++;
                }
            }
            return true;
        } catch (JedisException | RedisUnavailableException e) {
            hot.clear();
            disconnect(flush.primary().server());
            connections.lookAgain();
            leaveUnknown(flush.appends().subList(decided, flush.appends().size()), e);
            return false;
        }
    }

    private RedisConnections.Line connected(RedisEndpoint.Server server) {
        Optional<RedisConnections.Line> before = Optional.ofNullable(lines.get(server));
        if (before.isPresent() && before.get().epoch() == connections.epoch().seen()) {
            return before.get();
        }
        hot.clear();
        disconnect(server);
        RedisConnections.Line line = connections.open(server);
        lines.put(server, line);
        scripts.forEach(script -> script.load(line.jedis()));
        LOG.info("commit lane is connected to {}", server);
        return line;
    }

    private void disconnect(RedisEndpoint.Server server) {
        Optional.ofNullable(lines.remove(server)).ifPresent(RedisConnections.Line::close);
    }

    /// Returns when everything is written and, where the primary has replicas, when they have it
    /// too; fails otherwise.
    private List<Response<Object>> send(Jedis jedis, Flush flush) {
        List<Response<Object>> responses = new ArrayList<>(flush.appends().size());
        int needed = flush.isPrecious() ? connections.confirmations(flush.primary()) : 0;
        Optional<Response<Long>> confirmed = Optional.empty();
        try (Pipeline pipeline = jedis.pipelined()) {
            for (Note note : flush.notes()) {
                if (note.isAdded()) {
                    pipeline.sadd(announcing, note.conversation());
                } else {
                    pipeline.srem(announcing, note.conversation());
                }
            }
            for (Job.Append append : flush.appends()) {
                responses.add(append.script().queue(pipeline, append.call()));
            }
            if (needed > 0) {
                confirmed = Optional.of(pipeline.waitReplicas(needed, CONFIRM_MILLIS));
            }
            pipeline.sync();
        }
        if (confirmed.isPresent() && confirmed.get().get() < needed) {
            throw new RedisUnavailableException(
                    "%d of %d replicas confirmed".formatted(confirmed.get().get(), needed),
                    new IllegalStateException("too few confirmations"));
        }
        return responses;
    }

    private void decide(Job.Append append, Response<Object> response, long epoch) {
        AppendOutcome outcome = outcome(append, response, epoch);
        if (outcome instanceof AppendOutcome.Stored stored) {
            hot.put(append.conversation(), stored.event().seq());
        }
        if (!(outcome instanceof AppendOutcome.Unavailable)) {
            unsure.remove(append.conversation());
        }
        append.outcome().accept(outcome);
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

    private void leaveUnknown(List<Job.Append> appends, RuntimeException reason) {
        LOG.warn(
                "{} appends have no outcome, their devices repeat them: {}",
                appends.size(),
                reason.getMessage());
        appends.forEach(append -> unsure.add(append.conversation()));
        appends.forEach(CommitLane::leaveUnknown);
    }

    private static void leaveUnknown(Job.Append append) {
        append.outcome().accept(new AppendOutcome.Unavailable());
    }

    private static List<Job.Append> appends(List<Job> jobs) {
        return jobs.stream()
                .filter(Job.Append.class::isInstance)
                .map(Job.Append.class::cast)
                .toList();
    }
}
