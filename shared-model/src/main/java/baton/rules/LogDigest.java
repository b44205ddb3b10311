package baton.rules;

import baton.model.AccountId;
import baton.model.Event;
import baton.model.EventBody;
import baton.model.Target;
import java.util.HexFormat;
import java.util.List;
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
        return next(new Sha1(), previous, seq, entryHash);
    }

    private static long next(Sha1 sha, long previous, long seq, long entryHash) {
        return sha.hex(previous).sign(':').number(seq).sign(':').hex(entryHash).first64();
    }

    /// Whether an event continues a log that has the digest `previous`: its body hash, header and
    /// chain all agree.
    public static boolean continues(long previous, Event event) {
        Sha1 sha = new Sha1();
        return bodyAgrees(sha, event)
                && next(sha, previous, event.seq(), entryHash(sha, event)) == event.digest();
    }

    /// Whether the body is the one that was hashed, as far as this version can say: it cannot of a
    /// kind that it does not know, nor of a body that is gone.
    public static boolean bodyAgrees(Event event) {
        return bodyAgrees(new Sha1(), event);
    }

    private static boolean bodyAgrees(Sha1 sha, Event event) {
        return switch (event.body()) {
            case EventBody.Unknown unknown -> true;
            case EventBody.Gone gone -> true;
            default -> bodyHash(sha, event.body()) == event.hash();
        };
    }

    /// The kind that a body had when it was appended.
    private static String kindOf(EventBody body) {
        return body instanceof EventBody.Gone gone ? gone.was() : body.kind();
    }

    /// The hash of an event's header and body hash; seq and count are left out because only the
    /// append knows them.
    public static long entryHash(Event event) {
        return entryHash(new Sha1(), event);
    }

    private static long entryHash(Sha1 sha, Event event) {
        return sha.text(event.author().handle())
                .sign('|')
                .text(event.device().value())
                .sign('|')
                .number(event.clientSeq())
                .sign('|')
                .text(event.id().toString())
                .sign('|')
                .number(event.at().toEpochMilli())
                .sign('|')
                .text(kindOf(event.body()))
                .sign('|')
                .hex(event.hash())
                .first64();
    }

    /// The hash of a body: its kind, then its fields in declared order.
    public static long bodyHash(EventBody body) {
        return bodyHash(new Sha1(), body);
    }

    private static long bodyHash(Sha1 sha, EventBody body) {
        String fields =
                switch (body) {
                    case EventBody.Message message when message.isPlain() -> message.text();
                    case EventBody.Message message ->
                            fields(
                                    message.text(),
                                    textOf(message.reply()),
                                    textOf(message.mentions()));
                    case EventBody.Created created ->
                            fields(created.title(), textOf(created.members()));
                    case EventBody.Invited invited -> invited.account().handle();
                    case EventBody.Left left -> "";
                    case EventBody.Titled titled -> titled.title();
                    case EventBody.Edited edited ->
                            fields(
                                    textOf(edited.target()),
                                    edited.text(),
                                    textOf(edited.mentions()));
                    case EventBody.Recalled recalled -> textOf(recalled.target());
                    case EventBody.Reacted reacted ->
                            fields(
                                    textOf(reacted.target()),
                                    reacted.emoji(),
                                    Boolean.toString(reacted.on()));
                    case EventBody.Guarded guarded -> Boolean.toString(guarded.on());
                    case EventBody.Claimed claimed -> Boolean.toString(claimed.force());
                    case EventBody.Released released -> "";
                    case EventBody.Gone gone ->
                            throw new IllegalArgumentException("the body is gone, its hash stays");
                    case EventBody.Unknown unknown -> unknown.json();
                };
        return sha.text(body.kind()).sign(SEPARATOR).text(fields).first64();
    }

    private static String fields(String... fields) {
        return String.join(String.valueOf(SEPARATOR), fields);
    }

    private static String textOf(Target target) {
        return target.seq() + " " + target.id();
    }

    private static String textOf(List<AccountId> accounts) {
        return accounts.stream().map(AccountId::handle).collect(Collectors.joining(","));
    }

    /// 16 lower-case hexadecimal digits.
    public static String hex(long value) {
        return HEX.toHexDigits(value);
    }

    /// @throws IllegalArgumentException unless the text is 1 to 16 hexadecimal digits
    public static long parse(String hex) {
        return HexFormat.fromHexDigitsToLong(hex);
    }
}
