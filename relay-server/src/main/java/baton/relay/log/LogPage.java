package baton.relay.log;

import baton.model.Limits;
import baton.protocol.StoredEvent;
import java.util.ArrayList;
import java.util.List;

/// The events `from..to` of a log without gap, oldest first; `from = to + 1` if there are none.
///
/// @param head newest seq of the log
public record LogPage(long epoch, long head, long from, long to, List<StoredEvent> events) {
    public LogPage {
        events = List.copyOf(events);
    }

    /// The page that ends at the first of the given events and reaches down as far as a page holds.
    ///
    /// @param newestFirst consecutive events, newest first, at least those that fit
    public static LogPage endingAt(long epoch, long head, long to, List<StoredEvent> newestFirst) {
        List<StoredEvent> taken = new ArrayList<>();
        long chars = 0;
        for (StoredEvent event : newestFirst) {
            chars += event.entry().length();
            boolean isFull = taken.size() == Limits.PAGE_EVENTS_MAX;
            if (isFull || (!taken.isEmpty() && chars > Limits.PAGE_CHARS_MAX)) {
                break;
            }
            taken.add(event);
        }
        return new LogPage(epoch, head, to - taken.size() + 1, to, taken.reversed());
    }
}
