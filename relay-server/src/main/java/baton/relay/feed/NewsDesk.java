package baton.relay.feed;

import baton.model.AccountId;
import baton.relay.node.Audience;
import baton.relay.node.Hint;
import baton.relay.node.NodeBus;
import baton.relay.node.NodeId;
import baton.relay.node.Push;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Brings a push to all devices of some accounts: those of this node at once, the others by one
/// hint per node. May be used by any thread.
public final class NewsDesk {
    private final NodeId self;
    private final Audience audience;
    private final NodeBus bus;
    private final Routes routes = new Routes();

    NewsDesk(NodeId self, Audience audience, NodeBus bus) {
        this.self = self;
        this.audience = audience;
        this.bus = bus;
    }

    /// Remembers where an account has devices online.
    void learn(AccountId account, Set<NodeId> nodes) {
        routes.learn(account, nodes);
    }

    /// Tells them; whoever's node is not known misses it.
    public void tell(Collection<AccountId> accounts, Push push) {
        audience.push(accounts, push);
        Map<NodeId, List<AccountId>> others = new TreeMap<>();
        for (AccountId account : accounts) {
            for (NodeId node : routes.of(account)) {
                others.computeIfAbsent(node, _ -> new ArrayList<>()).add(account);
            }
        }
        others.remove(self);
        others.forEach((node, there) -> bus.publish(node, new Hint.News(there, push)));
    }
}
