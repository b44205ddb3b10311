package baton.simulation;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.node.HeldLease;
import baton.relay.node.Leases;
import baton.relay.node.Seen;
import java.util.List;

/// Leases in front of others, to be bent in one place.
class LeaseSeam implements Leases {
    private final Leases leases;

    LeaseSeam(Leases leases) {
        this.leases = leases;
    }

    @Override
    public HeldLease acquire(AccountId account, DeviceId device) {
        return leases.acquire(account, device);
    }

    @Override
    public boolean renew(HeldLease lease) {
        return leases.renew(lease);
    }

    @Override
    public boolean release(HeldLease lease) {
        return leases.release(lease);
    }

    @Override
    public List<Seen> seen(List<AccountId> accounts) {
        return leases.seen(accounts);
    }

    @Override
    public void revoke(AccountId account, DeviceId device) {
        leases.revoke(account, device);
    }
}
