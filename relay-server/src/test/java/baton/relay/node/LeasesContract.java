package baton.relay.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.DeviceId;
import baton.model.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What [Leases] and [Nodes] promise, seen from two nodes.
public abstract class LeasesContract {
    protected static final NodeId ONE = new NodeId("one");
    protected static final NodeId TWO = new NodeId("two");
    private static final AccountId ANA = new AccountId("ana");
    private static final DeviceId LAPTOP = new DeviceId("laptop");
    private static final DeviceId PHONE = new DeviceId("phone");

    protected final TestClock clock = new TestClock();

    protected abstract Leases leases(NodeId node);

    protected abstract Nodes nodes(NodeId node);

    @Test
    void everyLeaseHasAGreaterFence() {
        long first = leases(ONE).acquire(ANA, LAPTOP).fence();
        long second = leases(TWO).acquire(ANA, PHONE).fence();
        long third = leases(ONE).acquire(ANA, LAPTOP).fence();
        assertTrue(0 < first && first < second && second < third);
    }

    @Test
    void newerSessionTakesTheLease() {
        HeldLease old = leases(ONE).acquire(ANA, LAPTOP);
        assertTrue(leases(ONE).renew(old));
        HeldLease young = leases(TWO).acquire(ANA, LAPTOP);
        assertFalse(leases(ONE).renew(old));
        assertFalse(leases(ONE).release(old));
        assertTrue(leases(TWO).renew(young));
        assertTrue(leases(TWO).release(young));
        assertFalse(leases(TWO).release(young));
        assertFalse(leases(TWO).renew(young));
    }

    @Test
    void revokedLeaseIsNobodys() {
        HeldLease held = leases(ONE).acquire(ANA, LAPTOP);
        HeldLease other = leases(ONE).acquire(ANA, PHONE);
        leases(TWO).revoke(ANA, LAPTOP);
        assertFalse(leases(ONE).renew(held));
        assertFalse(leases(ONE).release(held));
        assertTrue(leases(ONE).renew(other));
        leases(TWO).revoke(ANA, LAPTOP);
    }

    @Test
    void accountIsOnlineWhileAnyOfItsDevicesHoldsALease() {
        AccountId ben = new AccountId("ben");
        HeldLease laptop = leases(ONE).acquire(ANA, LAPTOP);
        leases(TWO).acquire(ANA, PHONE);
        Instant phoneAt = clock.instant();
        clock.advance(Duration.ofSeconds(20));
        leases(ONE).renew(laptop);
        Instant laptopAt = clock.instant();
        clock.advance(Duration.ofSeconds(15));
        List<Seen> seen = leases(TWO).seen(List.of(ben, ANA));
        assertEquals(new Seen(ben, false, Instant.EPOCH), seen.getFirst());
        assertTrue(seen.getLast().isOnline(), "the phone's lease ran out, the laptop's did not");
        clock.advance(Duration.ofSeconds(20));
        assertEquals(new Seen(ANA, false, laptopAt), leases(ONE).seen(List.of(ANA)).getFirst());
        assertTrue(laptopAt.isAfter(phoneAt));
        leases(ONE).release(leases(ONE).acquire(ANA, LAPTOP));
        assertEquals(
                new Seen(ANA, false, clock.instant()), leases(ONE).seen(List.of(ANA)).getFirst());
    }

    @Test
    void nodeIsDeadWhenItStopsSayingThatItLives() {
        nodes(ONE).alive();
        clock.advance(Duration.ofSeconds(20));
        nodes(TWO).alive();
        assertEquals(Set.of(ONE, TWO), nodes(TWO).live());
        clock.advance(Limits.LEASE.minus(Duration.ofSeconds(20)));
        assertEquals(Set.of(ONE), nodes(TWO).dead());
        assertEquals(Set.of(TWO), nodes(TWO).live());
        nodes(TWO).gone();
        assertEquals(Set.of(ONE, TWO), nodes(ONE).dead());
    }

    @Test
    void whatANodeLeavesCanBeFoundAndForgotten() {
        ConversationId notes = ConversationId.notes(ANA);
        HeldLease kept = leases(ONE).acquire(ANA, LAPTOP);
        leases(ONE).release(leases(ONE).acquire(ANA, PHONE));
        nodes(ONE).adopt(List.of(notes));
        nodes(ONE).alive();
        assertEquals(Set.of(kept), nodes(TWO).leasesOf(ONE));
        assertEquals(Set.of(notes), nodes(TWO).announcing(ONE));
        assertEquals(Set.of(), nodes(TWO).announcing(TWO));
        nodes(TWO).forget(ONE);
        assertEquals(Set.of(), nodes(TWO).leasesOf(ONE));
        assertEquals(Set.of(), nodes(TWO).announcing(ONE));
        assertEquals(Set.of(), nodes(TWO).dead());
        assertEquals(Set.of(), nodes(TWO).live());
    }
}
