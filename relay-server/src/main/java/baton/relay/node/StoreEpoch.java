package baton.relay.node;

import java.util.function.LongConsumer;

/// The epoch of the store behind the ports, as this node sees it: a number that rises whenever the
/// store may have lost what it had confirmed last, because another process answers. May be used by
/// any thread.
public interface StoreEpoch {

    /// The epoch that this node has seen last. Blocks only before the first answer of the store.
    ///
    /// @throws StoreUnavailableException if the store never answered yet
    long current();

    /// Has somebody called each time this node sees the epoch rise after its first answer, by
    /// whichever thread sees it; must not block.
    void whenRaised(LongConsumer listener);
}
