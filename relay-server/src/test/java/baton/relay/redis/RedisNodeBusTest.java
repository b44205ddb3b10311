package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.node.Audience;
import baton.relay.node.Hint;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RedisNodeBusTest {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private static final NodeId ONE = new NodeId("one");
    private static final NodeId TWO = new NodeId("two");
    private static final List<AccountId> BOTH = List.of(new AccountId("ana"), new AccountId("ben"));

    private final ArrayBlockingQueue<Hint> heard = new ArrayBlockingQueue<>(1_000);

    private final Audience audience =
            new Audience() {
                @Override
                public void push(Collection<AccountId> accounts, Push push) {
                    heard.add(new Hint.News(List.copyOf(accounts), push));
                }

                @Override
                public void signOut(DeviceId device) {
                    heard.add(new Hint.SignedOut(device));
                }
            };

    private Hint next(RedisNode from, Hint hint) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            from.ports().bus().publish(TWO, hint);
            Optional<Hint> arrived = Optional.ofNullable(heard.poll(100, TimeUnit.MILLISECONDS));
            if (arrived.isPresent()) {
                return arrived.get();
            }
        }
        throw new AssertionError("no hint arrived");
    }

    @Test
    void hintsArriveAsTheyWereSentAndAgainAfterRedisWasKilled() throws Exception {
        try (RedisNode one = new RedisNode(REDIS, ONE, InstantSource.system());
                RedisNode two = new RedisNode(REDIS, TWO, InstantSource.system())) {
            two.start(two.ports().busLoop(audience));
            Hint news =
                    new Hint.News(BOTH, new Push(17, 2, "{\"text\":\"two words, \u4f60\u597d\"}"));
            assertEquals(news, next(one, news));
            Hint signedOut = new Hint.SignedOut(new DeviceId("laptop"));
            assertEquals(signedOut, next(one, signedOut));
            two.ports().speak();
            REDIS.kill();
            REDIS.restart();
            heard.clear();
            assertEquals(news, next(one, news));
        }
    }
}
