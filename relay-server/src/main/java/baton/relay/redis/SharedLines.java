package baton.relay.redis;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import redis.clients.jedis.exceptions.JedisException;

/// A few connections to one server, lent to short calls. May be used by any thread; a call waits
/// for a free one.
///
/// They stand behind a semaphore of our own and not in the library's pool, which spins without end
/// when many virtual threads wait for it.
final class SharedLines implements AutoCloseable {
    private static final int SHARED_MAX = 64;

    /// A connection that rested longer than this may have died unnoticed, or its server may have
    /// become a replica, and is asked first.
    private static final long FRESH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Supplier<RedisConnections.Line> opening;
    private final LongSupplier epoch;
    private final Semaphore places = new Semaphore(SHARED_MAX, true);
    private final ArrayBlockingQueue<Resting> resting = new ArrayBlockingQueue<>(SHARED_MAX);
    private volatile boolean closed;

    private record Resting(RedisConnections.Line line, long sinceNanos) {}

    /// @param opening opens one more
    /// @param epoch of the store as it is known now
    SharedLines(Supplier<RedisConnections.Line> opening, LongSupplier epoch) {
        this.opening = opening;
        this.epoch = epoch;
    }

    /// Fails as the call does; and with [RedisUnavailableException] if there is no connection.
    <T> T lend(Function<RedisConnections.Line, T> call) {
        places.acquireUninterruptibly();
        try {
            RedisConnections.Line line = shared();
            boolean intact = false;
            try {
                T result = call.apply(line);
                intact = !line.jedis().isBroken();
                return result;
            } finally {
                giveBack(line, intact);
            }
        } finally {
            places.release();
        }
    }

    private RedisConnections.Line shared() {
        if (closed) {
            throw new RedisUnavailableException(
                    "the connections to Redis are closed", new IllegalStateException("closed"));
        }
        Resting rested = resting.poll();
        while (rested != null) {
            if (isUsable(rested)) {
                return rested.line();
            }
            rested.line().close();
            rested = resting.poll();
        }
        return opening.get();
    }

    /// A connection of an earlier epoch leads to a server that another one has replaced.
    private boolean isUsable(Resting rested) {
        return rested.line().epoch() == epoch.getAsLong()
                && (System.nanoTime() - rested.sinceNanos() < FRESH_NANOS
                        || isPrimary(rested.line()));
    }

    private static boolean isPrimary(RedisConnections.Line line) {
        try {
            return "master".equals(line.jedis().role().getFirst());
        } catch (JedisException e) {
            return false;
        }
    }

    private void giveBack(RedisConnections.Line line, boolean intact) {
        Resting rested = new Resting(line, System.nanoTime());
        if (!intact || closed || !resting.offer(rested)) {
            line.close();
        }
        if (closed) {
            closeResting();
        }
    }

    /// Calls under way end first.
    @Override
    public void close() {
        closed = true;
        closeResting();
    }

    private void closeResting() {
        Resting rested = resting.poll();
        while (rested != null) {
            rested.line().close();
            rested = resting.poll();
        }
    }
}
