package baton.desktop.ui.timeline;

import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.VirtualFlow;

/// The rows of an [AnchoredList]. Tells a move that somebody made, by wheel, key or scroll bar,
/// from what layout does to the place: `VirtualFlow` guesses the sizes of rows it has not drawn,
/// keeps those from before the list was wider, and moves all rows when it learns better. FX thread.
final class AnchoredFlow extends VirtualFlow<ListCell<TimelineItem>> {
    /// Each round works with the sizes that the one before found out.
    private static final int ROUNDS = 6;

    private static final double EXACT = 0.01;

    private Runnable laidOut = () -> {};
    private Runnable moving = () -> {};
    private boolean busy;
    private boolean moved;
    private int rows;

    AnchoredFlow() {
        positionProperty().addListener(position -> onPosition());
    }

    private void onPosition() {
        if (!busy) {
            moved = true;
            moving.run();
        }
    }

    /// @param laidOut called once all rows have their place, in each layout and after each
    ///   scrolling; may put them elsewhere
    /// @param moving called when somebody begins to move the rows; they may have their places only
    ///   after the next layout
    void listen(Runnable laidOut, Runnable moving) {
        this.laidOut = laidOut;
        this.moving = moving;
    }

    /// Whether somebody has moved the rows since this was last asked.
    boolean takeMoved() {
        boolean was = moved;
        moved = false;
        return was;
    }

    /// Puts a row so many pixels below the top, or as near to it as there are rows to fill the
    /// rest.
    void putTop(int index, double top) {
        put(index, row -> row.getLayoutY() - top);
    }

    /// Puts a row's end to the bottom, or as near to it as there are rows to fill the rest.
    void putBottom(int index) {
        put(index, row -> row.getLayoutY() + row.getHeight() - getHeight());
    }

    private void put(int index, ToDoubleFunction<ListCell<TimelineItem>> distance) {
        whileBusy(() -> {
            for (int round = 0; round < ROUNDS; round++) {
                ListCell<TimelineItem> row = getVisibleCell(index);
                if (row == null) {
                    near(index, round == 0);
                } else {
                    double off = distance.applyAsDouble(row);
                    if (Math.abs(off) < EXACT || !moveBy(off)) {
                        return;
                    }
                }
            }
        });
    }

    /// Goes to a row that is out of sight: by the sizes that are known, and where those were wrong
    /// from row to row.
    private void near(int index, boolean jump) {
        ListCell<TimelineItem> first = getFirstVisibleCell();
        ListCell<TimelineItem> last = getLastVisibleCell();
        if (jump || first == null || last == null) {
            scrollToTop(index);
            layOutAnew();
        } else if (index > last.getIndex()) {
            scrollPixels(last.getLayoutY() + last.getHeight());
        } else {
            scrollPixels(first.getLayoutY() - getHeight());
        }
    }

    /// Whether anything moved. At what it takes for the end the flow goes no further, though it may
    /// have guessed wrong.
    private boolean moveBy(double pixels) {
        if (scrollPixels(pixels) != 0) {
            return true;
        }
        double before = top();
        layOutAnew();
        return top() != before;
    }

    private double top() {
        ListCell<TimelineItem> first = getFirstVisibleCell();
        return first == null ? 0 : first.getLayoutY();
    }

    /// Without the request the flow does nothing while its position has the same number as before.
    private void layOutAnew() {
        reconfigureCells();
        super.layoutChildren();
    }

    /// Moves all rows by just so much, however wrong the flow has guessed where they are.
    @Override
    public double scrollPixels(double delta) {
        if (busy) {
            return super.scrollPixels(delta);
        }
        Optional<ListCell<TimelineItem>> staying = staying(delta);
        int index = staying.map(ListCell::getIndex).orElse(0);
        double wanted = staying.map(row -> row.getLayoutY() - delta).orElse(0.0);
        double[] answer = new double[1];
        whileBusy(() -> answer[0] = super.scrollPixels(delta));
        if (answer[0] != 0) {
            if (staying.isPresent()) {
                putTop(index, wanted);
            }
            moved = true;
            laidOut.run();
        }
        return answer[0];
    }

    /// A row in sight that still is when all have moved.
    private Optional<ListCell<TimelineItem>> staying(double delta) {
        ListCell<TimelineItem> first = getFirstVisibleCell();
        ListCell<TimelineItem> last = getLastVisibleCell();
        if (first == null || last == null) {
            return Optional.empty();
        }
        return IntStream.rangeClosed(first.getIndex(), last.getIndex())
                .mapToObj(this::getVisibleCell)
                .filter(Objects::nonNull)
                .filter(row -> row.getLayoutY() - delta + row.getHeight() > 0)
                .filter(row -> row.getLayoutY() - delta < getHeight())
                .findFirst();
    }

    @Override
    protected void layoutChildren() {
        if (rows != getCellCount()) {
            // With another number of rows comes another position, and nobody has moved.
            rows = getCellCount();
            moved = false;
        }
        whileBusy(super::layoutChildren);
        if (!busy) {
            laidOut.run();
        }
    }

    private void whileBusy(Runnable work) {
        boolean was = busy;
        busy = true;
        work.run();
        busy = was;
    }
}
