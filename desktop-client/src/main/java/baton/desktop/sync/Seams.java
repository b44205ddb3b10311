package baton.desktop.sync;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.Register;
import baton.model.Span;
import baton.model.SpanSet;
import baton.protocol.ServerFrame;
import baton.rules.LogDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Checks that a page belongs to the log of which this device already holds a part: the chain of
/// digests and counts inside the page, and where it meets an edge of what is held, the log's
/// beginning, or the head register.
final class Seams {
    private final Ledger ledger;
    private final Map<ConversationId, TreeMap<Long, Place>> edges = new TreeMap<>();

    /// @param stored both ends of every span that is held
    Seams(Ledger ledger, Map<ConversationId, List<Place>> stored) {
        this.ledger = ledger;
        stored.forEach((conversation, places) -> {
            TreeMap<Long, Place> known = new TreeMap<>();
            places.forEach(place -> known.put(place.seq(), place));
            edges.put(conversation, known);
        });
    }

    /// Whether a page begins where what is held ends.
    boolean continuesNewest(ServerFrame.Page page) {
        long newest = ledger.spans(page.conversation()).newest();
        long floor = ledger.info(page.conversation()).map(Register.Info::floor).orElse(1L);
        return page.from() == (newest == 0 ? floor : newest + 1);
    }

    /// What is held once the page is stored; empty if it cannot be a part of this log.
    Optional<SpanSet> joined(ServerFrame.Page page) {
        List<Event> events = page.events();
        if (!isWhole(page) || !isChained(events) || !fitsBelow(page) || !fitsAbove(page)) {
            return Optional.empty();
        }
        Span span =
                new Span(
                        page.from(),
                        page.to(),
                        events.getFirst().countBefore(),
                        events.getLast().count());
        try {
            return Optional.of(ledger.spans(page.conversation()).plus(span));
        } catch (IllegalArgumentException differentLogs) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(ServerFrame.Page page) {
        List<Event> events = page.events();
        if (page.from() < 1
                || !Sane.isNumber(page.to())
                || events.isEmpty()
                || page.to() - page.from() + 1 != events.size()) {
            return false;
        }
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            if (event.seq() != page.from() + i
                    || event.countBefore() < 0
                    || event.count() > event.seq()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isChained(List<Event> events) {
        for (int i = 1; i < events.size(); i++) {
            Event before = events.get(i - 1);
            Event event = events.get(i);
            if (event.countBefore() != before.count()
                    || !LogDigest.continues(before.digest(), event)) {
                return false;
            }
        }
        return true;
    }

    private boolean fitsBelow(ServerFrame.Page page) {
        Event first = page.events().getFirst();
        if (page.from() == 1) {
            return first.countBefore() == 0 && LogDigest.continues(LogDigest.EMPTY, first);
        }
        return edge(page.conversation(), page.from() - 1)
                .map(below -> LogDigest.continues(below.digest(), first))
                .orElseGet(() -> LogDigest.bodyAgrees(first));
    }

    private boolean fitsAbove(ServerFrame.Page page) {
        Event last = page.events().getLast();
        boolean fitsEdge =
                edge(page.conversation(), page.to() + 1)
                        .map(above ->
                                LogDigest.next(last.digest(), page.to() + 1, above.entryHash())
                                        == above.digest())
                        .orElse(true);
        return fitsEdge && ledger.head(page.conversation()).map(h -> agrees(h, page)).orElse(true);
    }

    private static boolean agrees(Register.Head head, ServerFrame.Page page) {
        if (head.epoch() != page.epoch() || head.seq() < page.from() || head.seq() > page.to()) {
            return true;
        }
        Event event = page.events().get((int) (head.seq() - page.from()));
        return event.digest() == head.digest() && event.count() == head.count();
    }

    /// What was an edge until a floor or a loss moved it may be a place of another log by now.
    private Optional<Place> edge(ConversationId conversation, long seq) {
        return Optional.ofNullable(edges.get(conversation))
                .filter(_ -> isEdge(ledger.spans(conversation), seq))
                .map(known -> known.get(seq));
    }

    /// Remembers the edges of a page that was taken, and forgets those that have become inner
    /// places.
    void taken(ServerFrame.Page page, SpanSet held) {
        TreeMap<Long, Place> known =
                edges.computeIfAbsent(page.conversation(), key -> new TreeMap<>());
        remember(known, page.events().getFirst());
        remember(known, page.events().getLast());
        known.keySet().removeIf(seq -> !isEdge(held, seq));
    }

    /// What lies above a place is not held any more.
    void cut(ConversationId conversation, Place top) {
        TreeMap<Long, Place> known = edges.computeIfAbsent(conversation, key -> new TreeMap<>());
        known.tailMap(top.seq(), false).clear();
        if (top.seq() > 0) {
            known.put(top.seq(), top);
        }
    }

    /// The digest at an end of a span.
    Optional<Long> digestAt(ConversationId conversation, long seq) {
        return edge(conversation, seq).map(Place::digest);
    }

    private static void remember(Map<Long, Place> known, Event event) {
        known.put(event.seq(), Place.of(event));
    }

    private static boolean isEdge(SpanSet held, long seq) {
        return held.spans().stream().anyMatch(span -> span.from() == seq || span.to() == seq);
    }
}
