package baton.relay.node;

import baton.model.ConversationId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Consumer;

/// Finishes what was cut off. One round, repeated every [baton.model.Limits#BEAT] by the sweeper's
/// thread, and at once when the store's epoch rises:
///
/// 1. says that this node lives;
/// 2. gives up leases that sessions of this node could not release when they ended;
/// 3. announces again what this node may have left unannounced (an outcome lost with a connection);
/// 4. for each dead node: takes over its announcing, takes its devices offline, forgets it.
///
/// Every step may be repeated, by several nodes at once, and be cut off anywhere: a node is
/// forgotten only after all that it left has an owner again.
public final class LeaseSweeper {
    private static final int OWED_MAX = 10_000;

    private final Nodes nodes;
    private final Leases leases;
    private final NodeId self;
    private final Consumer<Collection<ConversationId>> resume;
    private final Consumer<HeldLease> offline;
    private final ArrayBlockingQueue<HeldLease> owed = new ArrayBlockingQueue<>(OWED_MAX);

    /// @param resume announces conversations as far as they need it
    /// @param offline shows a device as offline, unless a newer session speaks for it
    public LeaseSweeper(
            Nodes nodes,
            Leases leases,
            NodeId self,
            Consumer<Collection<ConversationId>> resume,
            Consumer<HeldLease> offline) {
        this.nodes = nodes;
        this.leases = leases;
        this.self = self;
        this.resume = resume;
        this.offline = offline;
    }

    /// Remembers a lease whose release failed. With too many of them the rest waits until this node
    /// ends. May be called by any thread.
    public void owe(HeldLease lease) {
        owed.offer(lease);
    }

    /// One round.
    ///
    /// @throws StoreUnavailableException if the store is away; the next round starts afresh
    public void sweep() {
        nodes.alive();
        settleDebts();
        resume.accept(nodes.announcing(self));
        for (NodeId dead : nodes.dead()) {
            Set<ConversationId> unannounced = nodes.announcing(dead);
            nodes.adopt(unannounced);
            resume.accept(unannounced);
            nodes.leasesOf(dead).forEach(this::takeOffline);
            nodes.forget(dead);
        }
    }

    private void settleDebts() {
        HeldLease lease = owed.peek();
        while (lease != null) {
            takeOffline(lease);
            owed.remove(lease);
            lease = owed.peek();
        }
    }

    private void takeOffline(HeldLease lease) {
        offline.accept(lease);
        leases.release(lease);
    }
}
