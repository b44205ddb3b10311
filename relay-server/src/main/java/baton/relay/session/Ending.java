package baton.relay.session;

import baton.model.Refusal;
import java.util.Optional;

/// Why a session ends: what it tells the device, and how it closes the socket.
///
/// @param code of [CloseCode]
/// @param bye the last frame; empty if the device could not read it any more
record Ending(int code, String reason, Optional<Bye> bye) {

    /// @param retryAfterMillis 0 leaves it to the device
    record Bye(Refusal refusal, long retryAfterMillis) {}

    static final Ending DISCONNECTED = new Ending(1000, "disconnected", Optional.empty());
    static final Ending FAULTY = new Ending(1011, "relay fault", Optional.empty());
    static final Ending SILENT = new Ending(CloseCode.SILENT, "silent", Optional.empty());
    static final Ending NOT_READING =
            new Ending(CloseCode.TRY_AGAIN_LATER, "answers are not read", Optional.empty());
    static final Ending MALFORMED =
            new Ending(1008, "frame malformed", bye(Refusal.FRAME_MALFORMED, 0));
    static final Ending REPLACED =
            new Ending(CloseCode.REPLACED, "replaced", bye(Refusal.SESSION_REPLACED, 0));
    static final Ending SIGNED_OUT =
            new Ending(CloseCode.SIGNED_OUT, "signed out", bye(Refusal.DEVICE_SIGNED_OUT, 0));
    static final Ending UNAVAILABLE =
            new Ending(
                    CloseCode.TRY_AGAIN_LATER,
                    "store unavailable",
                    bye(Refusal.RELAY_UNAVAILABLE, 0));

    /// The store may have lost the end of its logs: the device is to compare before anything else.
    static Ending storeChanged(long retryAfterMillis) {
        return new Ending(
                CloseCode.TRY_AGAIN_LATER,
                "store changed",
                bye(Refusal.STORE_CHANGED, retryAfterMillis));
    }

    static Ending stopping(long retryAfterMillis) {
        return new Ending(
                CloseCode.STOPPING, "stopping", bye(Refusal.RELAY_STOPPING, retryAfterMillis));
    }

    private static Optional<Bye> bye(Refusal refusal, long retryAfterMillis) {
        return Optional.of(new Bye(refusal, retryAfterMillis));
    }
}
