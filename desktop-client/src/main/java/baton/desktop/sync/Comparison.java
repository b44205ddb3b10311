package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.SpanSet;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Finds the newest seq at which what is held of one conversation and the relay's log agree: first
/// at the newest one held, then below it, a window at a time. Logs that agree at a seq agree below
/// it.
final class Comparison {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Nothing of what is held is in the relay's log.
    static final Place NOTHING = new Place(0, 0, LogDigest.EMPTY, 0);

    private final ConversationId conversation;
    private final SpanSet held;
    private final Effects effects;
    private Stage stage;

    private sealed interface Stage {
        /// @param due when to ask, or to ask again
        record Asking(long from, long to, Instant due) implements Stage {}

        /// The relay has answered; our own side is being looked up.
        record Reading(long from, long to, ServerFrame.Probed answer) implements Stage {}

        record Found(Place common) implements Stage {}
    }

    /// @param held if nothing is, one question is asked and there is nothing to compare
    Comparison(ConversationId conversation, SpanSet held, Effects effects) {
        this.conversation = conversation;
        this.held = held;
        this.effects = effects;
        long newest = Math.max(1, held.newest());
        this.stage = new Stage.Asking(newest, newest, Instant.MIN);
    }

    boolean isOver() {
        return stage instanceof Stage.Found;
    }

    /// Where the two logs part; of use once it is over.
    Place common() {
        return stage instanceof Stage.Found(Place common) ? common : NOTHING;
    }

    void pump(Instant at) {
        if (stage instanceof Stage.Asking(long from, long to, Instant due) && !at.isBefore(due)) {
            effects.transmit(new ClientFrame.Probe(conversation, from, to));
            stage = new Stage.Asking(from, to, at.plus(PATIENCE));
        }
    }

    Instant due() {
        return stage instanceof Stage.Asking asking ? asking.due() : Instant.MAX;
    }

    void probed(ServerFrame.Probed answer) {
        if (stage instanceof Stage.Asking(long from, long to, Instant due)) {
            if (answer.head() < 1 || held.newest() == 0) {
                stage = new Stage.Found(NOTHING);
            } else {
                stage = new Stage.Reading(from, to, answer);
                effects.add(new SyncEffect.Ask(new StoreQuestion.Places(conversation, from, to)));
            }
        }
    }

    void read(SyncInput.PlacesRead read) {
        if (stage instanceof Stage.Reading(long from, long to, ServerFrame.Probed answer)
                && read.from() == from
                && read.to() == to) {
            compare(from, to, answer, read.places());
        }
    }

    private void compare(long from, long to, ServerFrame.Probed answer, List<Place> places) {
        for (Place place : places.reversed()) {
            if (agrees(place, answer)) {
                stage = new Stage.Found(place);
                return;
            }
        }
        boolean isBelowTheFloor = answer.digests().isEmpty() && answer.from() > to;
        if (isBelowTheFloor) {
            // Nobody can tell whether it was trimmed there or never was in this log: a floor may
            // also
            // be where the account came in, and its number of another log than ours.
            stage = new Stage.Found(NOTHING);
        } else {
            below(to == held.newest() ? Math.min(to - 1, answer.head()) : from - 1);
        }
    }

    private static boolean agrees(Place place, ServerFrame.Probed answer) {
        long index = place.seq() - answer.from();
        return 0 <= index
                && index < answer.digests().size()
                && answer.digests().get((int) index).equals(LogDigest.hex(place.digest()));
    }

    private void below(long seq) {
        long to = Cut.newestUpTo(held, seq);
        stage =
                to == 0
                        ? new Stage.Found(NOTHING)
                        : new Stage.Asking(
                                Math.max(1, to - Limits.PROBE_PLACES_MAX + 1), to, Instant.MIN);
    }
}
