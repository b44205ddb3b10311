package baton.relay.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.EventBody;
import baton.model.MessageId;
import baton.relay.node.MemoryCluster;
import baton.relay.node.MemoryNodes;
import baton.relay.node.NodeId;
import baton.relay.node.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrimmerTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:33:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final NodeId SELF = new NodeId("one");
    private static final AccountId ANA = new AccountId("ana");
    private static final AccountId BEN = new AccountId("ben");
    private static final AccountId CLEO = new AccountId("cleo");
    private static final DeviceId LAPTOP = new DeviceId("laptop");
    private static final KeptHistory TEN = new KeptHistory(10, Duration.ZERO);

    private final MemoryCluster cluster = new MemoryCluster();
    private final MemoryConversationLog.Disk disk = new MemoryConversationLog.Disk();
    private final ConversationLog log = new MemoryConversationLog(disk, cluster, SELF);
    private final MemoryNodes nodes = new MemoryNodes(cluster, SELF, CLOCK);
    private final List<ConversationId> resumed = new ArrayList<>();
    private final ConversationId talk = written(BEN, 250);
    private final ConversationId brief = written(CLEO, 10);
    private boolean isAway;

    private ConversationId written(AccountId other, int events) {
        ConversationId conversation = ConversationId.direct(ANA, other);
        for (int i = 1; i <= events; i++) {
            log.append(
                    new Append(
                            conversation,
                            ANA,
                            LAPTOP,
                            1,
                            i,
                            MessageId.of(1, other.handle().hashCode(), i),
                            NOW,
                            Append.Terms.NONE,
                            new EventBody.Message("x")),
                    outcome -> assertTrue(outcome instanceof AppendOutcome.Stored));
        }
        log.settled(conversation, events);
        return conversation;
    }

    private Trimmer trimmer(KeptHistory kept) {
        LogShelf shelf =
                new LogShelf() {
                    @Override
                    public Stretch walk(String from, KeptHistory keep, Instant now) {
                        return disk.walk(from, keep, now);
                    }

                    @Override
                    public boolean trim(
                            ConversationId conversation, KeptHistory keep, Instant now) {
                        assertTrue(
                                cluster.announcing(SELF).contains(conversation),
                                "noted before it is trimmed");
                        if (isAway) {
                            throw new StoreUnavailableException("away", new IOException("away"));
                        }
                        return disk.trim(conversation, keep, now);
                    }
                };
        return new Trimmer(shelf, nodes, resumed::addAll, kept, CLOCK);
    }

    private int held(ConversationId conversation) {
        return disk.events(conversation).size();
    }

    @Test
    void walkEndsWhenNothingIsLeftToRemove() {
        Trimmer trimmer = trimmer(TEN);
        int steps = 1;
        while (trimmer.step()) {
            steps++;
        }
        assertEquals(10, held(talk));
        assertEquals(10, held(brief));
        assertEquals(4, steps);
        assertEquals(List.of(talk, talk, talk), resumed);
        assertFalse(trimmer.step());
        assertEquals(3, resumed.size());
    }

    @Test
    void stepThatFoundTheStoreAwayIsTakenAgain() {
        Trimmer trimmer = trimmer(TEN);
        assertTrue(trimmer.step());
        isAway = true;
        assertThrows(StoreUnavailableException.class, trimmer::step);
        assertThrows(StoreUnavailableException.class, trimmer::step);
        assertEquals(250, held(talk));
        assertEquals(List.of(), resumed);
        isAway = false;
        assertTrue(trimmer.step());
        assertEquals(150, held(talk));
        assertEquals(List.of(talk), resumed);
    }

    @Test
    void newEventsAreFoundOnALaterWalk() {
        Trimmer trimmer = trimmer(new KeptHistory(300, Duration.ZERO));
        assertFalse(trimmer.step());
        ConversationId later = written(new AccountId("dora"), 301);
        while (trimmer.step()) {
            assertEquals(250, held(talk));
        }
        assertEquals(300, held(later));
    }

    @Test
    void relayThatKeepsEverythingLooksAtNothing() {
        assertFalse(trimmer(KeptHistory.EVERYTHING).step());
        assertEquals(250, held(talk));
    }
}
