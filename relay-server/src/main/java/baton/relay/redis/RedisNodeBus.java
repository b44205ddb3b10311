package baton.relay.redis;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.model.Limits;
import baton.relay.node.Audience;
import baton.relay.node.Hint;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;
import redis.clients.jedis.exceptions.JedisException;

/// Hints over Redis' publish and subscribe: one channel per node. [#publish] may be called by any
/// thread; [#run] is the life of the bus' own thread, which hands hints to this node's devices.
final class RedisNodeBus implements NodeBus {
    private static final Logger LOG = LoggerFactory.getLogger(RedisNodeBus.class);
    private static final long RETRY_MILLIS = 500;
    private static final int SILENCE_MILLIS = (int) Limits.LEASE.toMillis();
    private static final String ALIVE = "alive";
    private static final String NEWS = "news";
    private static final String SIGNED_OUT = "signed-out";

    private final RedisConnections connections;
    private final NodeId self;
    private volatile boolean isClosed;
    private volatile Optional<Jedis> subscription = Optional.empty();

    RedisNodeBus(RedisConnections connections, NodeId self) {
        this.connections = connections;
        this.self = self;
    }

    @Override
    public void publish(NodeId node, Hint hint) {
        try {
            connections.with(
                    RedisKeys.hints(node),
                    jedis -> jedis.publish(RedisKeys.hints(node), text(hint)));
        } catch (RedisUnavailableException e) {
            LOG.debug("a hint was lost", e);
        }
    }

    /// Subscribes, again and again, until closed or interrupted.
    void run(Audience audience) throws InterruptedException {
        while (!isClosed) {
            try (RedisConnections.Line line = connections.open(RedisKeys.hints(self))) {
                Jedis jedis = line.jedis();
                jedis.getClient().setSoTimeout(SILENCE_MILLIS);
                subscription = Optional.of(jedis);
                if (!isClosed) {
                    jedis.subscribe(listener(audience), RedisKeys.hints(self));
                }
            } catch (JedisException | RedisUnavailableException e) {
                if (!isClosed) {
                    LOG.warn("no hints from other nodes until Redis is back: {}", e.getMessage());
                    TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
                }
            }
        }
    }

    /// Says something on this node's own channel, so that its silence means a broken connection.
    void speak() {
        connections.with(
                RedisKeys.hints(self), jedis -> jedis.publish(RedisKeys.hints(self), ALIVE));
    }

    /// Subscribes anew, since another server may speak for the one that was listened to.
    void renew() {
        subscription.ifPresent(RedisNodeBus::cut);
    }

    /// Ends [#run]; may be called by another thread.
    void close() {
        isClosed = true;
        subscription.ifPresent(RedisNodeBus::cut);
    }

    private static void cut(Jedis jedis) {
        try {
            jedis.getClient().forceDisconnect();
        } catch (IOException e) {
            LOG.debug("the subscription was gone already", e);
        }
    }

    private static JedisPubSub listener(Audience audience) {
        return new JedisPubSub() {
            @Override
            public void onMessage(String channel, String message) {
                try {
                    deliver(message, audience);
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    LOG.error("a hint of another node could not be read", e);
                }
            }
        };
    }

    /// `news ACCOUNT,ACCOUNT REVISION EVENTS FRAME`, `signed-out DEVICE` or `alive`.
    static String text(Hint hint) {
        return switch (hint) {
            case Hint.News news ->
                    String.join(
                            " ",
                            NEWS,
                            news.accounts().stream()
                                    .map(AccountId::handle)
                                    .collect(Collectors.joining(",")),
                            Long.toString(news.push().revision()),
                            Integer.toString(news.push().events()),
                            news.push().frame());
            case Hint.SignedOut signedOut -> SIGNED_OUT + " " + signedOut.device();
        };
    }

    static void deliver(String message, Audience audience) {
        String[] words = message.split(" ", 5);
        if (words[0].equals(SIGNED_OUT)) {
            audience.signOut(new DeviceId(words[1]));
        } else if (words[0].equals(NEWS)) {
            List<AccountId> accounts = Stream.of(words[1].split(",")).map(AccountId::new).toList();
            audience.push(
                    accounts,
                    new Push(Long.parseLong(words[2]), Integer.parseInt(words[3]), words[4]));
        }
    }
}
