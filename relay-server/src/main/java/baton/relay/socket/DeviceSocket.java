package baton.relay.socket;

import baton.model.Limits;
import baton.model.Refusal;
import baton.protocol.ClientFrame;
import baton.protocol.FrameCodec;
import baton.protocol.MalformedFrameException;
import baton.protocol.ServerFrame;
import jakarta.websocket.CloseReason;
import java.time.Duration;
import org.glassfish.grizzly.Connection;

/// One WebSocket of one device: what comes in goes to its session, what the session says goes to
/// its writer.
final class DeviceSocket {
    private final Admitted admitted;
    private final FrameWriter writer;
    private final Intake intake;
    private final FrameCodec codec;
    private volatile long heardAt = System.nanoTime();
    private volatile long closingSince;

    /// @param intake of its session
    DeviceSocket(Admitted admitted, FrameWriter writer, Intake intake, FrameCodec codec) {
        this.admitted = admitted;
        this.writer = writer;
        this.intake = intake;
        this.codec = codec;
    }

    Connection<?> connection() {
        return admitted.connection();
    }

    Admitted admitted() {
        return admitted;
    }

    /// Takes one text of the device. Called by a selector.
    void onText(String text) {
        heardAt = System.nanoTime();
        if (writer.isClosing()) {
            return;
        }
        if (text.length() > Limits.CLIENT_FRAME_CHARS_MAX) {
            refuse(Refusal.FRAME_MALFORMED, CloseReason.CloseCodes.TOO_BIG.getCode());
            return;
        }
        try {
            ClientFrame frame = codec.decodeClient(text);
            if (!intake.take(frame)) {
                refuse(Refusal.RATE_LIMITED, CloseReason.CloseCodes.VIOLATED_POLICY.getCode());
            }
        } catch (MalformedFrameException e) {
            refuse(Refusal.FRAME_MALFORMED, CloseReason.CloseCodes.VIOLATED_POLICY.getCode());
        }
    }

    /// Takes what is no text. Called by a selector.
    void onBinary() {
        refuse(Refusal.FRAME_MALFORMED, CloseReason.CloseCodes.CANNOT_ACCEPT.getCode());
    }

    /// Says goodbye with a reason and closes.
    void refuse(Refusal refusal, int closeCode) {
        writer.offer(codec.encode(new ServerFrame.Bye(refusal.code(), 0)));
        writer.close(closeCode, refusal.code());
    }

    /// Closes without a word, for a peer that does not listen.
    void close(int closeCode, String reason) {
        writer.close(closeCode, reason);
    }

    /// Ends the writer and the session of a socket that is gone.
    void onClose() {
        writer.stop();
        intake.close();
    }

    boolean isSilentFor(Duration patience) {
        return System.nanoTime() - heardAt > patience.toNanos();
    }

    boolean isStuckFor(Duration patience) {
        return writer.isStuckFor(patience);
    }

    /// Whether it was to be closed this long ago and its peer has not gone.
    boolean lingersFor(Duration patience) {
        if (!writer.isClosing()) {
            return false;
        }
        if (closingSince == 0) {
            closingSince = System.nanoTime();
        }
        return System.nanoTime() - closingSince > patience.toNanos();
    }

    /// Frees everything at once, the thread of a stuck send included.
    void cut() {
        connection().terminateSilently();
    }
}
