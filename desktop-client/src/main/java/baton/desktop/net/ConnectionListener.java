package baton.desktop.net;

import baton.protocol.ClientFrame;
import baton.protocol.ServerFrame;

/// Hears what a connection does, in order: at most one [#opened], then frames, then one [#closed]
/// and nothing after it. Calls never overlap; the listener returns at once or blocks the socket on
/// purpose, which is how a device that cannot keep up slows its relay down.
public interface ConnectionListener {
    void opened();

    void received(ServerFrame frame);

    /// A frame was written to the socket. Unlike the other calls this one comes from the thread
    /// that writes and overlaps them.
    ///
    /// @param chars of its text
    default void wrote(ClientFrame frame, int chars) {}

    /// A frame was read from the socket; [#received] is next.
    ///
    /// @param chars of its text
    default void read(ServerFrame frame, int chars) {}

    /// @param code of a [baton.model.Refusal] if the relay said why or refused the handshake, else
    ///   `relay-unreachable`
    /// @param retryAfterMillis when to come back, at the earliest; 0 leaves it to the device
    void closed(String code, long retryAfterMillis);
}
