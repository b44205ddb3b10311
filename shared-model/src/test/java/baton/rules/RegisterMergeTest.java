package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Register;
import baton.model.Revised;
import baton.model.Seeds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class RegisterMergeTest {
    private static final ConversationId NOTES = ConversationId.notes(new AccountId("ana"));

    private static Register.Read read(long generation, long seq) {
        return new Register.Read(NOTES, generation, seq, seq, 0);
    }

    @Test
    void laggingDeviceCannotUndoMarkUnread() {
        Revised markedUnread = new Revised(7, read(1, 3));
        Revised late = new Revised(8, read(0, 90));

        assertFalse(RegisterMerge.replaces(markedUnread, late));
        assertEquals(read(1, 3), RegisterMerge.farther(read(0, 90), read(1, 3)));
    }

    @Test
    void readNeverMovesBackWithinItsGeneration() {
        assertFalse(RegisterMerge.replaces(new Revised(1, read(0, 9)), new Revised(2, read(0, 8))));
        assertTrue(RegisterMerge.replaces(new Revised(1, read(0, 9)), new Revised(2, read(0, 10))));
    }

    @Test
    void everyOrderOfArrivalEndsAtTheSameMark() {
        Seeds.run(1, 2_000, RegisterMergeTest::compareTwoOrders);
    }

    private static void compareTwoOrders(RandomGenerator random) {
        List<Revised> marks = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            marks.add(new Revised(i, read(random.nextInt(3), random.nextInt(5))));
        }
        assertEquals(outcome(marks, random).register(), outcome(marks, random).register());
    }

    private static Revised outcome(List<Revised> marks, RandomGenerator random) {
        List<Revised> rest = new ArrayList<>(marks);
        Revised standing = rest.remove(random.nextInt(rest.size()));
        while (!rest.isEmpty()) {
            Revised next = rest.remove(random.nextInt(rest.size()));
            standing = RegisterMerge.replaces(standing, next) ? next : standing;
        }
        return standing;
    }

    @Test
    void draftsFollowTheOrderOfTheRelay() {
        Register.Draft early = draft("early");
        Register.Draft late = draft("late");

        assertTrue(RegisterMerge.replaces(new Revised(4, early), new Revised(5, late)));
        assertFalse(RegisterMerge.replaces(new Revised(5, late), new Revised(4, early)));
    }

    @Test
    void aReplacedSessionCannotSpeakForItsDevice() {
        Revised current = new Revised(1, device(5, 0, true));
        Revised stale = new Revised(2, device(4, 99, false));

        assertFalse(RegisterMerge.replaces(current, stale));
    }

    private static Register.Draft draft(String text) {
        return new Register.Draft(NOTES, text, new DeviceId("d1"), "Desk", Instant.EPOCH);
    }

    private static Register.Device device(long fence, long beat, boolean online) {
        return new Register.Device(
                new DeviceId("d1"),
                "Desk",
                "Linux",
                fence,
                beat,
                online,
                0,
                0,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
