package baton.relay.feed;

import baton.relay.node.Leases;
import baton.relay.node.MemoryCluster;
import baton.relay.node.MemoryLeases;

final class MemoryAccountFeedTest extends AccountFeedContract {
    private final MemoryCluster cluster = new MemoryCluster();
    private final AccountFeed feed = new MemoryAccountFeed(cluster, clock);
    private final Leases leases = new MemoryLeases(cluster, NODE, clock);

    @Override
    protected AccountFeed feed() {
        return feed;
    }

    @Override
    protected Leases leases() {
        return leases;
    }
}
