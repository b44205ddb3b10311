package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.Seeds;
import baton.model.Tally;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class UnreadTest {

    @Test
    void unreadIsARecountOfOthersMessagesAfterTheReadMark() {
        Seeds.run(1, 5_000, UnreadTest::compareWithRecount);
    }

    private static void compareWithRecount(RandomGenerator random) {
        int length = random.nextInt(50);
        int read = random.nextInt(length + 1);
        long count = 0;
        long own = 0;
        long recount = 0;
        Tally atRead = Tally.ZERO;
        for (int seq = 1; seq <= length; seq++) {
            boolean countable = random.nextInt(5) > 0;
            boolean mine = random.nextBoolean();
            count += countable ? 1 : 0;
            own += countable && mine ? 1 : 0;
            recount += seq > read && countable && !mine ? 1 : 0;
            atRead = seq == read ? new Tally(count, own) : atRead;
        }
        assertEquals(recount, Unread.of(new Tally(count, own), atRead));
    }

    @Test
    void aReadMarkBeyondTheKnownHeadLeavesNothingUnread() {
        assertEquals(0, Unread.of(new Tally(3, 0), new Tally(5, 0)));
    }
}
