package baton.relay.session;

import baton.model.DeviceId;
import java.time.Duration;

/// The sessions of this node, as the socket side sees them. May be called by any thread.
public interface Sessions extends AutoCloseable {

    /// Starts the session of a device whose socket has just opened. A session of the same device
    /// that is already there is replaced.
    DeviceSession open(Identity identity, FrameSink sink);

    /// Ends the sessions of a device that was signed out, on whichever node they are.
    void signedOut(DeviceId device);

    /// Ends all sessions in an orderly way: each device is told when to come back, at a moment of
    /// its own, so that they do not all come at once.
    ///
    /// @param patience how long to wait for leases to be released
    void stopAll(Duration patience);

    /// Ends all sessions and the threads behind them.
    @Override
    void close();
}
