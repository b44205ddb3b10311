package baton.desktop.store.sqlite;

import baton.desktop.store.TimelinePage;
import baton.desktop.store.TimelineRow;
import baton.model.Event;
import java.util.List;

/// What a test wants to know of a page.
final class Pages {
    private Pages() {}

    static List<Event> events(TimelinePage page) {
        return page.rows().stream()
                .filter(TimelineRow.Entry.class::isInstance)
                .map(row -> ((TimelineRow.Entry) row).event())
                .toList();
    }
}
