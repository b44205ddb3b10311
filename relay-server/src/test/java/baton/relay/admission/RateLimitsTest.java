package baton.relay.admission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    private static final AccountId ANA = new AccountId("ana");

    private Instant now = Instant.EPOCH;
    private final RateLimits limits = new RateLimits(new RateLimits.Quota(3, 2, true), () -> now);

    private static InetAddress address(String text) throws Exception {
        return InetAddress.getByName(text);
    }

    @Test
    void fiveFailuresEmptyTheBucketAndAThirdOfTheTimeRefillsOne() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limits.mayTry(ANA));
        }
        assertFalse(limits.mayTry(ANA));
        now = now.plus(Duration.ofMinutes(2));
        assertFalse(limits.mayTry(ANA));
        now = now.plus(Duration.ofMinutes(1).plusMillis(1));
        assertTrue(limits.mayTry(ANA));
        assertFalse(limits.mayTry(ANA));
    }

    @Test
    void successesCostNothing() {
        for (int i = 0; i < 100; i++) {
            assertTrue(limits.mayTry(ANA));
            limits.succeeded(ANA);
        }
    }

    @Test
    void wrongCodesAreCountedForTheWholeRelay() throws Exception {
        int tried = 0;
        while (limits.mayTryCode(address("10.0." + tried / 200 + "." + tried % 200))) {
            tried++;
        }
        assertEquals(1_000, tried);
        assertTrue(limits.mayTry(address("10.1.0.1")), "passwords may still be tried");
        limits.codeFitted();
        assertTrue(limits.mayTryCode(address("10.1.0.2")));
        assertFalse(limits.mayTryCode(address("10.1.0.3")));
    }

    @Test
    void oneAddressTriesFewCodes() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertTrue(limits.mayTryCode(address("192.0.2.7")));
        }
        assertFalse(limits.mayTryCode(address("192.0.2.7")));
    }

    @Test
    void aClockThatGoesBackGivesNothingAway() {
        for (int i = 0; i < 5; i++) {
            assertTrue(limits.mayTry(ANA));
        }
        now = now.minus(Duration.ofDays(1));
        assertFalse(limits.mayTry(ANA));
    }

    @Test
    void anIpv6NetworkCountsAsOneAddress() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertTrue(limits.mayTry(address("2001:db8::" + Integer.toHexString(i + 1))));
        }
        assertFalse(limits.mayTry(address("2001:db8::ffff")));
        assertTrue(limits.mayTry(address("2001:db8:0:1::1")));
    }

    @Test
    void connectionsAreCountedPerAddressAndInAll() throws Exception {
        InetAddress one = address("192.0.2.1");
        InetAddress other = address("192.0.2.2");
        assertTrue(limits.connected(one));
        assertTrue(limits.connected(one));
        assertFalse(limits.connected(one));
        assertTrue(limits.connected(other));
        assertFalse(limits.connected(other));
        assertFalse(limits.connected(address("127.0.0.1")));
        limits.disconnected(one);
        assertTrue(limits.connected(address("127.0.0.1")));
    }

    @Test
    void aFloodOfKeysIsForgottenBeforeMemoryGrows() {
        RateLimit limit = new RateLimit(5, Duration.ofMinutes(15), () -> now);
        for (int i = 0; i < 3 * RateLimit.KEYS_MAX; i++) {
            assertTrue(limit.tryTake("key " + i));
        }
        assertEquals(RateLimit.KEYS_MAX, limit.keys());
    }
}
