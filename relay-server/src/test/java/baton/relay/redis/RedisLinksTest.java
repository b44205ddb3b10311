package baton.relay.redis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.DeviceId;
import baton.relay.account.LinkStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class RedisLinksTest {
    @RegisterExtension private static final RedisServer REDIS = new RedisServer();

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final LinkStore.Issuer DESK =
            new LinkStore.Issuer(new AccountId("ana"), new DeviceId("desk"));
    private static final LinkStore.Issuer LAPTOP =
            new LinkStore.Issuer(new AccountId("ana"), new DeviceId("laptop"));

    private RedisConnections connections;
    private RedisLinks links;

    @BeforeEach
    void connect() {
        connections = REDIS.connections();
        links = new RedisLinks(connections);
    }

    @AfterEach
    void forget() {
        connections.close();
        REDIS.forgetAll();
    }

    private long keys() {
        return connections.with(jedis -> (long) jedis.keys("{*").size());
    }

    @Test
    void linkIsTakenOnce() {
        links.open("hash", DESK, LONG);
        assertEquals(Optional.of(DESK), links.take("hash"));
        assertEquals(Optional.empty(), links.take("hash"));
        assertEquals(Optional.empty(), links.take("other"));
    }

    @Test
    void eachDeviceHasItsNewestLinkOnly() {
        links.open("first", DESK, LONG);
        links.open("its own", LAPTOP, LONG);
        links.open("second", DESK, LONG);
        assertEquals(Optional.empty(), links.take("first"));
        assertEquals(Optional.of(LAPTOP), links.take("its own"));
        assertEquals(Optional.of(DESK), links.take("second"));
    }

    @Test
    void linkThatAnotherOneReplacedAtTheSameMomentCountsForNothing() {
        links.open("second", DESK, LONG);
        // What is left if two ask at once, each having seen no other.
        connections.with(jedis -> jedis.set("{l:first}:link", "ana desk"));
        assertEquals(Optional.empty(), links.take("first"));
        assertEquals(Optional.of(DESK), links.take("second"));
    }

    @Test
    void linkGoesByItselfWhenItsTimeIsOver() {
        links.open("short", DESK, Duration.ofMillis(1));
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (keys() > 0 && System.nanoTime() < end) {
            LockSupport.parkNanos(1_000_000);
        }
        assertEquals(0, keys());
        assertTrue(links.take("short").isEmpty());
    }
}
