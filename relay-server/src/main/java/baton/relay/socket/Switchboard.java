package baton.relay.socket;

import baton.model.DeviceId;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;

/// Connects sockets with sessions. May be called by any thread.
public interface Switchboard {

    /// Starts the session of a device whose socket has just opened.
    ///
    /// @param sink takes the frames that the session has for the device
    Connected connect(Identity identity, FrameSink sink);

    /// Ends the sessions of a device that was signed out.
    void signedOut(DeviceId device);
}
