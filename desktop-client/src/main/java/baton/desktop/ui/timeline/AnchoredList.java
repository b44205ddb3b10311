package baton.desktop.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;

/// Holds a list's scroll position while its rows change: the anchor is a row's key and its distance
/// in pixels from the top. FX thread. `VirtualFlow` itself keeps an index, and so jumps when rows
/// are inserted above; and it does not stay at the bottom when the last row or the list changes its
/// height.
final class AnchoredList implements TimelineScreen {
    /// A last row that is cut by no more than this is still "at the end".
    private static final double END_SLACK = 24;

    private static final int NOWHERE = -1;

    private final ListView<TimelineItem> list;
    private boolean atEnd = true;
    private int landing = NOWHERE;

    /// @param moved called whenever other rows come into sight
    AnchoredList(ListView<TimelineItem> list, Runnable moved) {
        this.list = list;
        list.skinProperty()
                .addListener((observed, before, skin) ->
                        flow().ifPresent(flow ->
                                flow.positionProperty().addListener(o -> moved.run())));
    }

    /// Begins with other content, whose end will be in sight until it lands elsewhere.
    void reset() {
        atEnd = true;
        landing = NOWHERE;
    }

    /// A row in sight with the part of it that is.
    record Sight(TimelineItem item, int index, double top, double height, double viewport) {
        /// A row higher than the viewport counts when it fills half of that.
        boolean isHalfShown() {
            double shown = Math.min(top + height, viewport) - Math.max(top, 0);
            return shown >= Math.min(height, viewport) / 2;
        }
    }

    private record Anchor(String key, double top) {}

    Optional<VirtualFlow<?>> flow() {
        return Optional.ofNullable((VirtualFlow<?>) list.lookup(".virtual-flow"));
    }

    /// What is in sight, top to bottom; empty before the first layout.
    List<Sight> sights() {
        List<Sight> sights = new ArrayList<>();
        flow().ifPresent(flow -> collect(flow, sights));
        return sights;
    }

    private void collect(VirtualFlow<?> flow, List<Sight> sights) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return;
        }
        int end = Math.min(last.getIndex(), list.getItems().size() - 1);
        for (int i = first.getIndex(); i <= end; i++) {
            IndexedCell<?> cell = flow.getCell(i);
            if (cell.getItem() instanceof TimelineItem item) {
                sights.add(
                        new Sight(item, i, cell.getLayoutY(), cell.getHeight(), flow.getHeight()));
            }
        }
    }

    /// Whether the end of the list is in sight, as of the last time somebody looked.
    boolean isAtEnd() {
        return atEnd;
    }

    void look(List<Sight> sights) {
        if (!sights.isEmpty()) {
            Sight last = sights.getLast();
            boolean lastRow = last.index() == list.getItems().size() - 1;
            atEnd = lastRow && last.top() + last.height() <= last.viewport() + END_SLACK;
        }
    }

    @Override
    public void keepingPlace(Runnable change) {
        list.layout();
        List<Sight> before = sights();
        if (before.isEmpty() || landing != NOWHERE) {
            change.run();
            return;
        }
        boolean stayAtEnd = atEnd;
        List<Anchor> anchors =
                before.stream().map(s -> new Anchor(s.item().key(), s.top())).toList();
        change.run();
        if (stayAtEnd) {
            land(Integer.MAX_VALUE);
        } else {
            restore(anchors);
        }
    }

    private void restore(List<Anchor> anchors) {
        for (Anchor anchor : anchors) {
            int index = indexOf(anchor.key());
            if (index >= 0) {
                put(index, anchor.top());
                return;
            }
        }
    }

    private void put(int index, double top) {
        list.layout();
        flow().ifPresent(flow -> {
            flow.scrollToTop(index);
            list.layout();
            flow.scrollPixels(-top);
            list.layout();
        });
    }

    /// Brings a row into sight by as little as possible.
    void reveal(int index) {
        flow().ifPresent(flow -> flow.scrollTo(index));
    }

    private int indexOf(String key) {
        List<TimelineItem> items = list.getItems();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public void land(int index) {
        landing = index;
        settle();
    }

    /// Carries out a landing that could not be done before the list had a size.
    void settle() {
        if (landing == NOWHERE || list.getHeight() <= 0 || list.getItems().isEmpty()) {
            return;
        }
        if (list.getSkin() == null) {
            // It brings the flow. Later it would style every row in sight at each new message.
            list.applyCss();
        }
        list.layout();
        if (flow().isEmpty()) {
            return;
        }
        int index = landing;
        landing = NOWHERE;
        atEnd = index == Integer.MAX_VALUE;
        if (atEnd) {
            toEnd();
        } else {
            put(index, 0);
        }
    }

    private void toEnd() {
        int last = list.getItems().size() - 1;
        // Twice: the first pass works with guessed heights of rows never laid out before.
        for (int pass = 0; pass < 2; pass++) {
            list.scrollTo(last);
            list.layout();
        }
        flow().ifPresent(flow -> flow.scrollPixels(flow.getHeight()));
        list.layout();
        // The flow may still count from the place it had before its height changed, and would jump
        // there with the next scrolling.
        sights().stream().findFirst().ifPresent(first -> put(first.index(), first.top()));
    }

    /// Goes back to the end after the list changed its size, if it stood there.
    void holdEnd() {
        if (atEnd && landing == NOWHERE) {
            land(Integer.MAX_VALUE);
        }
    }
}
