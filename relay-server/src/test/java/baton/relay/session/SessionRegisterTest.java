package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.model.EventBody;
import baton.model.Refusal;
import baton.model.Register;
import baton.model.Target;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.ConversationLog;
import baton.relay.log.KeptHistory;
import baton.rules.Unread;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionRegisterTest extends SessionFixture {
    private static final String READ = "read/" + PAIR;
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(other, "ben", "phone");

    private void talk(int rounds) {
        for (int i = 0; i < rounds; i++) {
            ana.write(PAIR, "question");
            ana.write(PAIR, "question?");
            ben.write(PAIR, "answer");
            pass(TOLD);
        }
    }

    private static ClientFrame.Mark read(long generation, long seq) {
        return new ClientFrame.Mark(
                List.of(new ClientFrame.ReadTo(PAIR, generation, seq)), List.of());
    }

    private Register.Read readOfBen() {
        return register(BEN, Register.Read.class, READ);
    }

    private long unreadOfBen() {
        return Unread.of(
                register(BEN, Register.Head.class, "head/" + PAIR).tally(), readOfBen().tally());
    }

    @Test
    void readingIsCountedAndNeverMovesBack() {
        talk(4);
        ben.say(read(0, 7));
        assertEquals(new Register.Read(PAIR, 0, 7, 7, 2), readOfBen());
        assertEquals(3, unreadOfBen());
        ben.say(read(0, 4));
        assertEquals(7, readOfBen().seq());
        ben.say(read(0, 12));
        assertEquals(0, unreadOfBen());
    }

    @Test
    void laggingDeviceCannotUndoMarkUnread() {
        TestDevice lagging = TestDevice.synced(other, "ben", "tablet");
        talk(4);
        ben.say(read(0, 12));
        ben.say(read(1, 6));
        lagging.say(read(0, 12));
        assertEquals(new Register.Read(PAIR, 1, 6, 6, 2), readOfBen());
        assertEquals(4, unreadOfBen());
    }

    @Test
    void readingBeyondTheHeadReadsToTheHead() {
        talk(1);
        ben.say(read(0, 99));
        assertEquals(new Register.Read(PAIR, 0, 3, 3, 1), readOfBen());
    }

    @Test
    void trimWhileAMarkIsCountedRaisesTheMarkToTheFloor() {
        talk(4);
        MemoryRelay late = new MemoryRelay(world, TWO, this::trimmedBeforeCounting);
        TestDevice.synced(late, "ben", "tablet").say(read(0, 3));
        assertEquals(new Register.Read(PAIR, 0, 10, 10, 3), readOfBen());
        assertEquals(10, register(ANA, Register.ReadBy.class, "readby/" + PAIR + "/ben").seq());
    }

    private ConversationLog trimmedBeforeCounting(ConversationLog log) {
        KeptHistory kept = new KeptHistory(2, Duration.ZERO);
        return LogCalls.before(
                log, "tallyAt", () -> world.disk().trim(PAIR, kept, clock.instant()));
    }

    @Test
    void othersLearnWhatWasDeliveredAndRead() {
        talk(1);
        ben.say(
                new ClientFrame.Mark(
                        List.of(new ClientFrame.ReadTo(PAIR, 0, 2)),
                        List.of(new ClientFrame.StoredTo(PAIR, 3))));
        relay.settle();
        assertEquals(
                new Register.ReadBy(PAIR, BEN, 2),
                ana.register(Register.ReadBy.class, "readby/" + PAIR + "/ben").orElseThrow());
        assertEquals(
                new Register.Delivered(PAIR, BEN, 3),
                ana.register(Register.Delivered.class, "delivered/" + PAIR + "/ben").orElseThrow());
        assertEquals(
                new Register.Delivered(PAIR, BEN, 3),
                ben.register(Register.Delivered.class, "delivered/" + PAIR + "/ben").orElseThrow());
        ben.say(read(1, 1));
        assertEquals(2, register(ANA, Register.ReadBy.class, "readby/" + PAIR + "/ben").seq());
    }

    @Test
    void marksOfStrangersArePassedOver() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        cleo.say(
                new ClientFrame.Mark(
                        List.of(new ClientFrame.ReadTo(TEAM, 0, 1)),
                        List.of(new ClientFrame.StoredTo(TEAM, 1))));
        assertEquals(List.of(), cleo.heard());
        assertFalse(world.feed().registers(ANA).containsKey("readby/" + TEAM + "/cleo"));
    }

    @Test
    void whoeverHasLeftLearnsWhichMessagesWereRecalledSince() {
        ana.say(ana.next(TEAM, new EventBody.Created("Team", List.of(BEN))));
        ClientFrame.Send message = ana.next(TEAM, new EventBody.Message("too much"));
        ana.say(message);
        ben.say(ben.next(TEAM, new EventBody.Left()));
        pass(TOLD);
        ana.write(TEAM, "among us");
        pass(TOLD);
        assertFalse(world.feed().registers(BEN).containsKey("notable/" + TEAM));
        ana.say(ana.next(TEAM, new EventBody.Recalled(new Target(2, message.id()))));
        pass(TOLD);
        assertEquals(
                List.of(2L), register(BEN, Register.Notable.class, "notable/" + TEAM).recalled());
        assertEquals(3, register(BEN, Register.Head.class, "head/" + TEAM).seq());
    }

    @Test
    void draftOfAnotherDeviceIsNotOverwrittenUnseen() {
        TestDevice tablet = TestDevice.synced(other, "ben", "tablet");
        ben.say(new ClientFrame.Draft(PAIR, "from the phone", 0, 1));
        ServerFrame.Drafted first = ben.last(ServerFrame.Drafted.class);
        tablet.say(new ClientFrame.Draft(PAIR, "from the tablet", 0, 7));
        assertEquals(
                new ServerFrame.Drafted(PAIR, false, first.revision(), 7),
                tablet.last(ServerFrame.Drafted.class));
        Register.Draft shown = tablet.register(Register.Draft.class, "draft/" + PAIR).orElseThrow();
        assertEquals("from the phone", shown.text());
        assertEquals("phone", shown.deviceName());
        tablet.say(new ClientFrame.Draft(PAIR, "together", first.revision(), 8));
        assertEquals("together", register(BEN, Register.Draft.class, "draft/" + PAIR).text());
    }

    @Test
    void draftsAreForMembers() {
        TestDevice cleo = TestDevice.synced(relay, "cleo", "phone");
        cleo.say(new ClientFrame.Draft(PAIR, "hm", 0, 1));
        assertEquals(Refusal.NOT_A_MEMBER.code(), cleo.last(ServerFrame.Fault.class).code());
    }
}
