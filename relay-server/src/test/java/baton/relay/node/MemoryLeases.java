package baton.relay.node;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Limits;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The in-memory twin of the leases in Redis. For one thread.
public final class MemoryLeases implements Leases {
    private static final long FENCES_PER_EPOCH = 1_000_000;
    private static final long RELEASED = 0;

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
            ofAccount(lease)
                    .put(lease.device(), new MemoryCluster.Held(RELEASED, self, clock.instant()));
        }
        cluster.sessions(self).remove(MemoryNodes.text(lease));
        return isHeld;
    }

    @Override
    public List<Seen> seen(List<AccountId> accounts) {
        return accounts.stream().map(this::seen).toList();
    }

    private Seen seen(AccountId account) {
        boolean isOnline = false;
        Instant lastAt = Instant.EPOCH;
        for (MemoryCluster.Held held : cluster.leases.getOrDefault(account, Map.of()).values()) {
            isOnline |= held.end().isAfter(clock.instant());
            Instant heardAt =
                    held.fence() == RELEASED ? held.end() : held.end().minus(Limits.LEASE);
            lastAt = heardAt.isAfter(lastAt) ? heardAt : lastAt;
        }
        return new Seen(account, isOnline, lastAt);
    }
}
