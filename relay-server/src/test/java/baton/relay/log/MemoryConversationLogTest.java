package baton.relay.log;

import baton.relay.node.MemoryCluster;
import baton.relay.node.NodeId;

final class MemoryConversationLogTest extends LogHistoryContract {
    private final MemoryCluster cluster = new MemoryCluster();
    private final ConversationLog log =
            new MemoryConversationLog(new MemoryConversationLog.Disk(), cluster, new NodeId("one"));

    @Override
    protected ConversationLog log() {
        return log;
    }

    @Override
    protected long epoch() {
        return cluster.epoch().current();
    }
}
