package baton.relay.socket;

import baton.protocol.ClientFrame;

/// The session behind one socket, as the socket sees it. May be called by any thread; never blocks.
public interface Connected {

    /// Hands over a frame of the device.
    ///
    /// @return false if too many frames wait: offer the same one again later, and read no further
    boolean offer(ClientFrame frame);

    /// Says that the socket is gone.
    void disconnected();
}
