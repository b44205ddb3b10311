package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Limits;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/// The in-memory twin of the leases in Redis. For one thread.
public final class MemoryLeases implements Leases {
    private static final long FENCES_PER_EPOCH = 1_000_000;

    private final MemoryCluster cluster;
    private final NodeId self;
    private final InstantSource clock;

    public MemoryLeases(MemoryCluster cluster, NodeId self, InstantSource clock) {
        this.cluster = cluster;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public HeldLease acquire(AccountId account, DeviceId device) {
        long last = cluster.fences.getOrDefault(account, 0L);
        long fence = Math.max(last + 1, cluster.epoch().current() * FENCES_PER_EPOCH);
        cluster.fences.put(account, fence);
        HeldLease lease = new HeldLease(account, device, fence);
        hold(lease);
        cluster.sessions(self).add(MemoryNodes.text(lease));
        return lease;
    }

    private void hold(HeldLease lease) {
        ofAccount(lease)
                .put(
                        lease.device(),
                        new MemoryCluster.Held(
                                lease.fence(), self, clock.instant().plus(Limits.LEASE)));
    }

    private Map<DeviceId, MemoryCluster.Held> ofAccount(HeldLease lease) {
        return cluster.leases.computeIfAbsent(lease.account(), _ -> new TreeMap<>());
    }

    private boolean isHeld(HeldLease lease) {
        Map<DeviceId, MemoryCluster.Held> held = ofAccount(lease);
        return held.containsKey(lease.device())
                && held.get(lease.device()).fence() == lease.fence();
    }

    @Override
    public boolean renew(HeldLease lease) {
        boolean isHeld = isHeld(lease);
        if (isHeld) {
            hold(lease);
        }
        return isHeld;
    }

    @Override
    public void revoke(AccountId account, DeviceId device) {
        cluster.leases.computeIfAbsent(account, _ -> new TreeMap<>()).remove(device);
    }

    @Override
    public boolean release(HeldLease lease) {
        boolean isHeld = isHeld(lease);
        if (isHeld) {
            ofAccount(lease).remove(lease.device());
        }
        cluster.sessions(self).remove(MemoryNodes.text(lease));
        return isHeld;
    }
}
