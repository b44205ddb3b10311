package baton.relay.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;
import org.junit.jupiter.api.Test;

class FrameHeadsTest {
    private static final int MAX = 1_000;
    private static final int PROTOCOL_ERROR = 1002;
    private static final int TOO_BIG = 1009;
    private static final byte[] MASK = {1, 2, 3, 4};

    private static byte[] frame(int masked, long length, int lengthBytes) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + MAX).put((byte) 0x81);
        switch (lengthBytes) {
            case 2 -> bytes.put((byte) (masked | 126)).putShort((short) length);
            case 8 -> bytes.put((byte) (masked | 127)).putLong(length);
            default -> bytes.put((byte) (masked | (int) length));
        }
        if (masked != 0) {
            bytes.put(MASK);
        }
        // A payload that would be a bad head.
        bytes.put(new byte[(int) Math.max(0, Math.min(length, MAX))]);
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }

    private static byte[] together(byte[]... frames) {
        ByteBuffer all = ByteBuffer.allocate(10 * MAX);
        for (byte[] frame : frames) {
            all.put(frame);
        }
        byte[] bytes = new byte[all.position()];
        all.flip().get(bytes);
        return bytes;
    }

    private static int look(FrameHeads heads, byte[] bytes, int from, int to) {
        return heads.look(
                Buffers.wrap(MemoryManager.DEFAULT_MEMORY_MANAGER, bytes, from, to - from));
    }

    /// Cuts it in two wherever it can be cut, and into single bytes: each way must say the same.
    private static void assertVerdict(int expected, byte[]... frames) {
        byte[] bytes = together(frames);
        for (int cut = 0; cut <= bytes.length; cut++) {
            FrameHeads heads = new FrameHeads(MAX);
            int first = look(heads, bytes, 0, cut);
            int verdict = first == FrameHeads.FINE ? look(heads, bytes, cut, bytes.length) : first;
            assertEquals(expected, verdict, "cut at " + cut);
        }
        FrameHeads heads = new FrameHeads(MAX);
        int verdict = FrameHeads.FINE;
        for (int i = 0; i < bytes.length && verdict == FrameHeads.FINE; i++) {
            verdict = look(heads, bytes, i, i + 1);
        }
        assertEquals(expected, verdict, "byte by byte");
    }

    @Test
    void maskedFramesOfAllLengthsAreFine() {
        assertVerdict(
                FrameHeads.FINE,
                frame(0x80, 0, 0),
                frame(0x80, 1, 0),
                frame(0x80, 125, 0),
                frame(0x80, 126, 2),
                frame(0x80, MAX, 2),
                frame(0x80, 5, 2),
                frame(0x80, 5, 8),
                frame(0x80, 0, 8),
                frame(0x80, MAX, 8),
                frame(0x80, 3, 0));
    }

    @Test
    void frameWithoutMaskIsFoundWhereverItStands() {
        assertVerdict(PROTOCOL_ERROR, frame(0, 3, 0));
        assertVerdict(PROTOCOL_ERROR, frame(0, 0, 0));
        assertVerdict(PROTOCOL_ERROR, frame(0, 300, 2));
        assertVerdict(PROTOCOL_ERROR, frame(0x80, 300, 2), frame(0x80, 0, 0), frame(0, 3, 0));
    }

    @Test
    void frameThatIsTooLongIsFoundByItsHead() {
        assertVerdict(TOO_BIG, frame(0x80, MAX + 1, 2));
        assertVerdict(TOO_BIG, frame(0x80, 1L << 40, 8));
        assertVerdict(TOO_BIG, frame(0x80, Long.MAX_VALUE, 8));
        assertVerdict(TOO_BIG, frame(0x80, 300, 2), frame(0x80, MAX + 1, 8));
    }

    @Test
    void lengthBelowNothingIsNone() {
        assertVerdict(PROTOCOL_ERROR, frame(0x80, -1, 8));
        assertVerdict(PROTOCOL_ERROR, frame(0x80, Long.MIN_VALUE, 8));
    }
}
