package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import baton.model.Register;
import baton.model.SettingNames;
import baton.protocol.ClientFrame;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SessionReceiptsTest extends SessionFixture {
    private static final String READ_BY_BEN = "readby/" + PAIR + "/ben";
    private static final String DELIVERED_TO_BEN = "delivered/" + PAIR + "/ben";

    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(other, "ben", "phone");

    private static ClientFrame.Mark upTo(long seq) {
        return new ClientFrame.Mark(
                List.of(new ClientFrame.ReadTo(PAIR, 0, seq)),
                List.of(new ClientFrame.StoredTo(PAIR, seq)));
    }

    private static ClientFrame.Set receipts(String value) {
        return new ClientFrame.Set(1, SettingNames.RECEIPTS, "", value);
    }

    private void anaWrites(int messages) {
        for (int i = 0; i < messages; i++) {
            ana.write(PAIR, "m");
        }
        pass(Duration.ofSeconds(1));
    }

    @Test
    void whoHasSwitchedReceiptsOffTellsNobodyElseAndStillSyncs() {
        TestDevice tablet = TestDevice.synced(relay, "ben", "tablet");
        anaWrites(3);
        tablet.say(receipts(SettingNames.OFF));
        ben.say(upTo(2));
        relay.settle();
        assertFalse(world.feed().registers(ANA).containsKey(READ_BY_BEN));
        assertFalse(world.feed().registers(ANA).containsKey(DELIVERED_TO_BEN));
        assertEquals(2, tablet.register(Register.Read.class, "read/" + PAIR).orElseThrow().seq());
        assertEquals(2, register(BEN, Register.Delivered.class, DELIVERED_TO_BEN).seq());
    }

    @Test
    void whatWasReadMeanwhileIsToldWithTheNextMarkOnly() {
        anaWrites(3);
        ben.say(receipts(SettingNames.OFF));
        ben.say(upTo(2));
        ben.say(receipts(SettingNames.ON));
        ben.say(upTo(2));
        assertFalse(world.feed().registers(ANA).containsKey(READ_BY_BEN));
        ben.say(upTo(3));
        assertEquals(3, register(ANA, Register.ReadBy.class, READ_BY_BEN).seq());
        assertEquals(3, register(ANA, Register.Delivered.class, DELIVERED_TO_BEN).seq());
    }

    @Test
    void whoHidesReceiptsStillGetsThoseOfOthers() {
        ana.say(receipts(SettingNames.OFF));
        anaWrites(1);
        ben.say(upTo(1));
        relay.settle();
        assertEquals(1, ana.register(Register.ReadBy.class, READ_BY_BEN).orElseThrow().seq());
    }

    @Test
    void markThatSaysNothingNewWritesNothing() {
        anaWrites(3);
        ben.say(upTo(3));
        long ofAna = world.feed().newest(ANA);
        long ofBen = world.feed().newest(BEN);
        ben.say(upTo(3));
        ben.say(upTo(1));
        assertEquals(ofAna, world.feed().newest(ANA));
        assertEquals(ofBen, world.feed().newest(BEN));
    }
}
