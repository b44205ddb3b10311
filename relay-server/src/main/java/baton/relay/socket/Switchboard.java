package baton.relay.socket;

import baton.model.AccountId;
import baton.relay.account.SignedInDevice;
import baton.relay.session.FrameSink;
import baton.relay.session.Identity;

/// Connects sockets with sessions. May be called by any thread.
public interface Switchboard {

    /// Starts the session of a device whose socket has just opened.
    ///
    /// @param sink takes the frames that the session has for the device
    Connected connect(Identity identity, FrameSink sink);

    /// Strikes a device off the device matrix and ends its sessions, on whichever node they are.
    /// May be repeated.
    ///
    /// @throws baton.relay.account.AccountsUnavailableException if the store is away
    void signedOut(AccountId account, SignedInDevice device);

    /// Shows a device under its new name on every device of the account. May be repeated.
    ///
    /// @throws baton.relay.account.AccountsUnavailableException if the store is away
    void renamed(AccountId account, SignedInDevice device);
}
