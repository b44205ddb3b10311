package baton.relay.session;

import java.time.Duration;
import java.time.Instant;

/// So many of something per period, refilled evenly. Confined to the session's thread.
final class Allowance {
    private final int most;
    private final Duration period;
    private double left;
    private Instant at;

    Allowance(int most, Duration period, Instant now) {
        this.most = most;
        this.period = period;
        this.left = most;
        this.at = now;
    }

    /// Uses up one; false if none is left.
    boolean take(Instant now) {
        double share = Duration.between(at, now).toMillis() / (double) period.toMillis();
        left = Math.min(most, left + Math.max(0, share) * most);
        at = now;
        boolean isGranted = left >= 1;
        left -= isGranted ? 1 : 0;
        return isGranted;
    }
}
