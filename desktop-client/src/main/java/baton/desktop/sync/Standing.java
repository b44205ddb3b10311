package baton.desktop.sync;

import java.time.Duration;
import java.time.Instant;

/// How current the device is, as its engine sees it; none of it is stored.
///
/// @param currentAsOf when the device last knew that it had everything; [Instant#EPOCH] for never
/// @param pendingIn countable events that the account has and this device has not stored
/// @param pendingOut rows of the outbox that wait to be acknowledged
public record Standing(
        Phase phase, Work work, Instant currentAsOf, long pendingIn, long pendingOut) {

    /// The connection, as far as the engine drives it.
    public sealed interface Phase {
        record Offline(Instant since, Instant nextTry, String code) implements Phase {}

        record Connecting(Instant since) implements Phase {}

        record Online(Instant since) implements Phase {}

        record Stopped(String code) implements Phase {}
    }

    /// What is being fetched.
    public enum Stretch {
        IDLE,
        LIST,
        RECENT,
        HISTORY,
        /// Old history is missing, and a person wants it to wait.
        PAUSED
    }

    /// @param done of `total` since this stretch began; never falls within it
    /// @param perSecond rate of the last seconds; 0 when unknown
    /// @param left time left at that rate; zero when unknown
    public record Work(Stretch stretch, long done, long total, long perSecond, Duration left) {}
}
