package baton.desktop.sync;

import baton.model.Limits;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;

/// The sign of life: every ten seconds, and soon after what the account's other devices are shown
/// of this one has changed. A relay that stays silent for two beats is taken to be gone.
final class Beats {
    static final Duration SILENCE_MAX = Limits.BEAT.multipliedBy(2).plusSeconds(5);
    private static final Duration SPACING = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Effects effects;
    private Instant heardAt = Instant.MAX;
    private Instant saidAt = Instant.MIN;
    private long saidHeld = -1;
    private long saidOutgoing = -1;
    private boolean changed;

    /// When the oldest beat without an answer was said; [Instant#MAX] if none is open.
    private Instant askedAt = Instant.MAX;

    private Duration roundTrip = Duration.ZERO;

    Beats(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
    }

    void opened(Instant at) {
        heardAt = at;
        saidAt = at;
        saidHeld = -1;
        saidOutgoing = -1;
        askedAt = Instant.MAX;
        roundTrip = Duration.ZERO;
    }

    void heard(Instant at, ServerFrame frame) {
        heardAt = at;
        if (frame instanceof ServerFrame.Beat && !askedAt.equals(Instant.MAX)) {
            roundTrip = Duration.between(askedAt, at);
            askedAt = Instant.MAX;
        }
    }

    Readings.Relay reading() {
        Instant heard = heardAt.equals(Instant.MAX) ? Instant.EPOCH : heardAt;
        return new Readings.Relay(effects.version(), ledger.epoch(), heard, roundTrip);
    }

    boolean isSilent(Instant at) {
        return !at.isBefore(heardAt.plus(SILENCE_MAX));
    }

    /// @return whether this was the regular beat, not one for a change
    boolean pump(Instant at, long held, long outgoing, boolean current) {
        changed = held != saidHeld || outgoing != saidOutgoing;
        boolean regular = !at.isBefore(saidAt.plus(Limits.BEAT));
        if (!regular && !(changed && !at.isBefore(saidAt.plus(SPACING)))) {
            return false;
        }
        effects.transmit(new ClientFrame.Beat(ledger.cursor(), held, outgoing, current));
        askedAt = Effects.earlier(askedAt, at);
        saidAt = at;
        saidHeld = held;
        saidOutgoing = outgoing;
        changed = false;
        return regular;
    }

    Instant due() {
        return Effects.earlier(
                saidAt.plus(changed ? SPACING : Limits.BEAT), heardAt.plus(SILENCE_MAX));
    }
}
