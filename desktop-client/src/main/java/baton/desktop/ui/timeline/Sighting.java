package baton.desktop.ui.timeline;

import java.util.ArrayList;
import java.util.List;

/// Reads from the rows in sight what the view model wants to know. Pure.
final class Sighting {
    /// So many rows before the window runs out the next one is read.
    private static final int EARLY = 25;

    private Sighting() {}

    static TimelineViewModel.Visible of(
            List<AnchoredList.Sight> sights, TimelineViewModel model, boolean atEnd) {
        long centre = Long.MAX_VALUE;
        long shownUpTo = 0;
        List<TimelineItem.Gap> gaps = new ArrayList<>();
        for (AnchoredList.Sight sight : sights) {
            long seq = seqOf(sight.item());
            boolean stored = seq != Long.MAX_VALUE;
            if (stored && centre == Long.MAX_VALUE) {
                centre = seq;
            }
            if (stored && sight.isHalfShown() && !(sight.item() instanceof TimelineItem.Gap)) {
                shownUpTo = Math.max(shownUpTo, seq);
            }
            if (sight.item() instanceof TimelineItem.Gap gap) {
                gaps.add(gap);
            }
        }
        return new TimelineViewModel.Visible(
                centre, shownUpTo, isNearEdge(sights, model), atEnd, gaps);
    }

    private static boolean isNearEdge(List<AnchoredList.Sight> sights, TimelineViewModel model) {
        if (sights.isEmpty()) {
            return false;
        }
        int above = sights.getFirst().index();
        int below = model.items().size() - 1 - sights.getLast().index();
        return (above < EARLY && !model.reachesFloor()) || (below < EARLY && !model.reachesEnd());
    }

    /// [Long#MAX_VALUE] for rows that have no place in the log.
    private static long seqOf(TimelineItem item) {
        return switch (item) {
            case TimelineItem.Bubble bubble -> bubble.seq();
            case TimelineItem.Service service -> service.seq();
            case TimelineItem.Gap gap -> gap.to();
            case TimelineItem.Day day -> Long.MAX_VALUE;
            case TimelineItem.Floor floor -> Long.MAX_VALUE;
            case TimelineItem.Divider divider -> Long.MAX_VALUE;
        };
    }
}
