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
import baton.model.Seeds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        return event.saying(body).placed(event.seq(), event.count(), digest);
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

    /// Texts of all lengths and scripts, put together here in the simplest way.
    @Test
    void hashesAreThoseOfTheTextsThatTheProtocolNames() {
        Seeds.run(
                1,
                500,
                random -> {
                    StringBuilder text = new StringBuilder();
                    int length = random.nextInt(400);
                    for (int i = 0; i < length; i++) {
                        text.append("aé好\uD83D\uDC4D|\u0000".charAt(random.nextInt(7)));
                    }
                    long seq = random.nextLong(1, 1L << random.nextInt(1, 52));
                    Event event =
                            event(random.nextLong(), seq, new EventBody.Message(text.toString()));
                    String hash = "%016x".formatted(event.hash());
                    String header = "ana|d1|" + seq + "|" + event.id() + "|0|message|" + hash;
                    long previous = random.nextLong();
                    String chain = "%016x:%d:%s".formatted(previous, seq, firstHalf(header));

                    assertEquals(firstHalf("message\u0000" + text), hash);
                    assertEquals(firstHalf(header), LogDigest.hex(LogDigest.entryHash(event)));
                    assertEquals(
                            firstHalf(chain),
                            LogDigest.hex(
                                    LogDigest.next(previous, seq, LogDigest.entryHash(event))));
                });
    }

    private static String firstHalf(String text) {
        try {
            byte[] sha =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theChainIsTheFirstHalfOfASha1SoThatAScriptCanComputeIt() {
        assertEquals(
                firstHalf("0000000000000000:1:0000000000000000"),
                LogDigest.hex(LogDigest.next(0, 1, 0)));
    }
}
