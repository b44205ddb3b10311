package baton.relay.session;

import baton.protocol.ClientFrame;

/// One connected device.
public final class DeviceSession {
    private final Inbox inbox = new Inbox();
    private volatile boolean disconnected;

    DeviceSession() {}

    /// Takes a frame of the device. May be called by the socket's thread; never blocks.
    ///
    /// @return false if too many frames wait: offer the same frame again later, and read no further
    public boolean offer(ClientFrame frame) {
        return disconnected || inbox.offerFrame(new InboxEntry.Frame(frame));
    }

    /// Says that the socket is gone. May be called by any thread, more than once.
    public void disconnected() {
        disconnected = true;
        inbox.signal();
    }
}
