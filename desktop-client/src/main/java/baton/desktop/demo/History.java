package baton.desktop.demo;

import baton.desktop.store.ConversationRow;
import baton.desktop.store.StoreReader;
import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Folded;
import java.util.ArrayList;
import java.util.List;

/// A whole conversation as one device holds it.
///
/// @param events in order
/// @param missing holes
/// @param unsent rows that are not in the log
/// @param folded what each of them says now; [Folded#NOTHING] for what is no message
record History(List<Event> events, List<Folded> folded, int missing, int unsent) {
    private static final int PAGE = 200;

    /// Reads page by page; blocks on the store.
    static History of(StoreReader store, ConversationRow row) {
        List<Event> events = new ArrayList<>();
        List<Folded> folded = new ArrayList<>();
        int missing = 0;
        int unsent = 0;
        long next = row.floor();
        boolean more = true;
        while (more) {
            TimelinePage page = store.timelineFrom(row.id(), next, PAGE);
            for (TimelineRow each : page.rows()) {
                switch (each) {
                    case TimelineRow.Entry entry -> {
                        events.add(entry.event());
                        folded.add(entry.folded());
                        next = entry.event().seq() + 1;
                    }
                    case TimelineRow.Gap gap -> {
                        missing++;
                        next = gap.hole().to() + 1;
                    }
                    case TimelineRow.Pending pending -> unsent++;
                }
            }
            more = !page.reachesEnd() && !page.rows().isEmpty();
        }
        return new History(List.copyOf(events), List.copyOf(folded), missing, unsent);
    }

    /// The messages among the events.
    List<Event> messages() {
        return events.stream().filter(event -> event.body() instanceof EventBody.Message).toList();
    }
}
