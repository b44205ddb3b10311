package baton.relay.session;

import baton.model.AccountId;
import baton.relay.account.SignedInDevice;
import java.time.Duration;

/// The sessions of this node, as the socket side sees them. May be called by any thread.
public interface Sessions extends AutoCloseable {

    /// Starts the session of a device whose socket has just opened. A session of the same device
    /// that is already there is replaced.
    DeviceSession open(Identity identity, FrameSink sink);

    /// Strikes a device off its account's device matrix and ends its sessions, on whichever node
    /// they are. May be repeated.
    ///
    /// @throws baton.relay.node.StoreUnavailableException if the store is away
    void signedOut(AccountId account, SignedInDevice device);

    /// Shows a device under its new name in the device matrix. May be repeated.
    ///
    /// @throws baton.relay.node.StoreUnavailableException if the store is away
    void renamed(AccountId account, SignedInDevice device);

    /// Ends all sessions in an orderly way: each device is told when to come back, at a moment of
    /// its own, so that they do not all come at once.
    ///
    /// @param patience how long to wait for leases to be released
    void stopAll(Duration patience);

    /// Ends all sessions and the threads behind them.
    @Override
    void close();
}
