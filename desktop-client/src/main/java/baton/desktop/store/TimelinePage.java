package baton.desktop.store;

import java.util.List;

/// A stretch of a timeline, oldest row first.
///
/// @param reachesFloor whether nothing older exists for this account
/// @param reachesEnd whether nothing newer exists, pending rows included
public record TimelinePage(List<TimelineRow> rows, boolean reachesFloor, boolean reachesEnd) {
    public TimelinePage {
        rows = List.copyOf(rows);
    }
}
