package baton.relay.redis;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.relay.node.HeldLease;
import baton.relay.node.Leases;
import baton.relay.node.NodeId;
import baton.relay.node.Seen;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;

/// Leases in Redis: a hash per account, decided by `lease.lua`, and beside it a set per node, so
/// that what a dead node held can be found. The set is written after the lease and cleaned before
/// it ends: it may name too much, never too little for long, and naming too much is harmless.
final class RedisLeases implements Leases {
    /// The fence of a lease that was given up.
    private static final String RELEASED = "0";

    private static final RedisScript LEASE = RedisScript.named("lease");

    /// A store that lost its newest fences still gives out greater ones: its epoch is greater.
    private static final long FENCES_PER_EPOCH = 1_000_000;

    private final RedisConnections connections;
    private final NodeId self;
    private final InstantSource clock;

    RedisLeases(RedisConnections connections, NodeId self, InstantSource clock) {
        this.connections = connections;
        this.self = self;
        this.clock = clock;
    }

    @Override
    public HeldLease acquire(AccountId account, DeviceId device) {
        HeldLease lease =
                connections.withEpoch(
                        RedisKeys.leases(account),
                        (jedis, epoch) -> {
                            HeldLease least =
                                    new HeldLease(account, device, epoch * FENCES_PER_EPOCH);
                            return new HeldLease(account, device, run(jedis, "acquire", least));
                        });
        String sessions = RedisKeys.sessions(self);
        connections.with(sessions, jedis -> jedis.sadd(sessions, RedisNodes.text(lease)));
        return lease;
    }

    @Override
    public boolean renew(HeldLease lease) {
        return connections.with(
                        RedisKeys.leases(lease.account()), jedis -> run(jedis, "renew", lease))
                == 1;
    }

    /// The set of the node that held it is cleaned by the session when it ends.
    @Override
    public void revoke(AccountId account, DeviceId device) {
        connections.withConfirmed(
                RedisKeys.leases(account),
                jedis -> jedis.hdel(RedisKeys.leases(account), device.value()));
    }

    @Override
    public boolean release(HeldLease lease) {
        boolean isReleased =
                connections.with(
                                RedisKeys.leases(lease.account()),
                                jedis -> run(jedis, "release", lease))
                        == 1;
        String sessions = RedisKeys.sessions(self);
        connections.with(sessions, jedis -> jedis.srem(sessions, RedisNodes.text(lease)));
        return isReleased;
    }

    /// A lease that ran out ended one [Limits#LEASE] after its device was last heard; one that was
    /// released, at that moment.
    @Override
    public List<Seen> seen(List<AccountId> accounts) {
        return connections.inGroups(
                accounts, RedisKeys::leases, (line, group) -> seen(line.jedis(), group));
    }

    private List<Seen> seen(Jedis jedis, List<AccountId> accounts) {
        List<Response<List<String>>> held = new ArrayList<>();
        try (Pipeline pipeline = jedis.pipelined()) {
            accounts.forEach(account -> held.add(pipeline.hvals(RedisKeys.leases(account))));
            pipeline.sync();
        }
        List<Seen> seen = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            seen.add(seen(accounts.get(i), held.get(i).get(), clock.millis()));
        }
        return seen;
    }

    private static Seen seen(AccountId account, List<String> leases, long now) {
        boolean isOnline = false;
        long lastAt = 0;
        for (String lease : leases) {
            String[] words = lease.split(" ", 3);
            long end = Long.parseLong(words[2]);
            isOnline |= end > now;
            long heardAt = words[0].equals(RELEASED) ? end : end - Limits.LEASE.toMillis();
            lastAt = Math.max(lastAt, heardAt);
        }
        return new Seen(account, isOnline, Instant.ofEpochMilli(lastAt));
    }

    private long run(Jedis jedis, String operation, HeldLease lease) {
        Object answer =
                LEASE.run(
                        jedis,
                        new RedisScript.Call(
                                List.of(
                                        RedisKeys.leases(lease.account()),
                                        RedisKeys.fence(lease.account())),
                                List.of(
                                        operation,
                                        lease.device().value(),
                                        Long.toString(lease.fence()),
                                        self.value(),
                                        Long.toString(clock.millis()),
                                        Long.toString(Limits.LEASE.toMillis()))));
        return (Long) answer;
    }
}
