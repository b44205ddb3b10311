package baton.desktop.ui.timeline;

import baton.model.MessageId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Messages that a person has picked out of a conversation, by their ids: most of them may be far
/// from what the list holds. A stretch reaches from an anchor to wherever the person went last, and
/// is replaced as a whole when the person goes on. Pure.
///
/// @param kept what was picked before the stretch was begun
/// @param anchor where the stretch begins; empty while nothing was picked
record Picks(Map<MessageId, Pick> kept, List<Pick> stretch, Optional<Pick> anchor) {
    static final Picks NONE = new Picks(Map.of(), List.of(), Optional.empty());

    Picks {
        kept = Map.copyOf(kept);
        stretch = List.copyOf(stretch);
    }

    /// One message.
    ///
    /// @param place where it was when it was picked or last seen
    /// @param mine whether the person can take it back
    record Pick(MessageId id, TimelineItem.Place place, boolean mine) {
        static final Comparator<Pick> OLDEST_FIRST =
                Comparator.comparingLong((Pick pick) -> pick.place().seq())
                        .thenComparingLong(pick -> pick.place().clientSeq());

        static Pick of(TimelineItem.Bubble bubble) {
            return new Pick(bubble.id(), bubble.place(), bubble.isOwnStanding());
        }
    }

    /// Adds a message or takes it away again. The next stretch begins at it.
    Picks toggled(Pick pick) {
        Map<MessageId, Pick> next = new LinkedHashMap<>(byId());
        if (next.remove(pick.id()) == null) {
            next.put(pick.id(), pick);
        }
        return next.isEmpty() ? NONE : new Picks(next, List.of(), Optional.of(pick));
    }

    /// The same with another stretch.
    Picks stretched(List<Pick> next) {
        return new Picks(kept, next, anchor);
    }

    /// What is known by now of the messages that were picked.
    Picks seen(Collection<Pick> known) {
        Map<MessageId, Pick> news =
                known.stream()
                        .filter(pick -> contains(pick.id()))
                        .collect(Collectors.toMap(Pick::id, Function.identity(), (a, b) -> b));
        Map<MessageId, Pick> next = new LinkedHashMap<>(kept);
        next.replaceAll(news::getOrDefault);
        return new Picks(
                next,
                stretch.stream().map(pick -> news.getOrDefault(pick.id(), pick)).toList(),
                anchor.map(pick -> news.getOrDefault(pick.id(), pick)));
    }

    /// Oldest first, each once.
    List<Pick> all() {
        return byId().values().stream().sorted(Pick.OLDEST_FIRST).toList();
    }

    boolean contains(MessageId id) {
        return kept.containsKey(id) || stretch.stream().anyMatch(pick -> pick.id().equals(id));
    }

    boolean isEmpty() {
        return kept.isEmpty() && stretch.isEmpty();
    }

    int size() {
        return byId().size();
    }

    /// How many of them the person can take back.
    int mine() {
        return (int) byId().values().stream().filter(Pick::mine).count();
    }

    private Map<MessageId, Pick> byId() {
        Map<MessageId, Pick> all = new LinkedHashMap<>(kept);
        stretch.forEach(pick -> all.put(pick.id(), pick));
        return all;
    }
}
