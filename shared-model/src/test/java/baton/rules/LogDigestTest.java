package baton.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Seal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

final class LogDigestTest {
    private static final AccountId ANA = new AccountId("ana");

    private static Event event(long previous, long seq, EventBody body) {
        MessageId id = MessageId.of(seq, 1, 2);
        long hash = LogDigest.bodyHash(body);
        Event bare =
                new Event(
                        seq,
                        seq,
                        0,
                        ANA,
                        new DeviceId("d1"),
                        seq,
                        id,
                        Instant.EPOCH,
                        new Seal(hash, 0),
                        body);
        return with(bare, LogDigest.next(previous, seq, LogDigest.entryHash(bare)), body);
    }

    private static Event with(Event event, long digest, EventBody body) {
        return new Event(
                event.seq(),
                event.count(),
                digest,
                event.author(),
                event.device(),
                event.clientSeq(),
                event.id(),
                event.at(),
                event.seal(),
                body);
    }

    @Test
    void eachEventContinuesTheOneBefore() {
        Event first = event(LogDigest.EMPTY, 1, new EventBody.Message("one"));
        Event second = event(first.digest(), 2, new EventBody.Message("two"));

        assertTrue(LogDigest.continues(LogDigest.EMPTY, first));
        assertTrue(LogDigest.continues(first.digest(), second));
        assertFalse(LogDigest.continues(LogDigest.EMPTY, second));
    }

    @Test
    void aChangedBodyIsNoticed() {
        Event event = event(LogDigest.EMPTY, 1, new EventBody.Message("pay 10"));
        Event forged = with(event, event.digest(), new EventBody.Message("pay 90"));

        assertFalse(LogDigest.continues(LogDigest.EMPTY, forged));
    }

    @Test
    void aBodyOfALaterVersionStillContinuesTheLog() {
        Event event = event(LogDigest.EMPTY, 1, new EventBody.Message("x"));
        EventBody later = new EventBody.Unknown("message", "{\"kind\":\"message\"}", true);

        assertTrue(LogDigest.continues(LogDigest.EMPTY, with(event, event.digest(), later)));
    }

    @Test
    void theChainIsTheFirstHalfOfASha1SoThatAScriptCanComputeIt() throws Exception {
        String text = "0000000000000000:1:0000000000000000";
        byte[] sha =
                MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));

        assertEquals(
                HexFormat.of().formatHex(sha).substring(0, 16),
                LogDigest.hex(LogDigest.next(0, 1, 0)));
    }
}
