package baton.relay.app;

import static baton.relay.app.RawSocket.CLOSE;
import static baton.relay.app.RawSocket.NO_CODE;
import static baton.relay.app.RawSocket.PING;
import static baton.relay.app.RawSocket.TEXT;
import static baton.relay.app.RawSocket.close;
import static baton.relay.app.RawSocket.frame;
import static baton.relay.app.RawSocket.unmasked;
import static baton.relay.app.RawSocket.wasteful;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import baton.protocol.ProtocolVersion;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Bytes that no WebSocket library sends.
final class HostileBytes {
    /// A beat of a device, as a text.
    static final byte[] BEAT =
            "{\"t\":\"beat\",\"revision\":0,\"held\":0,\"outgoing\":0}".getBytes(UTF_8);

    private static final int CONTINUED = 0x00;
    private static final int LAST = 0x80;
    private static final int TEXT_BEGINS = 0x01;
    private static final Set<Integer> PROTOCOL_ERROR = Set.of(1002, NO_CODE);
    private static final Set<Integer> UNMASKED = Set.of(1002);
    private static final Set<Integer> NO_TEXT = Set.of(1007, NO_CODE);

    private static final Set<Integer> TOO_BIG = Set.of(1009, NO_CODE);
    private static final Set<Integer> NO_FRAME = Set.of(1003, 1008, NO_CODE);

