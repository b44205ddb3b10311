package baton.rules;

import baton.model.Event;
import baton.model.EventBody;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;

/// The rolling digest of a conversation's log: two logs that agree at a seq agree below it. 64
/// bits, the first half of a SHA-1, which Redis can compute inside the append script. It finds
/// accidents (lost tails, flipped bits, rewritten logs); it is no signature.
///
/// `digest(0) = 0`, `digest(n) = first64(sha1(hex(digest(n-1)) ":" n ":" hex(entryHash)))`.
public final class LogDigest {
    /// The digest of the empty log.
    public static final long EMPTY = 0;

    private static final HexFormat HEX = HexFormat.of();
    private static final char SEPARATOR = '\u0000';

    private LogDigest() {}

    /// The digest after one more event.
    public static long next(long previous, long seq, long entryHash) {
        return first64(hex(previous) + ":" + seq + ":" + hex(entryHash));
    }

    /// Whether an event continues a log that has the digest `previous`: its body hash, header and
    /// chain all agree.
    public static boolean continues(long previous, Event event) {
        boolean bodyAgrees =
                event.body() instanceof EventBody.Unknown || bodyHash(event.body()) == event.hash();
        return bodyAgrees && next(previous, event.seq(), entryHash(event)) == event.digest();
    }

    /// The hash of an event's header and body hash; seq and count are left out because only the
    /// append knows them.
    public static long entryHash(Event event) {
        return first64(
                String.join(
                        "|",
                        event.author().handle(),
                        event.device().value(),
                        Long.toString(event.clientSeq()),
                        event.id().toString(),
                        Long.toString(event.at().toEpochMilli()),
                        event.body().kind(),
                        hex(event.hash())));
    }

    /// The hash of a body: its kind, then its fields in declared order.
    public static long bodyHash(EventBody body) {
        String fields =
                switch (body) {
                    case EventBody.Message message -> message.text();
                    case EventBody.Created created ->
                            created.title()
                                    + SEPARATOR
                                    + created.members().stream()
                                            .map(Object::toString)
                                            .collect(Collectors.joining(","));
                    case EventBody.Invited invited -> invited.account().handle();
                    case EventBody.Left left -> "";
                    case EventBody.Titled titled -> titled.title();
                    case EventBody.Unknown unknown -> unknown.json();
                };
        return first64(body.kind() + SEPARATOR + fields);
    }

    /// 16 lower-case hexadecimal digits.
    public static String hex(long value) {
        return HEX.toHexDigits(value);
    }

    /// @throws IllegalArgumentException unless the text is 1 to 16 hexadecimal digits
    public static long parse(String hex) {
        return HexFormat.fromHexDigitsToLong(hex);
    }

    private static long first64(String text) {
        byte[] sha = sha1().digest(text.getBytes(StandardCharsets.UTF_8));
        return java.nio.ByteBuffer.wrap(sha).getLong();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
