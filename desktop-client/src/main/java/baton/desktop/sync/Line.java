package baton.desktop.sync;

import baton.desktop.sync.Standing.Phase;
import baton.model.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The one connection of the device: when to open it, when to give it up, when to try again. Inputs
/// about any other connection than the current one are not for this engine.
final class Line {
    static final String UNREACHABLE = "relay-unreachable";
    private static final Duration OPENING_MAX = Duration.ofSeconds(20);
    private static final Duration STABLE = Duration.ofSeconds(10);
    private static final Duration AFTER_REPLACEMENT = Duration.ofSeconds(60);
    private static final Duration RETRY_AFTER_MAX = Duration.ofHours(1);
    private static final Set<String> FINAL =
            Set.of(Refusal.DEVICE_SIGNED_OUT.code(), Refusal.PROTOCOL_UNSUPPORTED.code());

    private final Effects effects;
    private final RandomGenerator random;
    private final Backoff backoff;
    private Phase phase = new Phase.Offline(Instant.EPOCH, Instant.MIN, UNREACHABLE);
    private long connection = -1;
    private boolean stable;

    Line(Effects effects, RandomGenerator random) {
        this.effects = effects;
        this.random = random;
        this.backoff = new Backoff(random);
    }

    Phase phase() {
        return phase;
    }

    boolean isCurrent(long number) {
        return number == connection;
    }

    boolean isOnline() {
        return phase instanceof Phase.Online;
    }

    /// @return whether this opened the connection that was being opened
    boolean opened(Instant at, long number) {
        if (!isCurrent(number) || !(phase instanceof Phase.Connecting)) {
            return false;
        }
        phase = new Phase.Online(at);
        stable = false;
        effects.connected(number);
        return true;
    }

    /// Forgets the connection and decides when to try again.
    void lost(Instant at, String code, long retryAfterMillis) {
        connection = -1;
        if (FINAL.contains(code)) {
            phase = new Phase.Stopped(code);
            return;
        }
        Duration wait = backoff.next();
        if (code.equals(Refusal.SESSION_REPLACED.code())) {
            wait = wait.plus(AFTER_REPLACEMENT);
        }
        long asked = Math.clamp(retryAfterMillis, 0, RETRY_AFTER_MAX.toMillis());
        Duration least = Duration.ofMillis(asked);
        phase = new Phase.Offline(at, at.plus(wait.compareTo(least) > 0 ? wait : least), code);
    }

    /// Ends the connection from this side.
    void drop(Instant at, String code, long retryAfterMillis) {
        effects.add(new SyncEffect.Disconnect(connection, code));
        lost(at, code, retryAfterMillis);
    }

    void connectNow(Instant at) {
        if (phase instanceof Phase.Offline || phase instanceof Phase.Stopped) {
            connect(at);
        }
    }

    private void connect(Instant at) {
        connection = random.nextLong() & Long.MAX_VALUE;
        phase = new Phase.Connecting(at);
        effects.add(new SyncEffect.Connect(connection));
    }

    void pump(Instant at) {
        switch (phase) {
            case Phase.Offline offline when !at.isBefore(offline.nextTry()) -> connect(at);
            case Phase.Connecting connecting
                    when !at.isBefore(connecting.since().plus(OPENING_MAX)) ->
                    drop(at, UNREACHABLE, 0);
            case Phase.Online online when !stable && !at.isBefore(online.since().plus(STABLE)) -> {
                stable = true;
                backoff.reset();
            }
            default -> {}
        }
    }

    Instant due() {
        return switch (phase) {
            case Phase.Offline offline -> offline.nextTry();
            case Phase.Connecting connecting -> connecting.since().plus(OPENING_MAX);
            case Phase.Online online -> stable ? Instant.MAX : online.since().plus(STABLE);
            case Phase.Stopped stopped -> Instant.MAX;
        };
    }
}
