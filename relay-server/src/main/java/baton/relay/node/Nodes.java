package baton.relay.node;

import baton.model.ConversationId;
import java.util.Collection;
import java.util.Set;

/// The nodes of one relay, and what each of them leaves behind when it dies: seen from one node.
/// May be used by any thread; blocks, and throws [StoreUnavailableException].
public interface Nodes {

    /// Says that this node lives, for another [baton.model.Limits#LEASE].
    void alive();

    /// Says that this node ends, so that nobody waits to finish what it leaves.
    void gone();

    /// The nodes whose time is not over, this one among them once it has said so.
    Set<NodeId> live();

    /// The nodes that stopped saying so and were not forgotten yet.
    Set<NodeId> dead();

    /// The leases taken at a node and not released there.
    Set<HeldLease> leasesOf(NodeId node);

    /// The conversations with events that a node may not have announced to all members.
    Set<ConversationId> announcing(NodeId node);

    /// Takes over the announcing of conversations, durably.
    void adopt(Collection<ConversationId> conversations);

    /// Removes a node and all that it left.
    void forget(NodeId node);
}
