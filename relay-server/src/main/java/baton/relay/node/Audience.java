package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.util.Collection;

/// The devices connected to this node, as those who have news for them see them. May be called by
/// any thread; never blocks.
public interface Audience {

    /// Offers a push to every device of the accounts that is connected here.
    void push(Collection<AccountId> accounts, Push push);

    /// Ends the session of a device that was signed out, if it is here.
    void signOut(DeviceId device);
}
