package baton.desktop.ui.common;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.desktop.store.Tick;
import baton.desktop.ui.FxDriver;
import baton.model.Seeds;
import java.util.List;
import java.util.random.RandomGenerator;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;

/// Ticks in rows that a list takes away, reuses and puts back.
class TickMarkTest {
    private static final int STEPS = 30;
    private static final List<Tick> TICKS = List.of(Tick.values());

    @Test
    void markHasItsWidthHoweverItsRowIsReused() {
        FxDriver.start();
        Seeds.run(
                1,
                40,
                random -> {
                    Row row = FxDriver.fx(Row::new);
                    for (int step = 0; step < STEPS; step++) {
                        FxDriver.run(() -> row.change(random));
                        FxDriver.pulse();
                    }
                    FxDriver.run(() -> row.end(Tick.SENT));
                    FxDriver.pulse();
                    assertEquals(11, FxDriver.fx(() -> row.mark.getWidth()));
                    FxDriver.run(() -> row.end(Tick.NONE));
                    FxDriver.pulse();
                    assertEquals(0, FxDriver.fx(() -> row.mark.getWidth()));
                    FxDriver.run(row.stage::close);
                });
    }

    @Test
    void markHasItsShapeAtOnceAndNotWithTheNextPulse() {
        FxDriver.start();
        Row row = FxDriver.fx(Row::new);
        FxDriver.pulse();
        FxDriver.run(() -> {
            row.mark.show(Tick.READ);
            assertEquals(15, row.mark.minWidth(-1));
            row.mark.show(Tick.NONE);
            row.mark.show(Tick.SENT);
            assertEquals(11, row.mark.minWidth(-1));
            row.stage.close();
        });
    }

    private static final class Row {
        private final TickMark mark = new TickMark();
        private final HBox line = new HBox(mark);
        private final StackPane cell = new StackPane(line);
        private final StackPane list = new StackPane(cell);
        private final Stage stage = new Stage();

        Row() {
            Scene scene = new Scene(list, 100, 40);
            new Theme(Theme.Choice.LIGHT).install(scene);
            stage.setScene(scene);
            stage.show();
        }

        void change(RandomGenerator random) {
            for (int i = random.nextInt(4); i >= 0; i--) {
                switch (random.nextInt(4)) {
                    case 0 -> cell.setVisible(random.nextBoolean());
                    case 1 -> cell.getChildren().setAll(line);
                    case 2 -> cell.getChildren().clear();
                    default -> mark.show(TICKS.get(random.nextInt(TICKS.size())));
                }
            }
        }

        void end(Tick tick) {
            mark.show(tick);
            cell.getChildren().setAll(line);
            cell.setVisible(true);
        }
    }
}
