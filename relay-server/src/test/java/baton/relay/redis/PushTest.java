package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.relay.feed.FeedDesk;
import baton.relay.log.AppendOutcome;
import baton.relay.node.Audience;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import baton.relay.node.TestClock;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class PushTest {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private static final NodeId SELF = new NodeId("self");
    private static final AccountId BEN = new AccountId("ben");
    private static final long PATIENCE_SECONDS = 20;

    private final TestClock clock = new TestClock();
    private final LinkedBlockingQueue<Push> pushes = new LinkedBlockingQueue<>();

    @Test
    void eventsArePushedBeforeAnybodyWritesRegistersAndRegistersAfterwards() throws Exception {
        ConversationId pair = ConversationId.direct(new AccountId("ana"), BEN);
        try (RedisNode node = new RedisNode(REDIS, SELF, clock)) {
            FeedDesk desk = desk(node);
            node.start(desk.announcer()::runPushes);
            ArrayBlockingQueue<AppendOutcome> outcomes = new ArrayBlockingQueue<>(1);
            node.ports().log().append(Sender.append(pair, 1), outcomes::add);
            desk.announcer().appended(pair, (AppendOutcome.Stored) outcomes.take());
            assertEquals(1, next().events());
            assertEquals(0, node.ports().feed().newest(BEN));

            node.start(desk.announcer()::run);
            assertEquals(0, next().events());
            assertEquals(0, next().events());
            assertTrue(node.ports().feed().newest(BEN) > 0);
        }
    }

    private Push next() throws InterruptedException {
        return Objects.requireNonNull(
                pushes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS), "nothing is pushed");
    }

    private FeedDesk desk(RedisNode node) {
        Audience audience =
                new Audience() {
                    @Override
                    public void push(Collection<AccountId> accounts, Push push) {
                        pushes.add(push);
                    }

                    @Override
                    public void signOut(DeviceId device) {}
                };
        return node.desk(audience);
    }
}
