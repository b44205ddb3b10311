package baton.relay.feed;

import baton.model.AccountId;
import baton.relay.node.NodeId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which nodes held devices of an account when its feed was last written. A stale or forgotten
/// route only loses a push. May be used by any thread.
final class Routes {
    private static final int ACCOUNTS_MAX = 100_000;

    private final Map<AccountId, Set<NodeId>> nodesOf = new ConcurrentHashMap<>();

    void learn(AccountId account, Set<NodeId> nodes) {
        if (nodesOf.size() >= ACCOUNTS_MAX) {
            nodesOf.clear();
        }
        nodesOf.put(account, nodes);
    }

    Set<NodeId> of(AccountId account) {
        return nodesOf.getOrDefault(account, Set.of());
    }
}
