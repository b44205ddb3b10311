package baton.relay.session;

/// What a node counts for whoever runs it. Ids, codes and numbers, never a text. Called by any
/// thread; never blocks.
public interface RelayMetrics {
    /// Counts nothing.
    RelayMetrics NONE = new RelayMetrics() {};

    /// A request or a connection was refused.
    ///
    /// @param code of a [baton.model.Refusal]
    default void refused(String code) {}

    /// A push was dropped; its device asks for what it missed.
    default void pushDropped() {}

    /// An event that the store had lost was taken back.
    default void offerTaken() {}

    /// An audit compared conversations.
    ///
    /// @param differing how many of them had other numbers than the relay
    default void audited(int compared, int differing) {}
}
