package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Guard;
import baton.model.Preview;
import baton.model.Register;
import baton.model.Seeds;
import baton.model.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class UnreadTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final ConversationId GROUP = ConversationId.group("0123456789abcdef");

    /// One entry of a log, as a badge of one account sees it.
    private record Entry(boolean countable, boolean mine, boolean recalled, boolean mention) {
        static Entry draw(RandomGenerator random) {
            boolean countable = random.nextInt(5) > 0;
            boolean mine = random.nextBoolean();
            boolean recalled = countable && random.nextInt(6) == 0;
            boolean mention = countable && !mine && random.nextInt(4) == 0;
            return new Entry(countable, mine, recalled, mention);
        }

        boolean isUnread() {
            return countable && !mine && !recalled;
        }

        boolean isMention() {
            return mention && !recalled;
        }
    }

    @Test
    void unreadIsARecountOfOthersMessagesAfterTheReadMark() {
        Seeds.run(1, 5_000, UnreadTest::compareWithRecount);
    }

    private static void compareWithRecount(RandomGenerator random) {
        List<Entry> log = new ArrayList<>();
        for (int length = random.nextInt(1, 50); length > 0; length--) {
            log.add(Entry.draw(random));
        }
        int read = random.nextInt(log.size() + 1);
        int floor = random.nextInt(1, log.size() + 1);
        List<Entry> after = log.subList(Math.max(read, floor - 1), log.size());

        Register.Head head = head(log.size(), tally(log, log.size()));
        Register.Read mark = read(read, tally(log, read));
        Register.Info info = info(floor, tally(log, floor - 1));
        Register.Notable notable = notable(log);

        assertEquals(
                after.stream().filter(Entry::isUnread).count(),
                Unread.of(head, mark, info, notable));
        assertEquals(
                after.stream().filter(Entry::isMention).count(),
                Unread.mentions(head, mark, info, notable));
    }

    private static Tally tally(List<Entry> log, int upTo) {
        List<Entry> counted = log.subList(0, upTo).stream().filter(Entry::countable).toList();
        return new Tally(counted.size(), counted.stream().filter(Entry::mine).count());
    }

    private static Register.Notable notable(List<Entry> log) {
        List<Long> recalled = new ArrayList<>();
        List<Long> mentions = new ArrayList<>();
        for (int i = 0; i < log.size(); i++) {
            Entry entry = log.get(i);
            if (entry.recalled() && !entry.mine()) {
                recalled.add(i + 1L);
            }
            if (entry.isMention()) {
                mentions.add(i + 1L);
            }
        }
        return new Register.Notable(GROUP, 1, log.size(), recalled, mentions);
    }

    private static Register.Head head(int seq, Tally tally) {
        return new Register.Head(
                GROUP,
                1,
                seq,
                tally.count(),
                tally.own(),
                0,
                Instant.EPOCH,
                new Preview(ANA, "message", ""));
    }

    private static Register.Read read(int seq, Tally tally) {
        return new Register.Read(GROUP, 1, seq, tally.count(), tally.own());
    }

    private static Register.Info info(int floor, Tally before) {
        return new Register.Info(
                GROUP, 1, 1, "", List.of(), floor, before.count(), before.own(), false, Guard.NONE);
    }

    @Test
    void whatWasNotableInALogThatIsLostCountsNothingInTheNextOne() {
        Register.Notable lost = new Register.Notable(GROUP, 0, 9, List.of(3L), List.of(2L, 4L));
        Register.Head head = head(6, new Tally(6, 2));
        Register.Read unread = read(0, Tally.ZERO);
        assertEquals(4, Unread.of(head, unread, info(1, Tally.ZERO), lost));
        assertEquals(0, Unread.mentions(head, unread, info(1, Tally.ZERO), lost));
    }

    @Test
    void aReadMarkBeyondTheKnownHeadLeavesNothingUnread() {
        assertEquals(0, Unread.of(new Tally(3, 0), new Tally(5, 0)));
    }

    @Test
    void aReadMarkJustBeforeTheFloorCountsAsTheFloorDoes() {
        Register.Read ofAnEarlierLog = read(2, new Tally(0, 0));
        Register.Info info = info(3, new Tally(2, 1));
        assertEquals(
                3, Unread.of(head(6, new Tally(6, 2)), ofAnEarlierLog, info, notable(List.of())));
    }
}
