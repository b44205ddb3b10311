package baton.relay.socket;

import org.glassfish.grizzly.Buffer;

/// Follows the frames of RFC 6455 through whatever pieces they come in, and looks at their heads
/// alone. For what a device sends: each of its frames must be masked. One thread at a time.
final class FrameHeads {
    /// All is well so far.
    static final int FINE = 0;

    private static final int PROTOCOL_ERROR = 1002;
    private static final int TOO_BIG = 1009;
    private static final int MASKED = 0x80;
    private static final int MASK_BYTES = 4;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    private final long payloadMax;
    private Part next = Part.OPCODE;

    /// Bytes of this part that are still to come.
    private long left = 1;

    private long length;

    private enum Part {
        OPCODE,
        MASK_AND_LENGTH,
        LONGER_LENGTH,
        MASK,
        PAYLOAD
    }

    /// @param payloadMax bytes of one frame
    FrameHeads(long payloadMax) {
        this.payloadMax = payloadMax;
    }

    /// Looks at what comes next, without taking it away.
    ///
    /// @return [#FINE], or the code to close with; what follows then cannot be followed
    int look(Buffer bytes) {
        int at = bytes.position();
        while (at < bytes.limit()) {
            if (next == Part.PAYLOAD || next == Part.MASK) {
                long skipped = Math.min(left, bytes.limit() - at);
                at += (int) skipped;
                left -= skipped;
            } else {
                int code = take(bytes.get(at) & 0xff);
                if (code != FINE) {
                    return code;
                }
                at++;
                left--;
            }
            if (left == 0) {
                turn();
            }
        }
        return FINE;
    }

    private int take(int value) {
        return switch (next) {
            case MASK_AND_LENGTH -> {
                length = value & ~MASKED;
                yield (value & MASKED) == 0 ? PROTOCOL_ERROR : FINE;
            }
            case LONGER_LENGTH -> {
                length = (length << Byte.SIZE) | value;
                yield left > 1 ? FINE : verdict();
            }
            default -> FINE;
        };
    }

    private int verdict() {
        return length < 0 ? PROTOCOL_ERROR : length > payloadMax ? TOO_BIG : FINE;
    }

    /// To the part that follows one that is complete.
    private void turn() {
        switch (next) {
            case OPCODE -> begin(Part.MASK_AND_LENGTH, 1);
            case MASK_AND_LENGTH -> {
                if (length < TWO_BYTES) {
                    begin(Part.MASK, MASK_BYTES);
                } else {
                    begin(Part.LONGER_LENGTH, length < EIGHT_BYTES ? Short.BYTES : Long.BYTES);
                    length = 0;
                }
            }
            case LONGER_LENGTH -> begin(Part.MASK, MASK_BYTES);
            case MASK -> {
                if (length > 0) {
                    begin(Part.PAYLOAD, length);
                } else {
                    begin(Part.OPCODE, 1);
                }
            }
            case PAYLOAD -> begin(Part.OPCODE, 1);
        }
    }

    private void begin(Part part, long bytes) {
        next = part;
        left = bytes;
    }
}
