package baton.trials.bench;

import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// How far a light device knows its account's feed, by the rules of a real one: a slice counts iff
/// it joins on, one that came too early waits for the one before it, and one question at a time is
/// asked. Belongs to the thread of its loop.
final class LightFeed {
    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

    /// Ends of slices that came too early, by where they join on.
    private final TreeMap<Long, Long> early = new TreeMap<>();

    private long cursor;
    private long newest;
    private long gapSince = Long.MAX_VALUE;
    private boolean isAsking;

    void opened() {
        early.clear();
        gapSince = Long.MAX_VALUE;
        isAsking = false;
    }

    long cursor() {
        return cursor;
    }

    boolean isCaughtUp() {
        return !isAsking && cursor >= newest;
    }

    /// Where a question begins that is asked now.
    long asked() {
        isAsking = true;
        gapSince = Long.MAX_VALUE;
        return cursor;
    }

    /// @return whether to ask now
    boolean heardOf(long revision) {
        newest = Math.max(newest, revision);
        return newest > cursor && !isAsking && gapSince == Long.MAX_VALUE;
    }

    /// Takes a slice.
    ///
    /// @return whether to ask now
    boolean isToAskAfter(long before, long after) {
        if (before > cursor) {
            early.merge(before, after, Math::max);
            gapSince = isAsking ? gapSince : Math.min(gapSince, System.nanoTime());
            return false;
        }
        cursor = Math.max(cursor, after);
        while (!early.isEmpty() && early.firstKey() <= cursor) {
            cursor = Math.max(cursor, early.pollFirstEntry().getValue());
        }
        gapSince = Long.MAX_VALUE;
        isAsking = false;
        return cursor < newest;
    }

    /// Whether what is missing has stayed away for so long that it is to be asked for.
    boolean isGapDue(long now) {
        return gapSince != Long.MAX_VALUE && now - gapSince >= GAP_NANOS;
    }
}
