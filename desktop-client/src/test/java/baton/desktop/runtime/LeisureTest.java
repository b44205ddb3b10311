package baton.desktop.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.desktop.runtime.Turn.Entry;
import baton.desktop.store.StoreException;
import baton.desktop.sync.SyncInput;
import baton.simulation.MemoryStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeisureTest {
    private static final Entry ENTRY = Entry.of(new SyncInput.Woke());

    private final Mailbox mailbox = new Mailbox();
    private final Pile pile = new Pile();
    private final List<Long> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final Leisure leisure = new Leisure(mailbox, pile, () -> now, told::add);

    /// Texts that wait. Once there are none, somebody asks for something, so that nobody waits.
    private final class Pile extends MemoryStore {
        private final List<Integer> pieces = new ArrayList<>();
        private Duration takes = Duration.ZERO;
        private long left;
        private boolean isBroken;

        @Override
        public long fillSearch(int letters) {
            pieces.add(letters);
            now = now.plus(takes);
            left = Math.max(0, left - 1);
            if (left == 0 || isBroken) {
                mailbox.offer(ENTRY);
            }
            if (isBroken) {
                throw new StoreException(
                        StoreException.DISK_FULL, new IllegalStateException("planted"));
            }
            return left;
        }
    }

    private int taken() throws InterruptedException {
        return leisure.take(Turn.INPUTS_MAX).size();
    }

    @Test
    void worksUntilNothingIsLeftAndSaysHowFarItIs() throws InterruptedException {
        pile.left = 4;
        assertEquals(1, taken());
        assertEquals(4, pile.pieces.size());
        assertEquals(List.of(3L, 2L, 1L, 0L), told);
    }

    @Test
    void whatIsAskedGoesFirst() throws InterruptedException {
        pile.left = 4;
        mailbox.offer(ENTRY);
        mailbox.offer(ENTRY);
        assertEquals(2, taken());
        assertEquals(List.of(), pile.pieces);
    }

    @Test
    void whileThereIsNoQuietMomentOnePieceIsDoneEachSecond() throws InterruptedException {
        pile.left = 100;
        pile.takes = Duration.ofMillis(10);
        mailbox.offer(ENTRY);
        assertEquals(1, taken());
        pile.left = 2;
        assertEquals(1, taken(), "nothing was asked, so all was done");
        pile.left = 1_000;
        for (int second = 0; second < 10; second++) {
            for (int asked = 0; asked < 50; asked++) {
                mailbox.offer(ENTRY);
                assertEquals(1, taken());
                now = now.plusMillis(20);
            }
        }
        assertTrue(pile.pieces.size() <= 2, "it was done before, and nothing is due");
    }

    @Test
    void piecesTakeAboutTheSameTimeWhateverTheMachine() throws InterruptedException {
        pile.left = 40;
        taken();
        assertEquals(60_000, pile.pieces.getLast(), "a fast one reads more at once");
        pile.takes = Duration.ofMillis(100);
        pile.left = 40;
        taken();
        assertEquals(1_000, pile.pieces.getLast());
    }

    @Test
    void diskThatIsFullIsLeftAloneForAMinute() throws InterruptedException {
        pile.left = 100;
        pile.isBroken = true;
        assertEquals(1, taken());
        mailbox.offer(ENTRY);
        assertEquals(1, taken());
        assertEquals(1, pile.pieces.size());
        now = now.plusSeconds(61);
        assertEquals(1, taken());
        assertEquals(2, pile.pieces.size());
    }
}
