package baton.desktop.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.ui.FxDriver;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.desktop.ui.SampleWindow;
import baton.model.ConversationId;
import baton.model.Seeds;
import java.util.random.RandomGenerator;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Where a conversation stands that is higher than the window, whatever else is laid out meanwhile.
class OpeningTest {
    private static final int RUNS = 30;
    private static final int UNREAD = 30;

    private final SampleDevice device = SampleLife.device();
    private final SampleWindow window = SampleWindow.of(device);

    @AfterEach
    void close() {
        window.close();
        assertEquals(0, device.listenerCount(), "a closed window still listens");
    }

    /// Messages of many heights, of which so many are unread and stay so.
    private void many(ConversationId id, int messages, int unread) {
        device.freeze();
        for (int i = 0; i < messages; i++) {
            String text = "message " + i + " word".repeat(i * 7 % 60) + (i % 5 == 0 ? " 😀" : "");
            device.say(id, SampleLife.BEN, SampleLife.NOW, text);
        }
        device.readElsewhere(id, device.conversation(id).orElseThrow().head() - unread);
    }

    private VirtualFlow<?> flow() {
        return (VirtualFlow<?>) window.timeline().lookup(".virtual-flow");
    }

    /// How far the end of the last row is below what is in sight.
    private double cut() {
        return FxDriver.fx(() -> {
            IndexedCell<?> last = flow().getLastVisibleCell();
            assertEquals(window.timeline().getItems().size() - 1, last.getIndex(), "the last row");
            return last.getLayoutY() + last.getHeight() - flow().getHeight();
        });
    }

    /// How far a row is below the top of what is in sight.
    private double topOf(int index) {
        return FxDriver.fx(() -> {
            IndexedCell<?> row = flow().getVisibleCell(index);
            assertTrue(row != null, "row " + index + " is out of sight");
            return row.getLayoutY();
        });
    }

    private int divider() {
        return FxDriver.fx(() -> {
            for (int i = 0; i < window.timeline().getItems().size(); i++) {
                if (window.timeline().getItems().get(i).toString().startsWith("Divider")) {
                    return i;
                }
            }
            throw new AssertionError("nothing is unread");
        });
    }

    /// Opens a conversation between changes of the width, with or without time to draw between.
    private void open(ConversationId id, RandomGenerator random) {
        window.show(SampleLife.WITH_MIA);
        for (int step = 0; step < 4; step++) {
            Runnable change = change(random);
            boolean opens = step == 1;
            FxDriver.run(() -> {
                change.run();
                if (opens) {
                    window.main().show(id);
                }
            });
            for (int i = random.nextInt(3); i > 0; i--) {
                FxDriver.pulse();
            }
        }
        FxDriver.until("its rows are there", () -> window.timeline().getItems().size() > 20);
        window.settle();
    }

    private Runnable change(RandomGenerator random) {
        double width = 820 + random.nextInt(400);
        boolean on = random.nextBoolean();
        return switch (random.nextInt(4)) {
            case 0 -> () -> window.stage().setWidth(width);
            case 1 -> () -> window.main().devicesShownProperty().set(on);
            case 2 -> () -> window.zoom().set(on ? "120" : "100");
            default -> () -> {};
        };
    }

    @Test
    void whatIsReadOpensAtItsEndWhateverChangesItsWidth() {
        many(SampleLife.NOTES, 120, 0);
        Seeds.run(
                1,
                RUNS,
                random -> {
                    open(SampleLife.NOTES, random);
                    assertEquals(0, cut(), 0.5, "what is below the end of the window");
                });
    }

    @Test
    void whatIsUnreadOpensWithTwoReadRowsAboveWhateverChangesItsWidth() {
        many(SampleLife.LOBBY, 120, UNREAD);
        Seeds.run(
                1,
                RUNS,
                random -> {
                    open(SampleLife.LOBBY, random);
                    assertEquals(0, topOf(divider() - 2), 0.5, "the second row above the divider");
                });
    }

    @Test
    void aReaderStaysWhereTheyAreWhileTheWidthChanges() {
        many(SampleLife.NOTES, 120, 0);
        window.show(SampleLife.NOTES);
        FxDriver.run(() -> flow().scrollPixels(-700));
        FxDriver.pulse();
        int first = FxDriver.fx(() -> flow().getFirstVisibleCell().getIndex());
        double top = topOf(first);
        Seeds.run(
                1,
                RUNS,
                random -> {
                    FxDriver.run(change(random));
                    window.settle();
                    assertEquals(top, topOf(first), 0.5);
                });
    }

    @Test
    void rowsMoveByJustSoMuchAsSomebodyScrolls() {
        many(SampleLife.NOTES, 120, 0);
        window.show(SampleLife.NOTES);
        FxDriver.run(() -> flow().scrollPixels(-3_000));
        window.settle();
        Seeds.run(
                1,
                RUNS,
                random -> {
                    FxDriver.run(change(random));
                    window.settle();
                    double height = FxDriver.fx(() -> flow().getHeight());
                    double delta = random.nextInt(-250, 250);
                    int row = FxDriver.fx(() -> middle(height).getIndex());
                    double before = topOf(row);
                    FxDriver.run(() -> flow().scrollPixels(delta));
                    assertEquals(before - delta, topOf(row), 0.5, "at once");
                    window.settle();
                    assertEquals(before - delta, topOf(row), 0.5, "and from then on");
                });
    }

    private IndexedCell<?> middle(double height) {
        IndexedCell<?> row = flow().getFirstVisibleCell();
        while (row.getLayoutY() + row.getHeight() < height / 2) {
            row = flow().getVisibleCell(row.getIndex() + 1);
        }
        return row;
    }

    @Test
    void whoeverScrollsAwayByLittleIsNotPulledBack() {
        many(SampleLife.NOTES, 120, 0);
        window.show(SampleLife.NOTES);
        FxDriver.run(() -> flow().scrollPixels(-5));
        FxDriver.run(() -> window.main().devicesShownProperty().set(true));
        window.settle();
        FxDriver.run(() -> window.main().devicesShownProperty().set(false));
        window.settle();
        assertEquals(5, cut(), 0.5);
    }

    @Test
    void aLongMessageUnfoldsDownwards() {
        many(SampleLife.NOTES, 40, 0);
        device.say(SampleLife.NOTES, SampleLife.ANA, SampleLife.NOW, "one line\n".repeat(60));
        window.show(SampleLife.NOTES);
        assertEquals(0, cut(), 0.5);
        int last = FxDriver.fx(() -> window.timeline().getItems().size() - 1);
        double top = topOf(last);
        Button more =
                FxDriver.fx(() ->
                        window.timeline().lookupAll(".text-button").stream()
                                .map(node -> (Button) node)
                                .filter(button -> button.getText().equals("Show all"))
                                .filter(FxDriver::isShown)
                                .findFirst()
                                .orElseThrow());
        FxDriver.click(more);
        window.settle();
        assertEquals(top, topOf(last), 0.5, "who reads on begins where they were");
    }
}
