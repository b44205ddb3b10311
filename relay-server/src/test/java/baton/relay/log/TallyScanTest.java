package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Tally;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyScanTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final long HEAD = 40;

    private final FrameCodec codec = new FrameCodec();
    private final List<StoredEvent> log = new ArrayList<>();
    private long floor = 1;

    TallyScanTest() {
        for (long seq = 1; seq <= HEAD; seq++) {
            Append append =
                    new Append(
                            ConversationId.direct(ANA, new AccountId("ben")),
                            ANA,
                            new DeviceId("laptop"),
                            1,
                            seq,
                            MessageId.of(1, 1, seq),
                            Instant.EPOCH,
                            Append.Terms.NONE,
                            new EventBody.Message("x"));
            Event event = append.placed(seq, seq, 0, 0);
            log.add(new StoredEvent(seq, seq, 0, codec.encodeEntry(event)));
        }
    }

    private Optional<KnownTally> at(long seq) {
        return new TallyScan(codec)
                .at(seq, ANA, KnownTally.START, List.of(allOwn(HEAD)), this::read);
    }

    private static KnownTally allOwn(long seq) {
        return new KnownTally(seq, new Tally(seq, seq));
    }

    /// What is still kept of an interval.
    private List<StoredEvent> read(long from, long to) {
        return from > to || to < floor
                ? List.of()
                : log.subList((int) Math.max(from, floor) - 1, (int) to);
    }

    @Test
    void eventsThatWereTrimmedMeanwhileAreNotTakenForSomebodyElses() {
        assertEquals(Optional.of(allOwn(12)), at(12));
        floor = 5;
        assertEquals(Optional.empty(), at(12));
        assertEquals(Optional.of(allOwn(30)), at(30));
    }

    @Test
    void placeThatWasTrimmedMeanwhileHasNoTally() {
        floor = 31;
        assertEquals(Optional.empty(), at(30));
        assertEquals(Optional.empty(), at(5));
    }
}
