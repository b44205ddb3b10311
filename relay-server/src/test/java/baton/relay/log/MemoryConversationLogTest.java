package baton.relay.log;

import baton.model.ConversationId;
import baton.relay.node.MemoryCluster;
import baton.relay.node.NodeId;

final class MemoryConversationLogTest extends LogOffersContract {
    private final MemoryCluster cluster = new MemoryCluster();
    private final MemoryConversationLog.Disk disk = new MemoryConversationLog.Disk();
    private final ConversationLog log = new MemoryConversationLog(disk, cluster, new NodeId("one"));

    @Override
    protected ConversationLog log() {
        return log;
    }

    @Override
    protected LogShelf shelf() {
        return disk;
    }

    @Override
    protected long epoch() {
        return cluster.epoch().current();
    }

    @Override
    protected void lose(ConversationId conversation) {
        disk.rollBack(new MemoryConversationLog.Disk(), conversation);
    }
}
