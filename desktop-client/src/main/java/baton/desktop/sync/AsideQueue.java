package baton.desktop.sync;

import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/// The events of one conversation that are set aside, and which of them are on offer on the current
/// connection.
final class AsideQueue {
    private final DeviceId self;
    private final Backoff backoff;
    private final Map<MessageId, Event> events = new LinkedHashMap<>();
    private final Map<MessageId, Instant> onOffer = new LinkedHashMap<>();
    private final Map<MessageId, Long> taken = new LinkedHashMap<>();
    private Instant restUntil = Instant.MIN;
    private Instant looked = Instant.MIN;
    private boolean asked;
    private boolean known;
    private int tries;

    AsideQueue(DeviceId self, Backoff backoff) {
        this.self = self;
        this.backoff = backoff;
    }

    void restart() {
        onOffer.clear();
        taken.clear();
        restUntil = Instant.MIN;
        tries = 0;
        backoff.reset();
    }

    /// Whether the store has to be asked for the events; true once.
    boolean mustBeRead() {
        boolean must = !asked;
        asked = true;
        return must;
    }

    void fill(List<Event> stored) {
        known = true;
        stored.forEach(event -> events.put(event.id(), event));
    }

    boolean isEmpty() {
        return known && events.isEmpty();
    }

    Optional<Event> find(MessageId id) {
        return Optional.ofNullable(events.get(id));
    }

    void remove(MessageId id) {
        events.remove(id);
        onOffer.remove(id);
        taken.remove(id);
    }

    /// The recall of a message whose text is gone, as far as it is among these events.
    List<Event> recallsOf(Event event) {
        return event.body() instanceof EventBody.Gone
                ? events.values().stream()
                        .filter(other -> recalls(other, event.id()))
                        .limit(1)
                        .toList()
                : List.of();
    }

    private static boolean recalls(Event event, MessageId id) {
        return event.body() instanceof EventBody.Recalled recalled
                && recalled.target().id().equals(id);
    }

    long firstOwn() {
        if (!known) {
            return 0;
        }
        return events.values().stream()
                .filter(event -> event.device().equals(self) && !taken.containsKey(event.id()))
                .mapToLong(Event::clientSeq)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    boolean mayHave(long clientSeq) {
        return !known
                || events.values().stream()
                        .anyMatch(event ->
                                event.device().equals(self) && event.clientSeq() == clientSeq);
    }

    /// Whether there is, or may be, an event that the log does not have, other than those of this
    /// device above a number.
    boolean hasUpTo(long ownBelow) {
        return !known || events.values().stream().anyMatch(event -> !waits(event, ownBelow));
    }

    private boolean waits(Event event, long ownBelow) {
        boolean isBehind = event.device().equals(self) && event.clientSeq() > ownBelow;
        return isBehind || taken.containsKey(event.id());
    }

    /// The log has an event at this seq. It is kept until it comes back: the store may lose its end
    /// once more.
    void taken(MessageId id, long seq) {
        tries = 0;
        backoff.reset();
        onOffer.remove(id);
        taken.put(id, seq);
    }

    /// What the log has, of the seqs that are asked for.
    List<Event> taken(LongPredicate wanted) {
        return events.values().stream()
                .filter(event -> taken.containsKey(event.id()))
                .filter(event -> wanted.test(taken.getOrDefault(event.id(), 0L)))
                .toList();
    }

    /// Offers nothing for a while; the answers that are still out say no more than this one.
    ///
    /// @return whether this was another try in vain
    boolean rest(Instant at, Duration least) {
        onOffer.clear();
        if (at.isBefore(restUntil)) {
            return false;
        }
        tries++;
        restUntil = at.plus(least).plus(backoff.next());
        return true;
    }

    int tries() {
        return tries;
    }

    int open() {
        return onOffer.size();
    }

    /// What is to be offered now, oldest first.
    ///
    /// @param ownBelow numbers of this device from here on wait
    List<Event> take(Instant at, long ownBelow, Duration patience, long room) {
        List<Event> next = new ArrayList<>();
        looked = at;
        if (at.isBefore(restUntil)) {
            return next;
        }
        onOffer.values().removeIf(until -> !at.isBefore(until));
        for (Event event : events.values()) {
            if (onOffer.size() >= room) {
                break;
            }
            if (!waits(event, ownBelow) && !onOffer.containsKey(event.id())) {
                onOffer.put(event.id(), at.plus(patience));
                next.add(event);
            }
        }
        return next;
    }

    Instant due() {
        Instant due = restUntil.isAfter(looked) ? restUntil : Instant.MAX;
        for (Instant until : onOffer.values()) {
            due = Effects.earlier(due, until);
        }
        return due;
    }
}
