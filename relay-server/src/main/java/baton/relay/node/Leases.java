package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;
import java.util.List;

/// Which devices are online, and at which node: seen from one node. A device has one lease at most;
/// the greatest fence holds it. May be used by any thread; blocks, and throws
/// [StoreUnavailableException].
public interface Leases {

    /// Takes the device's lease for this node, whoever had it before.
    HeldLease acquire(AccountId account, DeviceId device);

    /// Holds the lease for another [baton.model.Limits#LEASE].
    ///
    /// @return false if a newer session of the device has taken it, or if it was released
    boolean renew(HeldLease lease);

    /// Takes the device's lease from whoever has it, for nobody.
    void revoke(AccountId account, DeviceId device);

    /// Gives the lease up; does nothing if somebody else holds it by now.
    ///
    /// @return whether it was still held with this fence
    boolean release(HeldLease lease);

    /// Which of these accounts have a device online, in order.
    List<Seen> seen(List<AccountId> accounts);
}
