package baton.relay.node;

/// Carries hints to other nodes. May be used by any thread; may block briefly; a hint may be lost,
/// and its loss is no error.
@FunctionalInterface
public interface NodeBus {
    void publish(NodeId node, Hint hint);
}
