package baton.trials.faults;

import baton.model.Event;
import baton.model.EventBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The digests of a log, computed by the words of the protocol and not by the product's rule.
final class Chain {
    private static final HexFormat HEX = HexFormat.of();

    private Chain() {}

    /// The digest after an event that follows `previous`.
    static long after(long previous, Event event) {
        String kind =
                event.body() instanceof EventBody.Gone gone ? gone.was() : event.body().kind();
        long entry =
                first64(
                        String.join(
                                "|",
                                event.author().handle(),
                                event.device().value(),
                                Long.toString(event.clientSeq()),
                                event.id().toString(),
                                Long.toString(event.at().toEpochMilli()),
                                kind,
                                HEX.toHexDigits(event.hash())));
        return first64(
                HEX.toHexDigits(previous) + ":" + event.seq() + ":" + HEX.toHexDigits(entry));
    }

    /// Whether the body is the one that was hashed; of a body that is gone nobody can say.
    static boolean isWhole(Event event) {
        return !(event.body() instanceof EventBody.Message message && message.isPlain())
                || first64("message\u0000" + ((EventBody.Message) event.body()).text())
                        == event.hash();
    }

    private static long first64(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.fromHexDigitsToLong(HEX.formatHex(hash, 0, Long.BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
