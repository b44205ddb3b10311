package baton.relay.log;

import baton.relay.node.MemoryCluster;
import baton.relay.node.NodeId;

final class MemoryConversationLogTest extends LogHistoryContract {
    private final ConversationLog log =
            new MemoryConversationLog(
                    new MemoryConversationLog.Disk(), new MemoryCluster(), new NodeId("one"));

    @Override
    protected ConversationLog log() {
        return log;
    }
}