    /// @param bytes after the handshake, each piece written by itself
    /// @param codes with which the relay may close it
    record Attack(String name, List<byte[]> bytes, Set<Integer> codes) {
        Attack(String name, Set<Integer> codes, byte[]... bytes) {
            this(name, List.of(bytes), codes);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// @param said in place of a handshake, a sign for each byte
    record Knock(String name, String said) {
        Knock(String name, byte[] bytes) {
            this(name, new String(bytes, ISO_8859_1));
        }

        byte[] bytes() {
            return said.getBytes(ISO_8859_1);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Attack> attacks() {
        return Stream.of(heads(), orders(), closes(), texts(), lengths(), floods())
                .flatMap(attacks -> attacks);
    }

    private static Stream<Attack> heads() {
        return Stream.of(
                new Attack("text without mask", UNMASKED, unmasked(TEXT, BEAT)),
                new Attack("ping without mask", UNMASKED, unmasked(PING, text("x"))),
                new Attack("close without mask", UNMASKED, unmasked(CLOSE, bytes(3, 232))),
                new Attack(
                        "mask that comes and goes",
                        UNMASKED,
                        frame(TEXT, BEAT),
                        unmasked(TEXT, BEAT),
                        frame(TEXT, BEAT)),
                new Attack(
                        "fragment without mask",
                        UNMASKED,
                        frame(TEXT_BEGINS, text("{")),
                        unmasked(CONTINUED, text("}"))),
                new Attack("first reserved bit", PROTOCOL_ERROR, frame(TEXT | 0x40, BEAT)),
                new Attack("second reserved bit", PROTOCOL_ERROR, frame(TEXT | 0x20, BEAT)),
                new Attack("third reserved bit", PROTOCOL_ERROR, frame(TEXT | 0x10, BEAT)),
                new Attack("reserved bit of a ping", PROTOCOL_ERROR, frame(PING | 0x40, BEAT)),
                new Attack("opcode 3", PROTOCOL_ERROR, frame(LAST | 3, BEAT)),
                new Attack("opcode 7", PROTOCOL_ERROR, frame(LAST | 7, BEAT)),
                new Attack("opcode 11", PROTOCOL_ERROR, frame(LAST | 11, BEAT)),
                new Attack("opcode 15", PROTOCOL_ERROR, frame(LAST | 15, BEAT)),
                new Attack("binary", NO_FRAME, frame(LAST | 2, BEAT)),
                new Attack("binary in fragments", NO_FRAME, frame(2, BEAT), frame(LAST, BEAT)));
    }

    private static Stream<Attack> orders() {
        byte[] half = text("{\"t\":");
        return Stream.of(
                new Attack("continuation of nothing", PROTOCOL_ERROR, frame(LAST, half)),
                new Attack(
                        "endless continuation of nothing", PROTOCOL_ERROR, frame(CONTINUED, half)),
                new Attack(
                        "text within a text",
                        PROTOCOL_ERROR,
                        frame(TEXT_BEGINS, half),
                        frame(TEXT, BEAT)),
                new Attack(
                        "two texts that begin",
                        PROTOCOL_ERROR,
                        frame(TEXT_BEGINS, half),
                        frame(TEXT_BEGINS, half)),
                new Attack("ping in fragments", PROTOCOL_ERROR, frame(9, half)),
                new Attack("close in fragments", PROTOCOL_ERROR, frame(8, bytes(3, 232))),
                new Attack("ping of 126 bytes", PROTOCOL_ERROR, frame(PING, new byte[126])),
                new Attack("ping of 64 KB", PROTOCOL_ERROR, frame(PING, new byte[65_535])),
                new Attack(
                        "request in place of frames",
                        PROTOCOL_ERROR,
                        text("GET / HTTP/1.1\r\nHost: r\r\n\r\n".repeat(10))),
                new Attack("noise", Set.of(1002, 1003, 1007, 1008, 1009, NO_CODE), random(65_536)));
    }

    private static Stream<Attack> closes() {
        Stream<Attack> codes =
                IntStream.of(0, 999, 1004, 1005, 1006, 1015, 2999, 5000, 65_535)
                        .mapToObj(code ->
                                new Attack(
                                        "close with " + code,
                                        Set.of(1002, code, NO_CODE),
                                        close(code, new byte[0])));
        return Stream.concat(
                codes,
                Stream.of(
                        new Attack("close with one byte", PROTOCOL_ERROR, frame(CLOSE, bytes(3))),
                        new Attack(
                                "close with a reason that is no text",
                                Set.of(1002, 1007, 1000, NO_CODE),
                                close(1000, bytes(0xff, 0xfe))),
                        new Attack(
                                "close of 200 bytes", PROTOCOL_ERROR, close(1000, new byte[200])),
                        new Attack(
                                "frames after a close",
                                Set.of(1000, NO_CODE),
                                close(1000, new byte[0]),
                                frame(TEXT, BEAT),
                                frame(TEXT, text("nonsense")))));
    }

    private static Stream<Attack> texts() {
        return Stream.of(
                new Attack("byte that is never in a text", NO_TEXT, frame(TEXT, bytes(0xff))),
                new Attack("overlong slash", NO_TEXT, frame(TEXT, bytes(0xc0, 0xaf))),
                new Attack("overlong nothing", NO_TEXT, frame(TEXT, bytes(0xc0, 0x80))),
                new Attack("half a surrogate", NO_TEXT, frame(TEXT, bytes(0xed, 0xa0, 0x80))),
                new Attack(
                        "beyond the last sign",
                        NO_TEXT,
                        frame(TEXT, bytes(0xf4, 0x90, 0x80, 0x80))),
                new Attack("sign cut off", NO_TEXT, frame(TEXT, bytes(0xe2, 0x82))),
                new Attack("continuation byte alone", NO_TEXT, frame(TEXT, bytes(0x80))),
                new Attack(
                        "sign cut off by a fragment",
                        NO_TEXT,
                        frame(TEXT_BEGINS, bytes(0xe2, 0x82)),
                        frame(LAST, bytes(0x28))),
                new Attack("nothing", NO_FRAME, frame(TEXT, new byte[0])),
                new Attack("zeros", NO_FRAME, frame(TEXT, new byte[100])));
    }

    private static Stream<Attack> lengths() {
        byte[] few = new byte[100];
        return Stream.of(
                new Attack(
                        "length of 2^40", TOO_BIG, frame(TEXT, 1L << 40, few), times(4_000, few)),
                new Attack(
                        "length of 2^31", TOO_BIG, frame(TEXT, 1L << 31, few), times(4_000, few)),
                new Attack(
                        "greatest length",
                        TOO_BIG,
                        frame(TEXT, Long.MAX_VALUE, few),
                        times(4_000, few)),
                new Attack(
                        "length below 0",
                        PROTOCOL_ERROR,
                        frame(TEXT, Long.MIN_VALUE, few),
                        times(4_000, few)),
                new Attack("length of -1", PROTOCOL_ERROR, frame(TEXT, -1, few), times(4_000, few)),
                new Attack("300 KB", TOO_BIG, frame(TEXT, new byte[300_000])));
    }

    private static Stream<Attack> floods() {
        byte[] piece = frame(CONTINUED, text("x".repeat(1_000)));
        return Stream.of(
                new Attack(
                        "fragments without end",
                        TOO_BIG,
                        frame(TEXT_BEGINS, text("{")),
                        times(400, piece)),
                new Attack(
                        "pings between fragments without end",
                        TOO_BIG,
                        frame(TEXT_BEGINS, text("{")),
                        times(400, times(1, piece)),
                        times(400, frame(PING, new byte[125]))));
    }

    static Stream<Attack> odd() {
        List<byte[]> letters = new ArrayList<>();
        letters.add(frame(TEXT_BEGINS, new byte[0]));
        for (byte letter : BEAT) {
            letters.add(frame(CONTINUED, new byte[] {letter}));
            letters.add(frame(PING, new byte[125]));
        }
        letters.add(frame(LAST, new byte[0]));
        List<byte[]> single = new ArrayList<>();
        for (byte one : frame(TEXT, BEAT)) {
            single.add(new byte[] {one});
        }
        return Stream.of(
                new Attack("a fragment per letter, pings between", letters, Set.of()),
                new Attack("a write per byte", single, Set.of()),
                new Attack(
                        "length of eight bytes where one is enough",
                        Set.of(),
                        wasteful(TEXT, true, BEAT)),
                new Attack(
                        "length of two bytes where one is enough",
                        Set.of(),
                        wasteful(TEXT, false, BEAT)),
                new Attack(
                        "flood of pings",
                        Set.of(),
                        times(20_000, frame(PING, text("ping"))),
                        frame(TEXT, BEAT)),
                new Attack(
                        "flood of pongs",
                        Set.of(),
                        times(20_000, frame(LAST | 10, text("pong"))),
                        frame(TEXT, BEAT)),
                new Attack(
                        "empty fragments",
                        Set.of(),
                        frame(TEXT_BEGINS, new byte[0]),
                        times(20_000, frame(CONTINUED, new byte[0])),
                        frame(LAST, BEAT)));
    }

    static Stream<Knock> knocks() {
        String get = "GET " + ProtocolVersion.PATH + " HTTP/1.1\r\nHost: r\r\n";
        String upgrade = get + "Upgrade: websocket\r\nConnection: Upgrade\r\n";
        String post = "POST /v1/accounts HTTP/1.1\r\nHost: r\r\n";
        return Stream.of(
                new Knock("noise", random(4_096)),
                new Knock("hello of TLS", bytes(0x16, 3, 1, 0, 5, 1, 0, 0, 1, 3, 10, 10)),
                new Knock("preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                new Knock("line without end", "GET /" + "a".repeat(100_000)),
                new Knock("header of 64 KB", upgrade + "X: " + "y".repeat(65_536) + "\r\n\r\n"),
                new Knock("10,000 headers", upgrade + "X: y\r\n".repeat(10_000) + "\r\n"),
                new Knock("version of HTTP that is none", "GET / HTTP/9.9\r\nHost: r\r\n\r\n"),
                new Knock("header without colon", get + "nonsense\r\nConnection: close\r\n\r\n"),
                new Knock("zero in a header", get + "X: \u0000\r\nConnection: close\r\n\r\n"),
                new Knock("no key", upgrade + "Sec-WebSocket-Version: 13\r\n\r\n"),
                new Knock(
                        "another version of WebSocket",
                        upgrade + "Sec-WebSocket-Key: x\r\nSec-WebSocket-Version: 99\r\n\r\n"),
                new Knock(
                        "frames before the token is known",
                        upgrade
                                + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                                + "Sec-WebSocket-Version: 13\r\n\r\n"
                                + new String(times(100, frame(TEXT, BEAT)), ISO_8859_1)),
                new Knock(
                        "out of the folder",
                        "GET /../../etc/passwd HTTP/1.1\r\nHost: r\r\nConnection: close\r\n\r\n"),
                new Knock(
                        "body below nothing",
                        post + "Content-Length: -1\r\nConnection: close\r\n\r\n{}"),
                new Knock(
                        "body of 2^40",
                        post
                                + "Content-Length: 1099511627776\r\nConnection: close\r\n\r\n"
                                + "x".repeat(200_000)),
                new Knock(
                        "two lengths",
                        post
                                + "Content-Length: 2\r\nContent-Length: 9\r\nConnection: close\r\n\r\n{}"),
                new Knock(
                        "piece of a body of 2^40",
                        post
                                + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nffffffffff\r\n"
                                + "x".repeat(200_000)),
                new Knock(
                        "piece of no length",
                        post + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n{}"));
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static byte[] times(int times, byte[] piece) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        IntStream.range(0, times).forEach(i -> all.writeBytes(piece));
        return all.toByteArray();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(7).nextBytes(bytes);
        return bytes;
    }
}
