package baton.desktop.sync;

import baton.model.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The sends of one conversation on the current connection: how many are on their way and when to
/// start again from the oldest. Nothing here is stored; a new connection begins with nothing sent.
final class Lane {
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TreeSet<Long> waiting = new TreeSet<>();
    private final Backoff backoff;

    /// Below it, what waits is on its way.
    private long next;

    private Instant retryAt = Instant.MAX;
    private Instant blockedUntil = Instant.MIN;
    private Instant rewoundAt = Instant.EPOCH;

    Lane(Backoff backoff) {
        this.backoff = backoff;
    }

    void add(long clientSeq) {
        waiting.add(clientSeq);
        next = Math.min(next, clientSeq);
    }

    void remove(long clientSeq) {
        waiting.remove(clientSeq);
    }

    long waiting() {
        return waiting.size();
    }

    /// The oldest that waits; [Long#MAX_VALUE] if none does.
    long first() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.first();
    }

    /// Whether there is nothing left to remember.
    boolean isIdle() {
        return waiting.isEmpty() && rewoundAt.equals(Instant.EPOCH);
    }

    void restart() {
        next = 0;
        retryAt = Instant.MAX;
        blockedUntil = Instant.MIN;
        rewoundAt = Instant.EPOCH;
        backoff.reset();
    }

    Instant rewoundAt() {
        return rewoundAt;
    }

    /// Everything that waits is sent again, now.
    void rewind(Instant at) {
        rewoundAt = at;
        next = 0;
        retryAt = Instant.MAX;
    }

    /// Something was answered: the others have their full time again.
    void succeeded() {
        retryAt = Instant.MAX;
        backoff.reset();
    }

    /// The relay cannot take anything at the moment.
    void block(Instant at) {
        if (!at.isBefore(blockedUntil)) {
            blockedUntil = at.plus(PATIENCE).plus(backoff.next());
        }
        next = 0;
        retryAt = Instant.MAX;
    }

    /// What is to be sent now, in order.
    ///
    /// @param below numbers from here on wait for an event that is set aside
    List<Long> send(Instant at, long below) {
        if (waiting.isEmpty() || at.isBefore(blockedUntil)) {
            return List.of();
        }
        if (!at.isBefore(retryAt)) {
            next = 0;
            retryAt = Instant.MAX;
        }
        List<Long> sent = new ArrayList<>();
        int onTheirWay = waiting.headSet(next).size();
        for (long clientSeq : waiting.tailSet(next)) {
            if (clientSeq >= below || onTheirWay + sent.size() >= Limits.SENDS_IN_FLIGHT_MAX) {
                break;
            }
            sent.add(clientSeq);
        }
        if (!sent.isEmpty()) {
            next = sent.getLast() + 1;
        }
        if (retryAt.equals(Instant.MAX)) {
            Duration jitter = backoff.next();
            Duration wait = PATIENCE.plus(jitter);
            retryAt = at.plus(wait.compareTo(Backoff.LONGEST) > 0 ? Backoff.LONGEST : wait);
        }
        return sent;
    }

    /// When to look again; of use only while something waits.
    Instant due() {
        return retryAt.equals(Instant.MAX) ? blockedUntil : retryAt;
    }
}
