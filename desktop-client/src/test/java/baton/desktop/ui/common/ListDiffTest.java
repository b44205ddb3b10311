package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.Test;

class ListDiffTest {
    private record Row(int key, int value) {}

    @Test
    void anyListBecomesAnyOther() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            ObservableList<Row> shown = FXCollections.observableArrayList(rows(random));
            List<Row> wanted = rows(random);
            ListDiff.apply(shown, wanted, Row::key);
            assertEquals(wanted, shown, "seed " + seed + " run " + run);
        }
    }

    private static List<Row> rows(Random random) {
        List<Row> rows = new ArrayList<>();
        for (int key = 0; key < 20; key++) {
            if (random.nextBoolean()) {
                rows.add(new Row(key, random.nextInt(3)));
            }
        }
        if (random.nextInt(4) == 0) {
            Collections.shuffle(rows, random);
        }
        return rows;
    }

    @Test
    void rowsThatStayAreNotTouched() {
        ObservableList<Row> shown =
                FXCollections.observableArrayList(new Row(3, 0), new Row(4, 0), new Row(5, 0));
        List<String> changes = new ArrayList<>();
        shown.addListener(
                (ListChangeListener<Row>)
                        change -> {
                            while (change.next()) {
                                changes.add(
                                        change.getFrom()
                                                + "+"
                                                + change.getAddedSize()
                                                + "-"
                                                + change.getRemovedSize());
                            }
                        });
        ListDiff.apply(
                shown,
                List.of(new Row(1, 0), new Row(2, 0), new Row(3, 0), new Row(4, 1), new Row(5, 0)),
                Row::key);
        assertEquals(List.of("0+2-0", "3+1-1"), changes);
    }
}
