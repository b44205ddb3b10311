package baton.simulation;

import baton.model.ConversationId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.SpanSet;
import baton.model.Target;
import baton.protocol.ClientFrame;
import baton.protocol.MalformedFrameException;
import baton.protocol.StoredEvent;
import baton.relay.log.KeptHistory;
import baton.relay.log.LogShelf;
import baton.rules.LogDigest;
import baton.simulation.Chronicle.Entry;
import baton.simulation.Happened.What;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What the relay's trimmers removed in a run, written down behind all faults: where the history of
/// each log begins, and since when.
final class Trims {
    /// Questions for what is gone that one device may ask in calm, of one conversation: a node that
    /// removed something and died is found dead within 40 s.
    private static final int ASKED_MAX = 150;

    private final Simulation simulation;
    private final World world;
    private final Retention retention;

    /// By the seq of the newest event of the log when it was trimmed.
    private final Map<ConversationId, NavigableMap<Long, Floor>> floors = new TreeMap<>();

    /// Times of the newest events that were removed, in whichever past.
    private final Map<ConversationId, Instant> newestGone = new TreeMap<>();

    private final Map<String, Integer> asked = new TreeMap<>();
    private boolean isBetween;

    /// Where the history of a log begins.
    ///
    /// @param seq first that is kept
    /// @param count of countable events before it
    /// @param digest just before it
    record Floor(long seq, long count, long digest) {
        static final Floor FIRST = new Floor(1, 0, LogDigest.EMPTY);
    }

    Trims(Simulation simulation, Retention retention) {
        this.simulation = simulation;
        this.world = simulation.world();
        this.retention = retention;
        if (!retention.isEverything()) {
            world.tell(() -> "the relay keeps " + retention);
        }
    }

    Retention retention() {
        return retention;
    }

    /// Where the history of a log begins by now.
    Floor floor(ConversationId conversation) {
        return floorWhen(conversation, Long.MAX_VALUE);
    }

    /// Where it began when the event at a place was appended.
    Floor floorWhen(ConversationId conversation, long seq) {
        return Optional.ofNullable(floors.get(conversation))
                .map(all -> all.lowerEntry(seq))
                .map(Map.Entry::getValue)
                .orElse(Floor.FIRST);
    }

    /// Whether something is older than what was removed: a device that holds it and comes when the
    /// history around it is gone cannot compare, and had the store not lost it, it would be gone as
    /// well.
    boolean isOlderThanGone(ConversationId conversation, Instant at) {
        return newestGone.containsKey(conversation) && !at.isAfter(newestGone.get(conversation));
    }

    /// All floors as they stand now.
    Map<ConversationId, NavigableMap<Long, Floor>> snapshot() {
        Map<ConversationId, NavigableMap<Long, Floor>> copy = new TreeMap<>();
        floors.forEach((conversation, all) -> copy.put(conversation, new TreeMap<>(all)));
        return copy;
    }

    /// A log goes back to an earlier moment.
    void wentBack(
            ConversationId conversation, Map<ConversationId, NavigableMap<Long, Floor>> snapshot) {
        floors.put(
                conversation, new TreeMap<>(snapshot.getOrDefault(conversation, new TreeMap<>())));
    }

    /// The trimmer of some node takes a step between two calls of a port.
    void between() {
        if (!isBetween && simulation.isStormy() && world.chance(retention.between())) {
            isBetween = true;
            try {
                simulation.happened().count(What.TRIMS_BETWEEN);
                simulation.relay().anyNode().trimOnce();
            } finally {
                isBetween = false;
            }
        }
    }

    /// Whether such a step is being taken: nothing goes wrong in it.
    boolean isBetween() {
        return isBetween;
    }

    /// Whether a node dies before it tells of what it has just removed.
    boolean isDeadly() {
        boolean isDeadly = !isBetween && simulation.isStormy() && world.chance(retention.death());
        if (isDeadly) {
            simulation.happened().count(What.TRIM_DEATHS);
        }
        return isDeadly;
    }

    LogShelf watch(LogShelf shelf) {
        return new LogShelf() {
            @Override
            public Stretch walk(String from, KeptHistory kept, Instant now) {
                return shelf.walk(from, kept, now);
            }

            @Override
            public boolean trim(ConversationId conversation, KeptHistory kept, Instant now) {
                List<StoredEvent> before = simulation.relay().log(conversation);
                boolean isMore = shelf.trim(conversation, kept, now);
                note(conversation, before, simulation.relay().log(conversation));
                return isMore;
            }
        };
    }

    private void note(
            ConversationId conversation, List<StoredEvent> before, List<StoredEvent> after) {
        List<StoredEvent> gone = before.subList(0, before.size() - after.size());
        if (gone.isEmpty()) {
            return;
        }
        StoredEvent last = gone.getLast();
        long head = before.getLast().seq();
        gone.forEach(event -> mustBeDue(conversation, event, head));
        gone.forEach(event ->
                newestGone.merge(
                        conversation, decoded(event).at(), (a, b) -> a.isAfter(b) ? a : b));
        floors.computeIfAbsent(conversation, key -> new TreeMap<>())
                .put(head, new Floor(last.seq() + 1, last.count(), last.digest()));
        world.tell(() -> conversation + " is trimmed up to " + last.seq() + " of " + head);
        simulation.happened().count(What.TRIMS);
        simulation.happened().count(What.TRIMMED, gone.size());
        for (SimDevice device : simulation.devices()) {
            SpanSet held = device.store().spans.getOrDefault(conversation, SpanSet.EMPTY);
            simulation
                    .happened()
                    .count(
                            What.TRIMMED_UNSEEN,
                            gone.stream().filter(event -> !held.contains(event.seq())).count());
        }
    }

    /// Nothing goes before its time, and what lists show never.
    private void mustBeDue(ConversationId conversation, StoredEvent stored, long head) {
        KeptHistory kept = retention.kept();
        List<Entry> said = simulation.relay().witness().chronicle().of(conversation, head);
        long shown =
                said.reversed().stream()
                        .filter(entry -> Reading.isNews(entry.body()))
                        .mapToLong(Entry::seq)
                        .findFirst()
                        .orElse(1);
        boolean isBeyond = kept.events() > 0 && stored.seq() <= head - kept.events();
        boolean isOld =
                !kept.age().isZero()
                        && decoded(stored).at().isBefore(world.instant().minus(kept.age()));
        if (stored.seq() >= shown || !(isBeyond || isOld)) {
            throw new AssertionError(
                    "removed too early: %d of %s, whose head is %d and whose list shows %d"
                            .formatted(stored.seq(), conversation, head, shown));
        }
    }

    private Event decoded(StoredEvent stored) {
        try {
            return simulation.codec().decodeStored(stored);
        } catch (MalformedFrameException e) {
            throw new AssertionError(e);
        }
    }

    /// A device asks for events.
    void asked(SimDevice device, ClientFrame.Fetch fetch) {
        if (fetch.to() >= floor(fetch.conversation()).seq()) {
            return;
        }
        simulation.happened().count(What.GONE_ASKED);
        if (simulation.isCalm()) {
            int times = asked.merge(device + " " + fetch.conversation(), 1, Integer::sum);
            if (times > ASKED_MAX) {
                throw new AssertionError(device + " asks again and again for what is gone");
            }
        }
    }

    /// Somebody is told that a message is gone.
    void noteIfTrimmed(ConversationId conversation, EventBody body) {
        Target target = PlainReading.targetOf(body);
        if (!target.isNone() && target.seq() < floor(conversation).seq()) {
            simulation.happened().count(What.GONE_TARGETS);
        }
    }
}
