package baton.desktop.store.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What every fold of edits, recalls and reactions must answer: what the simplest one over the same
/// pages does. Pages come in any order, twice, and older than what is known already.
abstract class FoldContract {
    private static final int RUNS = 400;

    /// A message as a fold sees it.
    ///
    /// @param reactions who, by emoji
    record Seen(
            String text,
            List<AccountId> mentions,
            boolean edited,
            boolean gone,
            Map<String, Set<AccountId>> reactions,
            List<String> history) {}

    /// By seq, all messages that are held once the pages have arrived one after the other.
    abstract Map<Long, Seen> fold(long seed, List<List<Event>> pages);

    /// One way to fold what arrived.
    @FunctionalInterface
    interface Fold {
        Map<Long, Seen> fold(long seed, List<List<Event>> pages);
    }

    @Test
    void everyOrderOfArrivalFoldsAsTheSimplestFoldDoes() {
        check(this::fold);
    }

    /// @throws AssertionError if this fold ever answers anything else
    static void check(Fold fold) {
        for (long seed = 1; seed <= RUNS; seed++) {
            Random random = new Random(seed);
            List<Event> history =
                    Histories.of(1 + random.nextInt(40), random, random.nextInt(4) == 0);
            List<List<Event>> pages = Histories.pages(history, random);
            assertEquals(simplest(pages), fold.fold(seed, pages), "failed at seed " + seed);
        }
    }

    /// What is held, by seq: a body that is gone once is gone.
    static SortedMap<Long, Event> held(List<List<Event>> pages) {
        TreeMap<Long, Event> held = new TreeMap<>();
        for (List<Event> page : pages) {
            for (Event event : page) {
                if (event.body() instanceof EventBody.Gone) {
                    held.put(event.seq(), event);
                } else {
                    held.putIfAbsent(event.seq(), event);
                }
            }
        }
        return held;
    }

    static Map<Long, Seen> simplest(List<List<Event>> pages) {
        SortedMap<Long, Event> held = held(pages);
        Map<Long, Seen> seen = new TreeMap<>();
        for (Event event : held.values()) {
            if (event.body().isCountable()) {
                seen.put(event.seq(), simplest(event, held));
            }
        }
        return seen;
    }

    static Seen simplest(Event message, SortedMap<Long, Event> held) {
        String text = "";
        List<AccountId> mentions = List.of();
        List<String> history = new ArrayList<>();
        boolean gone = true;
        if (message.body() instanceof EventBody.Message first) {
            text = first.text();
            mentions = first.mentions();
            history.add(text);
            gone = false;
        }
        Map<String, Set<AccountId>> reactions = new HashMap<>();
        MessageId id = message.id();
        for (Event event : held.values()) {
            boolean byAuthor = event.author().equals(message.author());
            if (event.body() instanceof EventBody.Recalled recalled) {
                gone |= recalled.target().id().equals(id) && byAuthor;
            } else if (event.body() instanceof EventBody.Edited edited) {
                if (edited.target().id().equals(id) && byAuthor) {
                    text = edited.text();
                    mentions = edited.mentions();
                    history.add(text);
                }
            } else if (event.body() instanceof EventBody.Reacted reacted
                    && reacted.target().id().equals(id)) {
                Set<AccountId> who =
                        reactions.computeIfAbsent(reacted.emoji(), any -> new HashSet<>());
                if (reacted.on()) {
                    who.add(event.author());
                } else {
                    who.remove(event.author());
                }
            }
        }
        reactions.values().removeIf(Set::isEmpty);
        return gone
                ? new Seen("", List.of(), false, true, Map.of(), List.of())
                : new Seen(text, mentions, history.size() > 1, false, reactions, history);
    }

    static Seen seen(baton.model.Folded folded, List<Wording> history) {
        Map<String, Set<AccountId>> reactions = new HashMap<>();
        folded.reactions().forEach(one -> reactions.put(one.emoji(), Set.copyOf(one.accounts())));
        return new Seen(
                folded.text(),
                folded.mentions(),
                folded.edited(),
                folded.gone(),
                reactions,
                history.stream().map(Wording::text).toList());
    }
}
