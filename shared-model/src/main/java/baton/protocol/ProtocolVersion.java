package baton.protocol;

/// The version of the frames. A device names its own in the handshake; a relay that cannot speak it
/// answers 426 with [baton.model.Refusal#PROTOCOL_UNSUPPORTED] and the versions that it can.
public final class ProtocolVersion {
    public static final int CURRENT = 2;

    /// The oldest version that this build still speaks.
    public static final int OLDEST = 1;

    /// Where a device opens its WebSocket.
    public static final String PATH = "/v1/sync";

    /// The handshake header that names the device's version.
    public static final String HEADER = "Baton-Protocol";

    /// The answer's header that names the versions a relay speaks, as `OLDEST-CURRENT`.
    public static final String RANGE_HEADER = "Baton-Protocol-Range";

    private ProtocolVersion() {}

    public static boolean isSupported(int version) {
        return OLDEST <= version && version <= CURRENT;
    }
}
