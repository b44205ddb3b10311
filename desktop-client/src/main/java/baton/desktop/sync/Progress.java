package baton.desktop.sync;

import baton.desktop.sync.Standing.Stretch;
import baton.desktop.sync.Standing.Work;
import baton.model.ConversationId;
import baton.model.Register;
import baton.model.Span;
import baton.model.SpanSet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;

/// How much is still to come, in exact numbers: the directory in registers, then logs in countable
/// events. The sums are kept per conversation and changed with it, never counted through.
final class Progress {
    private static final Duration RATE_OVER = Duration.ofSeconds(5);

    private final Ledger ledger;
    private final Map<ConversationId, Share> shares = new TreeMap<>();
    private final ArrayDeque<Sample> samples = new ArrayDeque<>();
    private long held;
    private long pending;
    private long stored;
    private long registers;
    private Stretch stretch = Stretch.IDLE;
    private long doneBefore;

    private record Share(long held, long pending) {}

    private record Sample(Instant at, long done) {}

    Progress(Ledger ledger) {
        this.ledger = ledger;
        ledger.conversations().forEach(this::touch);
        stored = 0;
    }

    /// What is held or known of a conversation changed.
    void touch(ConversationId conversation) {
        Share before = shares.getOrDefault(conversation, new Share(0, 0));
        Share now = shareOf(conversation);
        shares.put(conversation, now);
        held += now.held() - before.held();
        pending += now.pending() - before.pending();
        stored += Math.max(0, now.held() - before.held());
    }

    private Share shareOf(ConversationId conversation) {
        SpanSet spans = ledger.spans(conversation);
        return ledger.info(conversation)
                .map(info -> shareOf(info, spans))
                .orElseGet(() -> new Share(spans.messages(), 0));
    }

    private Share shareOf(Register.Info info, SpanSet spans) {
        long visible = 0;
        long top = ledger.head(info.conversation()).map(Register.Head::count).orElse(0L);
        for (Span span : spans.spans()) {
            if (span.to() >= info.floor()) {
                visible += span.countAt() - Math.max(span.countBefore(), info.floorCount());
                top = Math.max(top, span.countAt());
            }
        }
        return new Share(visible, Math.max(0, top - info.floorCount() - visible));
    }

    void registersTaken(int number) {
        registers += number;
    }

    /// Countable events that the account may see and this device holds.
    long held() {
        return held;
    }

    /// Countable events that the account may see and this device does not hold.
    long pending() {
        return pending;
    }

    /// @param now what is being fetched
    /// @param listLeft registers still to come
    Work work(Instant at, Stretch now, long listLeft) {
        boolean isList = now == Stretch.LIST;
        long counter = isList ? registers : stored;
        if (now == Stretch.IDLE || isList != (stretch == Stretch.LIST) || stretch == Stretch.IDLE) {
            doneBefore = counter;
            samples.clear();
        }
        stretch = now;
        if (now == Stretch.IDLE) {
            return new Work(Stretch.IDLE, 0, 0, 0, Duration.ZERO);
        }
        long done = counter - doneBefore;
        long left = isList ? listLeft : pending;
        long rate = rate(at, done);
        Duration time = rate == 0 ? Duration.ZERO : Duration.ofSeconds((left + rate - 1) / rate);
        return new Work(now, done, done + left, rate, time);
    }

    private long rate(Instant at, long done) {
        if (samples.isEmpty() || samples.getLast().done() != done) {
            samples.addLast(new Sample(at, done));
        }
        while (samples.size() > 1 && samples.getFirst().at().isBefore(at.minus(RATE_OVER))) {
            samples.removeFirst();
        }
        long millis = Duration.between(samples.getFirst().at(), at).toMillis();
        return millis <= 0 ? 0 : (done - samples.getFirst().done()) * 1000 / millis;
    }
}
