package baton.relay.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;

/// So many tries per key and period, refilled evenly (a token bucket). At most [#KEYS_MAX] keys are
/// remembered: when there are more, those whose bucket is full again go first, then any, so that a
/// flood of keys costs memory neither of ours nor without end. May be used by any thread.
final class RateLimit {
    static final int KEYS_MAX = 10_000;

    private final int triesMax;
    private final Duration period;
    private final InstantSource clock;
    private final ConcurrentHashMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /// @param tries that are left
    private record Bucket(double tries, Instant at) {}

    RateLimit(int triesMax, Duration period, InstantSource clock) {
        this.triesMax = triesMax;
        this.period = period;
        this.clock = clock;
    }

    /// Uses up one try; false if none is left.
    boolean tryTake(String key) {
        Instant now = clock.instant();
        makeRoom(now);
        boolean[] granted = new boolean[1];
        buckets.compute(
                key,
                (same, bucket) -> {
                    double tries = bucket == null ? triesMax : triesAt(bucket, now);
                    granted[0] = tries >= 1;
                    return new Bucket(granted[0] ? tries - 1 : tries, now);
                });
        return granted[0];
    }

    /// Gives a try back, because it turned out to be none.
    void giveBack(String key) {
        buckets.computeIfPresent(
                key,
                (same, bucket) -> new Bucket(Math.min(triesMax, bucket.tries() + 1), bucket.at()));
    }

    int keys() {
        return buckets.size();
    }

    private double triesAt(Bucket bucket, Instant now) {
        double share = Duration.between(bucket.at(), now).toMillis() / (double) period.toMillis();
        return Math.min(triesMax, bucket.tries() + Math.max(0, share) * triesMax);
    }

    private void makeRoom(Instant now) {
        if (buckets.size() < KEYS_MAX) {
            return;
        }
        buckets.values().removeIf(bucket -> triesAt(bucket, now) >= triesMax);
        var keys = buckets.keySet().iterator();
        while (buckets.size() >= KEYS_MAX && keys.hasNext()) {
            keys.next();
            keys.remove();
        }
    }
}
