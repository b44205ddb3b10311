package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.SpanSet;
import baton.protocol.ServerFrame;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What a device does first when the relay's store may have lost the end of its logs: it compares
/// everything that it holds, asks for everything else that it knows of, and only then adopts the
/// epoch. Until then it sends nothing else but beats, and takes nothing. A crash in between begins
/// anew.
///
/// 1. `Welcome` names the epoch. One that is known already, or none at all, needs no comparing.
/// 2. For every conversation of which something is held, [Comparison] finds where the logs part.
///    One of which nothing is held is asked for, so that the relay tells of it again: its directory
///    may have lost that, and what waits here to be sent would wait for it for ever.
/// 3. When all are found, [Adoption] cuts, in one commit.
///
/// A page that does not fit what is held starts the same comparison for its conversation alone.
final class Reconcile {
    private static final int OPEN_MAX = 32;

    private final Ledger ledger;
    private final Effects effects;
    private final Map<ConversationId, Comparison> open = new TreeMap<>();
    private final Map<ConversationId, Place> found = new TreeMap<>();
    private Phase phase = Phase.UNNAMED;
    private long named;

    private enum Phase {
        /// The relay has not said yet which epoch it is.
        UNNAMED,
        COMPARING,
        SETTLED
    }

    Reconcile(Ledger ledger, Effects effects) {
        this.ledger = ledger;
        this.effects = effects;
    }

    void opened() {
        open.clear();
        found.clear();
        phase = Phase.UNNAMED;
        named = 0;
    }

    /// Whether the device may speak and listen: its epoch is the relay's.
    boolean isSettled() {
        return phase == Phase.SETTLED;
    }

    /// Whether something was said under the epoch that holds; a relay of version 1 names none.
    boolean isOf(long epoch) {
        return named == 0 || named == epoch;
    }

    void welcome(long epoch) {
        if (phase != Phase.UNNAMED) {
            return;
        }
        named = Math.max(0, epoch);
        phase = named == 0 || named == ledger.epoch() ? Phase.SETTLED : Phase.COMPARING;
        if (phase == Phase.COMPARING) {
            boolean isFirst = ledger.epoch() == 0;
            Set<ConversationId> asked = isFirst ? ledger.held().keySet() : ledger.named();
            asked.forEach(each -> compare(each, ledger.spans(each)));
        }
    }

    private void compare(ConversationId conversation, SpanSet held) {
        open.put(conversation, new Comparison(conversation, held, effects));
    }

    /// A page did not fit: compares this conversation alone.
    void suspect(ConversationId conversation) {
        SpanSet held = ledger.spans(conversation);
        if (isSettled() && held.newest() > 0 && !open.containsKey(conversation)) {
            compare(conversation, held);
        }
    }

    void probed(ServerFrame.Probed answer) {
        Comparison comparison = open.get(answer.conversation());
        if (comparison != null && isOf(answer.epoch())) {
            comparison.probed(answer);
            finish(answer.conversation(), comparison);
        }
    }

    void read(SyncInput.PlacesRead read) {
        Comparison comparison = open.get(read.conversation());
        if (comparison != null) {
            comparison.read(read);
            finish(read.conversation(), comparison);
        }
    }

    private void finish(ConversationId conversation, Comparison comparison) {
        if (comparison.isOver()) {
            open.remove(conversation);
            found.put(conversation, comparison.common());
        }
    }

    /// Whether all is compared and the epoch can be adopted.
    boolean isReady() {
        return phase == Phase.COMPARING && open.isEmpty();
    }

    /// The epoch was adopted.
    void settled() {
        phase = Phase.SETTLED;
    }

    long named() {
        return named;
    }

    /// Where logs part, of every conversation that was compared since the last time.
    Map<ConversationId, Place> takeFound() {
        Map<ConversationId, Place> taken = new TreeMap<>(found);
        found.clear();
        return taken;
    }

    void pump(Instant at) {
        int asked = 0;
        for (Comparison comparison : open.values()) {
            if (asked == OPEN_MAX) {
                break;
            }
            comparison.pump(at);
            asked++;
        }
    }

    Instant due() {
        Instant due = Instant.MAX;
        int asked = 0;
        for (Comparison comparison : open.values()) {
            if (asked == OPEN_MAX) {
                break;
            }
            due = Effects.earlier(due, comparison.due());
            asked++;
        }
        return due;
    }
}
