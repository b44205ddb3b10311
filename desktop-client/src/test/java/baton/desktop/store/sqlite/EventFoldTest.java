package baton.desktop.store.sqlite;

import static baton.desktop.store.sqlite.Logs.ANA;
import static baton.desktop.store.sqlite.Logs.BEN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.Event;
import baton.model.EventBody;
import baton.model.Reaction;
import baton.rules.EventFold;
import baton.rules.EventFold.Said;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The rule itself, over everything that is held.
class EventFoldTest extends FoldContract {
    @Override
    Map<Long, Seen> fold(long seed, List<List<Event>> pages) {
        TreeMap<Long, Event> held = new TreeMap<>();
        pages.forEach(
                page -> page.forEach(event -> held.merge(event.seq(), event, EventFold::kept)));
        List<Said> said = held.values().stream().map(Said::of).toList().reversed();
        Map<Long, Seen> seen = new TreeMap<>();
        for (Event event : held.values()) {
            if (event.body().isCountable()) {
                seen.put(
                        event.seq(),
                        seen(EventFold.of(event, said), EventFold.history(event, said)));
            }
        }
        return seen;
    }

    @Test
    void reactionsStandInTheOrderInWhichTheyCame() {
        Event message = Logs.event(1, 1, 0, ANA, new EventBody.Message("hello"));
        List<Said> said =
                List.of(
                        reaction(message, 5, "👍", true),
                        reaction(message, 2, "👍", true),
                        reaction(message, 3, "❤️", true),
                        reaction(message, 4, "👍", false));
        assertEquals(
                List.of(new Reaction("❤️", List.of(BEN)), new Reaction("👍", List.of(BEN))),
                EventFold.of(message, said).reactions());
    }

    private static Said reaction(Event message, long seq, String emoji, boolean on) {
        EventBody body = new EventBody.Reacted(message.asTarget(), emoji, on);
        return Said.of(Logs.event(seq, 1, 0, BEN, body));
    }
}
