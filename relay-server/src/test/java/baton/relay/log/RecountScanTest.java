package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.protocol.FrameCodec;
import baton.protocol.StoredEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class RecountScanTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");
    private static final EventBody MESSAGE = new EventBody.Message("x");
    private static final EventBody GONE = new EventBody.Gone("message", true);

    private final FrameCodec codec = new FrameCodec();

    private StoredEvent event(long seq, EventBody body) {
        Append append =
                new Append(
                        ConversationId.direct(ANA, BEN),
                        ANA,
                        new DeviceId("laptop"),
                        1,
                        seq,
                        MessageId.of(1, 1, seq),
                        Instant.EPOCH,
                        Append.Terms.NONE,
                        MESSAGE);
        Event event = append.placed(seq, seq, 0, 0).saying(body);
        return new StoredEvent(seq, seq, 0, codec.encodeEntry(event));
    }

    private static LogPage page(long head, StoredEvent... events) {
        return new LogPage(
                1, head, events[0].seq(), events[events.length - 1].seq(), List.of(events));
    }

    private Optional<Recount> counted(LogPage... pages) {
        Queue<LogPage> read = new ArrayDeque<>(List.of(pages));
        return new RecountScan(codec).of(BEN, 0, (_, _) -> Optional.ofNullable(read.poll()));
    }

    @Test
    void countsOverSeveralPages() {
        LogPage newest = page(4, event(3, MESSAGE), event(4, MESSAGE));
        assertEquals(
                3,
                counted(newest, page(4, event(1, GONE), event(2, MESSAGE))).orElseThrow().unread());
    }

    @Test
    void recallBetweenTwoPagesIsNoDifference() {
        LogPage newest = page(4, event(3, MESSAGE), event(4, MESSAGE));
        assertEquals(Optional.empty(), counted(newest, page(5, event(1, GONE), event(2, GONE))));
    }
}
