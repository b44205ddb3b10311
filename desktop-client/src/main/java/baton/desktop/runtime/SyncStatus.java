package baton.desktop.runtime;

import java.time.Duration;
import java.time.Instant;

/// How current this device is: all that the status pill and the sync bar show.
///
/// @param currentAsOf when the device last knew that it had everything; [Instant#EPOCH] for never
/// @param pendingIn messages that the account has and this device has not stored yet, exact as far
///   as the directory is known
/// @param pendingOut messages in the outbox
public record SyncStatus(
        Link link, Work work, Instant currentAsOf, long pendingIn, long pendingOut) {

    /// The connection to the relay.
    public sealed interface Link {
        record Connecting(Instant since) implements Link {}

        record Online(Instant since) implements Link {}

        /// @param code why: `relay-unreachable`, or a [baton.model.Refusal]
        record Offline(Instant since, Instant nextTry, String code) implements Link {}

        /// Trying again cannot help: a person has to act.
        record Stopped(String code) implements Link {}
    }

    /// What is being fetched.
    public enum Phase {
        /// Nothing: the device holds everything it knows of.
        IDLE,
        /// The directory: registers. `done` and `total` count registers.
        LIST,
        /// The newest messages of each conversation. Counts messages, as does [#HISTORY].
        RECENT,
        HISTORY,
        /// Old history is missing, and a person wants it to wait. Counts messages.
        PAUSED
    }

    /// @param done of `total` in this stretch of catching up; never falls within it
    /// @param perSecond rate of the last seconds; 0 when unknown
    /// @param left time left at that rate; zero when unknown
    public record Work(Phase phase, long done, long total, long perSecond, Duration left) {
        public static final Work IDLE = new Work(Phase.IDLE, 0, 0, 0, Duration.ZERO);

        public long remaining() {
            return total - done;
        }
    }

    /// Whether every known message and register is on this device and the relay said so lately.
    public boolean isCurrent() {
        return link instanceof Link.Online && work.phase() == Phase.IDLE;
    }
}
