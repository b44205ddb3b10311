package baton.relay.feed;

import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.model.Register;
import baton.protocol.FrameCodec;
import baton.relay.log.Append;
import baton.relay.log.AppendOutcome;
import baton.relay.log.MemoryConversationLog;
import baton.relay.node.MemoryCluster;
import baton.relay.node.MemoryNodes;
import baton.relay.node.NodeId;
import baton.relay.node.TestClock;
import baton.relay.session.SessionDirectory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeadAnnouncerTest {
    private static final AccountId ANA = new AccountId("ana");
    private static final NodeId ONE = new NodeId("one");

    /// More than one round takes.
    private static final int BUSY = 150;

    private final TestClock clock = new TestClock();
    private final FrameCodec codec = new FrameCodec();
    private final MemoryCluster cluster = new MemoryCluster();
    private final MemoryConversationLog log =
            new MemoryConversationLog(new MemoryConversationLog.Disk(), cluster, ONE, codec);
    private final MemoryAccountFeed feed = new MemoryAccountFeed(cluster, clock, codec);
    private final HeadAnnouncer announcer =
            FeedDesk.open(
                            new FeedDesk.Ports(
                                    log,
                                    feed,
                                    cluster.bus(),
                                    new MemoryNodes(cluster, ONE, clock),
                                    account -> Optional.of(account.handle()),
                                    cluster.epoch()),
                            ONE,
                            new SessionDirectory(),
                            codec,
                            clock)
                    .announcer();
    private final Map<ConversationId, Long> said = new HashMap<>();

    @Test
    void noConversationWaitsBehindOthersThatAreBusier() {
        List<ConversationId> all = IntStream.range(0, BUSY).mapToObj(this::with).toList();
        for (int round = 0; round < 3; round++) {
            all.forEach(this::say);
            announcer.turn();
            clock.advance(HeadAnnouncer.INTERVAL);
        }
        assertTrue(all.stream().allMatch(conversation -> told(conversation) > 0));
    }

    private ConversationId with(int other) {
        return ConversationId.direct(ANA, new AccountId("ben" + other));
    }

    private void say(ConversationId conversation) {
        long clientSeq = said.merge(conversation, 1L, Long::sum);
        log.append(
                new Append(
                        conversation,
                        ANA,
                        new DeviceId("d1"),
                        1,
                        clientSeq,
                        MessageId.of(clock.millis(), clientSeq, 1),
                        clock.instant(),
                        Append.Terms.NONE,
                        new EventBody.Message("hello")),
                outcome -> {
                    if (outcome instanceof AppendOutcome.Stored stored) {
                        announcer.appended(conversation, stored);
                    }
                });
    }

    /// Up to where the head register of a member is.
    private long told(ConversationId conversation) {
        return feed.registers(ANA).get("head/" + conversation) instanceof Register.Head head
                ? head.seq()
                : 0;
    }
}
