package baton.desktop.net;

import baton.protocol.ServerFrame;

/// Hears what a connection does, in order: at most one [#opened], then frames, then one [#closed]
/// and nothing after it. Calls never overlap; the listener returns at once or blocks the socket on
/// purpose, which is how a device that cannot keep up slows its relay down.
public interface ConnectionListener {
    void opened();

    void received(ServerFrame frame);

    /// @param code of a [baton.model.Refusal] if the relay said why or refused the handshake, else
    ///   `relay-unreachable`
    /// @param retryAfterMillis when to come back, at the earliest; 0 leaves it to the device
    void closed(String code, long retryAfterMillis);
}
