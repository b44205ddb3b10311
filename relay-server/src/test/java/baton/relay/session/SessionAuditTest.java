package baton.relay.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.Limits;
import baton.model.Refusal;
import baton.model.Register;
import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;
import baton.relay.log.KeptHistory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// An idle device compares what it shows with what the log says.
final class SessionAuditTest extends SessionFixture {
    private final List<String> counted = new ArrayList<>();
    private final MemoryRelay counting =
            new MemoryRelay(
                    world,
                    TWO,
                    MemoryRelay.Around.NOTHING,
                    new RelayMetrics() {
                        @Override
                        public void audited(int compared, int differing) {
                            counted.add(differing + " of " + compared);
                        }
                    });
    private final TestDevice ana = TestDevice.synced(relay, "ana", "laptop");
    private final TestDevice ben = TestDevice.synced(counting, "ben", "phone");

    @BeforeEach
    void talk() {
        for (int i = 0; i < 5; i++) {
            ana.write(PAIR, "question");
            ben.write(PAIR, "answer");
        }
        settle();
        ben.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(PAIR, 0, 4)), List.of()));
    }

    private void settle() {
        pass(Duration.ofSeconds(1));
        counting.settle();
    }

    private ClientFrame.AuditRow row(long unread, long mentions) {
        return row(unread, mentions, 0);
    }

    private ClientFrame.AuditRow row(long unread, long mentions, long floor) {
        Register.Head head = register(BEN, Register.Head.class, "head/" + PAIR);
        Register.Read read = register(BEN, Register.Read.class, "read/" + PAIR);
        return new ClientFrame.AuditRow(
                PAIR,
                head.epoch(),
                head.seq(),
                head.digest(),
                read.generation(),
                read.seq(),
                unread,
                mentions,
                floor);
    }

    private List<?> audited(ClientFrame.AuditRow... rows) {
        ben.say(new ClientFrame.Audit(List.of(rows)));
        return ben.last(ServerFrame.Audited.class).differing();
    }

    @Test
    void rightNumbersAgree() {
        assertEquals(List.of(), audited(row(3, 0)));
        assertEquals(List.of("0 of 1"), counted);
    }

    @Test
    void wrongNumbersAreToldAndCountedAndNotRepaired() {
        long newest = world.feed().newest(BEN);
        assertEquals(List.of(PAIR), audited(row(2, 0)));
        assertEquals(List.of(PAIR), audited(row(3, 1)));
        assertEquals(List.of("1 of 1", "1 of 1"), counted);
        assertEquals(newest, world.feed().newest(BEN));
    }

    @Test
    void anotherDigestIsADifference() {
        ClientFrame.AuditRow right = row(3, 0);
        ClientFrame.AuditRow wrong =
                new ClientFrame.AuditRow(
                        PAIR, right.epoch(), right.seq(), right.digest() + 1, 0, 4, 3, 0, 0);
        assertEquals(List.of(PAIR), audited(wrong));
    }

    @Test
    void whatHasMovedOnIsNotCompared() {
        ClientFrame.AuditRow old = row(7, 7);
        ana.write(PAIR, "one more");
        settle();
        assertEquals(List.of(), audited(old));
        ClientFrame.AuditRow before = row(7, 7);
        ben.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(PAIR, 0, 6)), List.of()));
        assertEquals(List.of(), audited(before));
        assertEquals(List.of("0 of 0", "0 of 0"), counted);
    }

    @Test
    void countsFromBeforeAndAfterATrimAreNotCompared() {
        world.disk().trim(PAIR, new KeptHistory(3, Duration.ZERO), world.clock().instant());
        assertEquals(List.of(), audited(row(3, 0)), "the device knows of no trim yet");
        assertEquals(List.of(PAIR), audited(row(1, 0, 8), row(3, 0, 8), row(2, 0, 6)));
        assertEquals(List.of("0 of 0", "1 of 2"), counted);
    }

    @Test
    void whatNothingIsUnreadOfAgreesToo() {
        ben.say(new ClientFrame.Mark(List.of(new ClientFrame.ReadTo(PAIR, 0, 10)), List.of()));
        assertEquals(List.of(), audited(row(0, 0)));
        assertEquals(List.of("0 of 1"), counted);
    }

    @Test
    void conversationsOfOthersAreNotCompared() {
        ClientFrame.AuditRow row = row(3, 0);
        TestDevice cleo = TestDevice.synced(counting, "cleo", "tablet");
        cleo.say(new ClientFrame.Audit(List.of(row)));
        assertEquals(List.of(), cleo.last(ServerFrame.Audited.class).differing());
        assertEquals(List.of("0 of 0"), counted);
    }

    @Test
    void auditsBeyondTheAllowanceAreRefusedAndTheSessionStays() {
        for (int i = 0; i < AuditHandling.AUDITS_MAX; i++) {
            audited(row(3, 0));
        }
        ben.say(new ClientFrame.Audit(List.of(row(3, 0))));
        assertEquals(
                new ServerFrame.Fault(Refusal.RATE_LIMITED.code(), PAIR),
                ben.last(ServerFrame.Fault.class));
        List<ClientFrame.AuditRow> many = Collections.nCopies(Limits.AUDIT_ROWS_MAX + 1, row(3, 0));
        ben.say(new ClientFrame.Audit(many));
        assertEquals(
                new ServerFrame.Fault(Refusal.FRAME_MALFORMED.code(), PAIR),
                ben.last(ServerFrame.Fault.class));
        assertEquals(0, ben.closedWith());
    }
}
