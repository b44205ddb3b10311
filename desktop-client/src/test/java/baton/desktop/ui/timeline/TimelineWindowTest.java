package baton.desktop.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.store.TimelineRow;
import baton.desktop.ui.SampleDevice;
import baton.desktop.ui.SampleLife;
import baton.model.ConversationId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineWindowTest {
    private static final ConversationId ID = SampleLife.LOBBY;
    private static final int REACH = TimelineWindow.REACH;
    private final SampleDevice device = new SampleDevice(SampleLife.NOW);

    private void say(int messages) {
        for (int i = 0; i < messages; i++) {
            device.say(ID, SampleLife.BEN, SampleLife.at(21, "10:00:00"), "message " + i);
        }
    }

    private TimelineWindow.Content end() {
        return TimelineWindow.end(ID).read(device);
    }

    private TimelineWindow.Content endAfter(TimelineWindow.Content shown) {
        return TimelineWindow.endAfter(ID, shown).read(device);
    }

    private static List<Long> seqs(TimelineWindow.Content content) {
        return content.rows().stream().map(TimelineRow::first).toList();
    }

    @Test
    void rowsAtTheEndStayWhereTheyAreWhileMessagesCome() {
        say(REACH + 50);
        TimelineWindow.Content before = end();
        assertEquals(REACH, before.rows().size());
        say(30);
        TimelineWindow.Content after = endAfter(before);
        assertEquals(REACH + 30, after.rows().size());
        assertEquals(seqs(before), seqs(after).subList(0, REACH));
        assertFalse(after.reachesFloor());
    }

    @Test
    void theEndNeverHoldsMoreThanTwiceItsReach() {
        say(REACH + 1);
        TimelineWindow.Content shown = end();
        for (int i = 0; i < 20; i++) {
            say(17);
            shown = endAfter(shown);
            assertTrue(shown.rows().size() <= 2 * REACH);
            assertTrue(shown.rows().size() >= REACH);
            assertEquals(seqs(end()).getLast(), seqs(shown).getLast());
        }
    }

    @Test
    void afterMoreThanFitsTheEndBeginsAnew() {
        say(REACH);
        TimelineWindow.Content before = end();
        say(2 * REACH + 1);
        assertEquals(seqs(end()), seqs(endAfter(before)));
    }

    @Test
    void whatDoesNotReachTheEndIsNotGoneOnFrom() {
        say(3 * REACH);
        TimelineWindow.Content middle = TimelineWindow.around(ID, REACH).read(device);
        assertFalse(middle.reachesEnd());
        assertEquals(seqs(end()), seqs(endAfter(middle)));
    }

    @Test
    void theFloorIsReachedOnlyIfItsRowIsHeld() {
        say(REACH / 2);
        TimelineWindow.Content all = end();
        assertTrue(all.reachesFloor());
        say(REACH);
        assertTrue(endAfter(all).reachesFloor());
        assertFalse(end().reachesFloor());
    }
}
