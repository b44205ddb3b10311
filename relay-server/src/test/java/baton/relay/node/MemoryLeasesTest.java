package baton.relay.node;

final class MemoryLeasesTest extends LeasesContract {
    private final MemoryCluster cluster = new MemoryCluster();

    @Override
    protected Leases leases(NodeId node) {
        return new MemoryLeases(cluster, node, clock);
    }

    @Override
    protected Nodes nodes(NodeId node) {
        return new MemoryNodes(cluster, node, clock);
    }
}
