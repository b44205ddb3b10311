package baton.desktop.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;

/// Holds a list's scroll position, whatever happens to its rows and its size: the anchor is a row's
/// key and its distance in pixels from the top, or the end. Whoever scrolls chooses another one. FX
/// thread.
final class AnchoredList implements TimelineScreen {
    /// A last row that is cut by no more than this is still "at the end".
    private static final double END_SLACK = 24;

    /// At the end to the pixel: whoever scrolls away by little is not pulled back.
    private static final double END_EXACT = 1;

    private static final int NOWHERE = -1;

    private final ListView<TimelineItem> list;
    private final AnchoredFlow flow;
    private final Runnable moved;
    private Hold hold = new Hold.End();
    private int landing = NOWHERE;
    private boolean styled;

    /// @param moved called whenever other rows may have come into sight
    AnchoredList(ListView<TimelineItem> list, Runnable moved) {
        this.list = list;
        this.moved = moved;
        AnchoredSkin skin = new AnchoredSkin(list);
        list.setSkin(skin);
        flow = skin.flow();
        flow.listen(this::onLaidOut, moved);
    }

    /// Begins with other content, whose end will be in sight until it lands elsewhere.
    void reset() {
        hold = new Hold.End();
        landing = NOWHERE;
    }

    /// Where the list is to stand, whatever size its rows turn out to have.
    private sealed interface Hold {
        record End() implements Hold {}

        record Row(String key, double top) implements Hold {}
    }

    /// A row in sight with the part of it that is.
    record Sight(TimelineItem item, int index, double top, double height, double viewport) {
        /// A row higher than the viewport counts when it fills half of that.
        boolean isHalfShown() {
            double shown = Math.min(top + height, viewport) - Math.max(top, 0);
            return shown >= Math.min(height, viewport) / 2;
        }

        private double cut() {
            return top + height - viewport;
        }

        private Hold.Row hold() {
            return new Hold.Row(item.key(), top);
        }
    }

    /// What is in sight, top to bottom; empty before the first layout.
    List<Sight> sights() {
        List<Sight> sights = new ArrayList<>();
        ListCell<TimelineItem> first = flow.getFirstVisibleCell();
        ListCell<TimelineItem> last = flow.getLastVisibleCell();
        if (first == null || last == null) {
            return sights;
        }
        int end = Math.min(last.getIndex(), list.getItems().size() - 1);
        for (int i = first.getIndex(); i <= end; i++) {
            ListCell<TimelineItem> cell = flow.getVisibleCell(i);
            boolean isInSight = cell != null && cell.getLayoutY() + cell.getHeight() > 0;
            if (isInSight && cell.getItem() != null) {
                sights.add(
                        new Sight(
                                cell.getItem(),
                                i,
                                cell.getLayoutY(),
                                cell.getHeight(),
                                flow.getHeight()));
            }
        }
        return sights;
    }

    /// Whether the end of the list is in sight; so it is before anything is.
    boolean isAtEnd() {
        List<Sight> sights = sights();
        return sights.isEmpty() ? hold instanceof Hold.End : isEnd(sights, END_SLACK);
    }

    private boolean isEnd(List<Sight> sights, double slack) {
        Sight last = sights.getLast();
        return last.index() == list.getItems().size() - 1 && last.cut() <= slack;
    }

    /// Lays out what is to be laid out, and says what is in sight then.
    List<Sight> look() {
        settle();
        list.layout();
        return sights();
    }

    private void onLaidOut() {
        if (flow.takeMoved()) {
            hold(sights());
        } else {
            stand();
        }
        moved.run();
    }

    private void hold(List<Sight> sights) {
        if (!sights.isEmpty()) {
            hold = isEnd(sights, END_EXACT) ? new Hold.End() : sights.getFirst().hold();
        }
    }

    /// Goes to where the list is to stand.
    private void stand() {
        if (landing != NOWHERE || list.getItems().isEmpty()) {
            return;
        }
        switch (hold) {
            case Hold.End end -> flow.putBottom(list.getItems().size() - 1);
            case Hold.Row(String key, double top) ->
                    indexOf(key).ifPresent(index -> flow.putTop(index, top));
        }
    }

    @Override
    public void keepingPlace(Runnable change) {
        List<Sight> before = look();
        if (before.isEmpty() || landing != NOWHERE) {
            change.run();
            return;
        }
        boolean atEnd = isEnd(before, END_SLACK);
        String last = list.getItems().getLast().key();
        change.run();
        // Whoever was brought elsewhere and happens to see the end follows what is added to it, and
        // is not taken there by a tick.
        if (atEnd && (hold instanceof Hold.End || isNewLast(last))) {
            hold = new Hold.End();
        } else if (hold instanceof Hold.Row(String key, _) && indexOf(key).isEmpty()) {
            before.stream()
                    .filter(sight -> indexOf(sight.item().key()).isPresent())
                    .findFirst()
                    .ifPresent(sight -> hold = sight.hold());
        }
        list.layout();
        stand();
    }

    private boolean isNewLast(String before) {
        List<TimelineItem> items = list.getItems();
        return !items.isEmpty() && !items.getLast().key().equals(before);
    }

    /// Brings a row into sight by as little as possible.
    void reveal(int index) {
        flow.scrollTo(index);
    }

    @Override
    public void stay() {
        List<Sight> sights = look();
        if (landing == NOWHERE && !sights.isEmpty()) {
            hold = sights.getFirst().hold();
        }
    }

    private OptionalInt indexOf(String key) {
        List<TimelineItem> items = list.getItems();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).key().equals(key))
                .findFirst();
    }

    @Override
    public void land(int index) {
        landing = index;
        settle();
    }

    /// Carries out a landing that could not be done before the list had a size.
    private void settle() {
        if (landing == NOWHERE || list.getHeight() <= 0 || list.getItems().isEmpty()) {
            return;
        }
        if (!styled) {
            // Without it rows have no font yet. Later it would style every row in sight anew.
            list.applyCss();
            styled = true;
        }
        list.layout();
        hold =
                landing < list.getItems().size()
                        ? new Hold.Row(list.getItems().get(landing).key(), 0)
                        : new Hold.End();
        landing = NOWHERE;
        stand();
    }
}
