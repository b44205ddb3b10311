package baton.desktop.sync;

import baton.model.DeviceId;
import baton.model.Event;
import baton.model.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The events of one conversation that are set aside, and which of them are on offer on the current
/// connection.
final class AsideQueue {
    private final DeviceId self;
    private final Backoff backoff;
    private final Map<MessageId, Event> events = new LinkedHashMap<>();
    private final Map<MessageId, Instant> onOffer = new LinkedHashMap<>();
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
    }

    long firstOwn() {
        if (!known) {
            return 0;
        }
        return events.values().stream()
                .filter(event -> event.device().equals(self))
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

    List<Event> ownBelow(long clientSeq) {
        return events.values().stream()
                .filter(event -> event.device().equals(self) && event.clientSeq() < clientSeq)
                .toList();
    }

    void succeeded() {
        tries = 0;
        backoff.reset();
    }

    /// Offers nothing for a while; the answers that are still out say no more than this one.
    void rest(Instant at, Duration least) {
        if (!at.isBefore(restUntil)) {
            tries++;
            restUntil = at.plus(least).plus(backoff.next());
        }
        onOffer.clear();
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
            boolean waits = event.device().equals(self) && event.clientSeq() > ownBelow;
            if (!waits && !onOffer.containsKey(event.id())) {
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
