/// Nodes and devices being online: leases, the bus between nodes, and the sweeper that finishes
/// what a dead node left. Ports and plain logic: never Redis, never a session.
@NullMarked
package baton.relay.node;

import org.jspecify.annotations.NullMarked;
