package baton.relay.admission;

import baton.model.AccountId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// How often and how many: tries with passwords per account and address, with link codes per
/// address and in all, connections per address. An IPv6 address counts as its /64 network, which is
/// what one subscriber gets. May be used by any thread.
///
/// Addresses of this very machine are counted only for passwords of accounts: behind a reverse
/// proxy everybody has the same one.
public final class RateLimits {
    private static final int FAILURES_PER_ACCOUNT = 5;
    private static final int TRIES_PER_ADDRESS = 30;
    private static final int WRONG_CODES_IN_ALL = 1_000;
    private static final int CODES_PER_ACCOUNT = 20;
    private static final Duration PERIOD = Duration.ofMinutes(15);
    private static final int NETWORK_BYTES = 8;
    private static final String EVERYBODY = "";

    private final Quota quota;
    private final RateLimit accounts;
    private final RateLimit addresses;
    private final RateLimit wrongCodes;
    private final RateLimit codes;
    private final ConcurrentHashMap<String, AtomicInteger> connections = new ConcurrentHashMap<>();
    private final AtomicInteger allConnections = new AtomicInteger();

    /// How many connections may be open.
    ///
    /// @param isLoopbackExempt whether this machine's own addresses count as one address or as none
    public record Quota(
            int connectionsMax, int connectionsPerAddressMax, boolean isLoopbackExempt) {
        /// For a relay in earnest.
        public static final Quota STANDARD = new Quota(10_000, 200, true);
    }

    public RateLimits(Quota quota, InstantSource clock) {
        this.quota = quota;
        this.accounts = new RateLimit(FAILURES_PER_ACCOUNT, PERIOD, clock);
        this.addresses = new RateLimit(TRIES_PER_ADDRESS, PERIOD, clock);
        this.wrongCodes = new RateLimit(WRONG_CODES_IN_ALL, PERIOD, clock);
        this.codes = new RateLimit(CODES_PER_ACCOUNT, PERIOD, clock);
    }

    /// Whether this address may try a password of any account, or create one, once more.
    public boolean mayTry(InetAddress address) {
        return isExempt(address) || addresses.tryTake(network(address));
    }

    /// Whether a password of this account may be tried. Counts as a failure until [#succeeded].
    public boolean mayTry(AccountId account) {
        return accounts.tryTake(account.handle());
    }

    /// Says that the password was right.
    public void succeeded(AccountId account) {
        accounts.giveBack(account.handle());
    }

    /// Whether a link code may be tried. A code names no account whose tries could be counted, and
    /// addresses are many: so wrong codes are counted for the whole relay too. Counts as wrong
    /// until [#codeFitted].
    public boolean mayTryCode(InetAddress address) {
        return mayTry(address) && wrongCodes.tryTake(EVERYBODY);
    }

    /// Says that the link code was right.
    public void codeFitted() {
        wrongCodes.giveBack(EVERYBODY);
    }

    /// Whether a device of this account may ask for one more link code.
    public boolean mayAskForCode(AccountId account) {
        return codes.tryTake(account.handle());
    }

    /// Counts a connection in; false if there are too many, and then it does not count.
    public boolean connected(InetAddress address) {
        if (allConnections.incrementAndGet() > quota.connectionsMax()) {
            allConnections.decrementAndGet();
            return false;
        }
        if (isExempt(address)) {
            return true;
        }
        String network = network(address);
        boolean[] granted = new boolean[1];
        connections.compute(
                network,
                (same, count) -> {
                    AtomicInteger known = count == null ? new AtomicInteger() : count;
                    granted[0] = known.get() < quota.connectionsPerAddressMax();
                    known.addAndGet(granted[0] ? 1 : 0);
                    return known;
                });
        if (!granted[0]) {
            allConnections.decrementAndGet();
        }
        return granted[0];
    }

    /// Counts a connection out that was counted in.
    public void disconnected(InetAddress address) {
        allConnections.decrementAndGet();
        if (!isExempt(address)) {
            connections.computeIfPresent(
                    network(address), (same, count) -> count.decrementAndGet() > 0 ? count : null);
        }
    }

    private boolean isExempt(InetAddress address) {
        return quota.isLoopbackExempt() && address.isLoopbackAddress();
    }

    private static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), NETWORK_BYTES))
                : address.getHostAddress();
    }
}
