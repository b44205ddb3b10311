package baton.relay.session;

import baton.model.AccountId;
import baton.model.ConversationId;
import baton.model.Register;
import baton.relay.account.AccountsUnavailableException;
import baton.relay.feed.HeadAnnouncer;
import baton.relay.node.NodeId;
import baton.relay.node.TestClock;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// Two nodes of one relay in memory, and the people who use it.
abstract class SessionFixture {
    static final AccountId ANA = new AccountId("ana");
    static final AccountId BEN = new AccountId("ben");
    static final AccountId CLEO = new AccountId("cleo");
    static final ConversationId PAIR = ConversationId.direct(ANA, BEN);
    static final ConversationId TEAM = ConversationId.group("team0team0team0team0");
    static final NodeId ONE = new NodeId("one");
    static final NodeId TWO = new NodeId("two");

    /// After which everybody has been told of what was stored.
    static final Duration TOLD = HeadAnnouncer.INTERVAL.plusMillis(10);

    private static final Set<AccountId> PEOPLE = Set.of(ANA, BEN, CLEO);

    /// Whether the store of the accounts is away.
    boolean namesAway;

    final TestClock clock = new TestClock();
    final MemoryRelay.World world = emptyWorld();
    final MemoryRelay relay = new MemoryRelay(world, ONE);
    final MemoryRelay other = new MemoryRelay(world, TWO);

    /// A relay whose store holds nothing.
    final MemoryRelay.World emptyWorld() {
        return MemoryRelay.World.of(this::signedUpAs, clock);
    }

    private Optional<String> signedUpAs(AccountId account) {
        if (namesAway) {
            throw new AccountsUnavailableException(new IOException("away"));
        }
        return Optional.of(account.handle()).filter(handle -> PEOPLE.contains(account));
    }

    /// Lets time pass and both nodes do what is due then.
    void pass(Duration time) {
        clock.advance(time);
        relay.settle();
        other.settle();
    }

    /// A register as it stands.
    <T extends Register> T register(AccountId account, Class<T> type, String key) {
        return Optional.ofNullable(world.feed().registers(account).get(key))
                .map(type::cast)
                .orElseThrow(() -> new AssertionError("no " + key + " of " + account));
    }
}
