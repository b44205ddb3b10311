package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The sends of one conversation on the current connection: how many are on their way and when to
/// start again from the oldest. Nothing here is stored; a new connection begins with nothing sent.
final class Lane {
    static final String NO_ANSWER = "no-answer";
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    /// What waits, by its clientSeq, and until when it is tried.
    private final NavigableMap<Long, Instant> waiting = new TreeMap<>();

    /// How often each of them went out, for the screen.
    private final Map<Long, Integer> tries = new HashMap<>();

    private final Backoff backoff;

    /// Below it, what waits is on its way.
    private long next;

    /// How many those are.
    private int onTheirWay;

    private Instant retryAt = Instant.MAX;
    private Instant blockedUntil = Instant.MIN;
    private Instant rewoundAt = Instant.EPOCH;
    private Instant triedAt = Instant.EPOCH;

    /// Why what was sent last is still here; empty while nothing is known.
    private String trouble = "";

    Lane(Backoff backoff) {
        this.backoff = backoff;
    }

    void add(long clientSeq, Instant giveUpAt) {
        waiting.put(clientSeq, giveUpAt);
        if (clientSeq < next) {
            next = clientSeq;
            onTheirWay = waiting.headMap(next).size();
        }
    }

    void remove(long clientSeq) {
        tries.remove(clientSeq);
        if (waiting.remove(clientSeq) != null && clientSeq < next) {
            onTheirWay--;
        }
    }

    long waiting() {
        return waiting.size();
    }

    int onTheirWay() {
        return onTheirWay;
    }

    /// The oldest that waits; [Long#MAX_VALUE] if none does.
    long first() {
        return waiting.isEmpty() ? Long.MAX_VALUE : waiting.firstKey();
    }

    /// When the oldest that waits has been tried for long enough; [Instant#MAX] if none waits.
    Instant giveUpAt() {
        return waiting.isEmpty() ? Instant.MAX : waiting.firstEntry().getValue();
    }

    /// Whether there is nothing left to remember.
    boolean isIdle() {
        return waiting.isEmpty() && rewoundAt.equals(Instant.EPOCH);
    }

    void restart() {
        nothingIsOnItsWay();
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
        nothingIsOnItsWay();
    }

    private void nothingIsOnItsWay() {
        next = 0;
        onTheirWay = 0;
        retryAt = Instant.MAX;
    }

    /// Something was answered: the others have their full time again.
    void succeeded() {
        retryAt = Instant.MAX;
        trouble = "";
        backoff.reset();
    }

    /// The relay cannot take anything at the moment.
    ///
    /// @param code why
    void block(Instant at, String code) {
        trouble = code;
        if (!at.isBefore(blockedUntil)) {
            blockedUntil = at.plus(PATIENCE).plus(backoff.next());
        }
        nothingIsOnItsWay();
    }

    /// Time goes on: what was not answered counts as lost.
    void expire(Instant at) {
        if (!at.isBefore(retryAt)) {
            trouble = NO_ANSWER;
            nothingIsOnItsWay();
        }
        beginToWait(at);
        if (!at.isBefore(blockedUntil)) {
            blockedUntil = Instant.MIN;
        }
    }

    /// Whether something waits that is not on its way and may be.
    boolean isReady() {
        return !waiting.isEmpty() && waiting.lastKey() >= next && blockedUntil.equals(Instant.MIN);
    }

    /// What is to be sent now, in order. Only if [#isReady].
    ///
    /// @param below numbers from here on wait for an event that is set aside
    /// @param room how many may be sent at most
    List<Long> send(Instant at, long below, int room) {
        int most = Math.min(room, Limits.SENDS_IN_FLIGHT_MAX - onTheirWay);
        List<Long> sent =
                waiting.tailMap(next).keySet().stream()
                        .takeWhile(clientSeq -> clientSeq < below)
                        .limit(Math.max(0, most))
                        .toList();
        if (!sent.isEmpty()) {
            sent.forEach(clientSeq -> tries.merge(clientSeq, 1, Integer::sum));
            triedAt = at;
            next = sent.getLast() + 1;
            onTheirWay += sent.size();
        }
        beginToWait(at);
        return sent;
    }

    /// Whatever is on its way has its time, also what is left of it after an answer.
    private void beginToWait(Instant at) {
        if (onTheirWay > 0 && retryAt.equals(Instant.MAX)) {
            Duration wait = PATIENCE.plus(backoff.next());
            retryAt = at.plus(wait.compareTo(Backoff.LONGEST) > 0 ? Backoff.LONGEST : wait);
        }
    }

    /// What has gone out and is still here.
    Stream<Readings.Attempt> attempts(ConversationId conversation) {
        return tries.entrySet().stream()
                .map(tried ->
                        new Readings.Attempt(
                                conversation,
                                tried.getKey(),
                                tried.getValue(),
                                triedAt,
                                trouble,
                                due()));
    }

    /// When to look again if nothing else happens; [Instant#MAX] for never.
    Instant due() {
        if (waiting.isEmpty() || retryAt.isBefore(Instant.MAX)) {
            return retryAt;
        }
        return blockedUntil.equals(Instant.MIN) ? Instant.MAX : blockedUntil;
    }
}
