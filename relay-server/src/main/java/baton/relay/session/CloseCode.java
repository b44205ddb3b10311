package baton.relay.session;

/// Why the relay closes a WebSocket: codes of RFC 6455 and, from 4000 on, of this protocol. The
/// `Bye` before it says the same in words.
public final class CloseCode {
    /// The relay stops in an orderly way.
    public static final int STOPPING = 1012;

    /// The relay cannot serve now: its store is away, or the device does not read its answers.
    public static final int TRY_AGAIN_LATER = 1013;

    /// The device was signed out.
    public static final int SIGNED_OUT = 4401;

    /// The device was silent for longer than [baton.model.Limits#LEASE].
    public static final int SILENT = 4408;

    /// A newer connection of the same device took over.
    public static final int REPLACED = 4409;

    private CloseCode() {}
}
