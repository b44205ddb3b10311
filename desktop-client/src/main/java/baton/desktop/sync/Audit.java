package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Limits;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// An idle device's doubt about itself: it counts unread and mentions anew from the events that it
/// holds and has the relay compare them with what its log says. A difference is told, never mended.
final class Audit {
    static final String MISMATCH = "audit-mismatch";
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Ledger ledger;
    private final Seams seams;
    private final Effects effects;
    private final Set<ConversationId> asked = new TreeSet<>();
    private final Set<ConversationId> told = new TreeSet<>();
    private final List<ClientFrame.AuditRow> rows = new ArrayList<>();

    /// The last conversation of the round before; the next one goes on from there.
    private Optional<ConversationId> last = Optional.empty();

    private Instant next = Instant.MAX;

    Audit(Ledger ledger, Seams seams, Effects effects) {
        this.ledger = ledger;
        this.seams = seams;
        this.effects = effects;
    }

    void opened() {
        next = Instant.MAX;
        asked.clear();
        rows.clear();
    }

    /// @param idle whether the device has everything and nothing waits
    void pump(Instant at, boolean idle) {
        if (!idle) {
            next = Instant.MAX;
            asked.clear();
            rows.clear();
        } else if (next.equals(Instant.MAX)) {
            next = at.plus(IDLE);
        } else if (!at.isBefore(next)) {
            next = at.plus(IDLE);
            rows.clear();
            asked.clear();
            ask();
        }
    }

    private void ask() {
        List<ConversationId> all = ledger.conversations();
        int start = last.map(id -> all.indexOf(id) + 1).orElse(0);
        for (int i = 0; i < all.size() && asked.size() < Limits.AUDIT_ROWS_MAX; i++) {
            ConversationId conversation = all.get((start + i) % all.size());
            subject(conversation)
                    .ifPresent(subject -> {
                        asked.add(conversation);
                        effects.add(
                                new SyncEffect.Ask(
                                        new StoreQuestion.Unread(
                                                conversation,
                                                subject.after(),
                                                subject.head().seq())));
                    });
            last = Optional.of(conversation);
        }
    }

    private record Subject(Register.Head head, Register.Read read, long after) {
        /// Oldest place that counts, if that is not the one after the read mark.
        long floor() {
            return after == read.seq() ? 0 : after + 1;
        }
    }

    /// What can be compared of a conversation: nothing while a mark of this device is on its way,
    /// while something after the mark is missing, or when that is too much to count.
    private Optional<Subject> subject(ConversationId conversation) {
        Optional<Register.Info> info = ledger.info(conversation).filter(known -> !known.left());
        Optional<Register.Head> head = ledger.head(conversation);
        if (info.isEmpty() || head.isEmpty() || ledger.localRead(conversation).isPresent()) {
            return Optional.empty();
        }
        Register.Read read = ledger.confirmedRead(conversation);
        long after = Math.max(read.seq(), info.get().floor() - 1);
        long events = head.get().seq() - after;
        boolean isHeld =
                ledger.spans(conversation).spans().stream()
                        .anyMatch(span ->
                                span.to() == head.get().seq()
                                        && span.from() <= Math.max(1, after + 1));
        return isHeld && 0 <= events && events <= Limits.AUDIT_EVENTS_MAX
                ? Optional.of(new Subject(head.get(), read, after))
                : Optional.empty();
    }

    void recounted(SyncInput.Recounted counted) {
        ConversationId conversation = counted.conversation();
        if (!asked.remove(conversation)) {
            return;
        }
        subject(conversation)
                .filter(now -> now.after() == counted.after() && now.head().seq() == counted.upTo())
                .flatMap(now -> row(now, counted.recount()))
                .ifPresent(rows::add);
        if (asked.isEmpty() && !rows.isEmpty()) {
            effects.transmit(new ClientFrame.Audit(rows));
            rows.clear();
        }
    }

    private Optional<ClientFrame.AuditRow> row(Subject now, Recount recount) {
        Register.Head head = now.head();
        return seams.digestAt(head.conversation(), head.seq())
                .map(digest ->
                        new ClientFrame.AuditRow(
                                head.conversation(),
                                head.epoch(),
                                head.seq(),
                                digest,
                                now.read().generation(),
                                now.read().seq(),
                                recount.unread(),
                                recount.mentions(),
                                now.floor()));
    }

    /// A person is told once a run of each conversation; the relay counts every difference.
    void audited(ServerFrame.Audited answer) {
        for (ConversationId conversation : answer.differing()) {
            if (told.add(conversation)) {
                effects.trouble(MISMATCH, conversation);
            }
        }
    }

    Instant due() {
        return next;
    }
}
